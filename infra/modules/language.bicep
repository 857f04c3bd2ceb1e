// Azure AI Language, asked about matched and borderline articles. Keys are off.
param name string
param location string
param tags object

@description('May ask, not author.')
param readerPrincipalId string

@description('Of the same identity. Names the assignment: the principal is known only when the identity is made.')
param identityName string

var languageReader = '7628b7b8-a8b2-4cdc-b46f-e9b35248918e'

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextAnalytics'
  sku: { name: 'S' }
  properties: {
    // Identities are accepted only on a name of the account's own.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, identityName, languageReader)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', languageReader)
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

output endpoint string = account.properties.endpoint
