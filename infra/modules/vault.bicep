// Holds what is secret: the SendGrid key. The app reads it by reference, so it stands in no setting.
param name string
param location string
param tags object

@description('May read secrets, nothing else.')
param readerPrincipalId string

@description('Of the same identity. Names the assignment: the principal is known only when the identity is made.')
param identityName string

@secure()
param sendGridApiKey string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
  }

  resource sendGrid 'secrets' = if (!empty(sendGridApiKey)) {
    name: 'SendGridApiKey'
    properties: {
      value: sendGridApiKey
      contentType: 'text/plain'
    }
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identityName, secretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

output sendGridApiKeyReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=SendGridApiKey)'
