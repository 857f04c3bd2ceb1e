// Everything that Alerts needs in one resource group: `azd up` creates it, `azd down` removes it.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('Name of the environment; part of every resource name.')
param environmentName string

@minLength(1)
@description('Region of all resources. It must offer Flex Consumption.')
param location string

@description('Address under which readers reach the app. Empty: the address that Azure gives it.')
param publicUrl string = ''

@description('Sender of the emails, verified with SendGrid. Empty: no email is sent, and nobody can confirm a sign-up; webhooks and feeds work.')
param emailFrom string = ''

@secure()
@description('SendGrid API key with the permission to send mail. Kept in the key vault. Empty: what the vault has stays.')
param sendGridApiKey string = ''

@secure()
@description('Signs the links in mails. Made at the first deployment and kept in the key vault; later values are ignored.')
param tokenKey string = base64('${newGuid()}${newGuid()}')

@secure()
@description('The first API key, for making the others. Made at the first deployment and kept in the key vault; later values are ignored.')
param adminKey string = '${newGuid()}${newGuid()}'

@description('Who may read and write the key vault beside the app: whoever deploys. Empty: nobody.')
param principalId string = ''

@description('Public key by which SendGrid signs its delivery events.')
param sendGridEventWebhookPublicKey string = ''

@minValue(0)
@description('Mails that may be sent a day (UTC): what the plan with SendGrid allows. What is beyond waits for the next day, critical alerts last. 0: no limit.')
param mailsPerDay int = 0

@description('Days for which articles without a hit, hits, the hits of alerted stories, what was sent to whom, and why messages failed are kept.')
param retentionDays { articles: int, hits: int, alerted: int, deliveries: int, failures: int } = {
  articles: 180
  hits: 730
  alerted: 3650
  deliveries: 730
  failures: 90
}

@description('Who is mailed alarms, the daily heartbeat, and that the watch itself has stopped; several addresses are divided by commas. Empty: nobody.')
param operatorEmail string = ''

@description('IANA name of the zone in whose morning the heartbeat is mailed.')
param operatorTimeZone string = 'Etc/UTC'

@description('Creates an Azure AI Language resource and asks it about matched and borderline articles.')
param languageEnabled bool = false

@description('Text records that may be spent on Azure AI Language a day (UTC). 1,000 characters count as one record for each of three questions.')
@minValue(0)
param languageDailyRecords int = 3000

@allowed([512, 2048, 4096])
@description('Memory of one instance.')
param instanceMemoryMB int = 512

@minValue(1)
@maxValue(1000)
@description('Upper bound of the bill and of the load on others: instances that may run at once.')
param maximumInstanceCount int = 40

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
@description('Redundancy of the storage account. Not every region has zones.')
param storageSku string = 'Standard_LRS'

@description('Functions of which one instance is always ready. The default is the end of the alert path, which is idle most of the day and would start cold just when it matters; its beginning is kept warm by the poll of every minute.')
param alwaysReadyFunctions string[] = [
  'AnnounceStory'
  'SendEmail'
  'CallWebhook'
]

var suffix = uniqueString(subscription().id, environmentName, location)
var identityName = 'id-alerts-${suffix}'
var storageName = 'stalerts${suffix}'
var vaultName = 'kv-${suffix}'
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: identityName
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    publisherPrincipalId: identity.outputs.principalId
    identityName: identityName
    operatorEmail: operatorEmail
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: storageName
    sku: storageSku
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    identityName: identityName
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: vaultName
    location: location
    tags: tags
    readerPrincipalId: identity.outputs.principalId
    identityName: identityName
    operatorPrincipalId: principalId
    sendGridApiKey: sendGridApiKey
    tokenKey: tokenKey
    adminKey: adminKey
  }
}

module language 'modules/language.bicep' = if (languageEnabled) {
  scope: group
  params: {
    name: 'lang-alerts-${suffix}'
    location: location
    tags: tags
    readerPrincipalId: identity.outputs.principalId
    identityName: identityName
  }
}

module app 'modules/app.bicep' = {
  scope: group
  dependsOn: [vault]
  params: {
    name: 'func-alerts-${suffix}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storageName
    deploymentContainerUrl: storage.outputs.deploymentContainerUrl
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    publicUrl: publicUrl
    emailFrom: emailFrom
    vaultName: vaultName
    sendGridEventWebhookPublicKey: sendGridEventWebhookPublicKey
    mailsPerDay: mailsPerDay
    retentionDays: retentionDays
    operatorEmail: operatorEmail
    operatorTimeZone: operatorTimeZone
    languageEndpoint: language.?outputs.endpoint ?? ''
    languageDailyRecords: languageDailyRecords
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyFunctions: alwaysReadyFunctions
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_NAME string = vaultName
output ALERTS_URL string = app.outputs.url
