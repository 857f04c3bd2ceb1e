// Logs, metrics and traces; and the one alarm that the product cannot raise itself: that it has stopped.
param suffix string
param location string
param tags object

@description('May send telemetry. Without this role nobody can: connection string alone is not enough.')
param publisherPrincipalId string

@description('Of the same identity. Names the assignment: the principal is known only when the identity is made.')
param identityName string

@description('Several are divided by commas. Empty: nobody.')
param operatorEmail string

var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-alerts-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-alerts-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, identityName, metricsPublisher)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
    principalId: publisherPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(operatorEmail)) {
  name: 'ag-alerts-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'Alerts'
    enabled: true
    emailReceivers: [
      for (address, index) in split(operatorEmail, ','): {
        name: 'operator${index + 1}'
        emailAddress: trim(address)
        useCommonAlertSchema: true
      }
    ]
  }
}

// The poll runs every minute. Fifteen without a good one: the app is down, and nothing inside it can say so.
resource stopped 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = if (!empty(operatorEmail)) {
  name: 'watch-stopped-${suffix}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Alerts has stopped watching'
    description: 'No successful poll of the sources in 15 minutes.'
    severity: 1
    enabled: true
    scopes: [insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    // The table appears with the first telemetry, after this rule.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'requests | where operation_Name == "PollSources" and success == true'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [operators.id]
    }
  }
}

output connectionString string = insights.properties.ConnectionString
