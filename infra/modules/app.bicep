// The Flex Consumption plan and the function app with all its settings.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param storageName string
param deploymentContainerUrl string
param applicationInsightsConnectionString string
param publicUrl string
param emailFrom string
param vaultName string
param sendGridEventWebhookPublicKey string
param mailsPerDay int
param retentionDays { articles: int, hits: int, alerted: int, deliveries: int, failures: int }
param operatorEmail string
param operatorTimeZone string
param languageEndpoint string
param languageDailyRecords int
param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReadyFunctions string[]

var url = empty(publicUrl) ? 'https://${name}.azurewebsites.net' : publicUrl

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: [
          for function in alwaysReadyFunctions: {
            name: 'function:${function}'
            instanceCount: 1
          }
        ]
      }
    }
  }

  // Deployment is by identity too: no password opens the app's package.
  resource deploymentPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource ftpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      // The Functions host: its storage, and where its telemetry goes.
      AzureWebJobsStorage__accountName: storageName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsDisableHomepage: 'true'
      APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      // The identity of the product's own clients.
      AZURE_CLIENT_ID: identityClientId

      Alerts__Storage__AccountName: storageName
      Alerts__PublicUrl: url
      Alerts__Tokens__Keys__0__Id: 'k1'
      Alerts__Tokens__Keys__0__Key: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=TokenKey)'
      Alerts__Api__AdminKey: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=AdminKey)'
      // The front end overwrites this header, so that callers cannot set it; X-Forwarded-For holds what they say as well.
      Alerts__Api__ClientAddressHeader: 'CLIENT-IP'
      Alerts__Fetching__Contact: url
      // Not Outbox: mails would lie on the disk of one instance, end with it, and count as sent.
      Alerts__Email__Mode: empty(emailFrom) ? 'None' : 'SendGrid'
      Alerts__Email__From: emailFrom
      Alerts__Email__SendGrid__ApiKey: empty(emailFrom)
        ? ''
        : '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=SendGridApiKey)'
      Alerts__Email__SendGrid__EventWebhookPublicKey: sendGridEventWebhookPublicKey
      Alerts__Delivery__MailsPerDay: mailsPerDay == 0 ? '' : string(mailsPerDay)
      Alerts__Retention__ArticleDays: string(retentionDays.articles)
      Alerts__Retention__HitDays: string(retentionDays.hits)
      Alerts__Retention__AlertedDays: string(retentionDays.alerted)
      Alerts__Retention__DeliveryDays: string(retentionDays.deliveries)
      Alerts__Retention__FailureDays: string(retentionDays.failures)
      Alerts__Operator__Email: operatorEmail
      Alerts__Operator__TimeZone: operatorTimeZone
      Alerts__Language__Endpoint: languageEndpoint
      Alerts__Language__DailyRecords: string(languageDailyRecords)
    }
  }
}

output url string = url
