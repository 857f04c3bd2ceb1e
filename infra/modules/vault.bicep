// Holds what is secret. The app reads it by reference, so it stands in no setting.
param name string
param location string
param tags object

@description('May read secrets, nothing else.')
param readerPrincipalId string

@description('Of the same identity. Names the assignment: the principal is known only when the identity is made.')
param identityName string

@description('May read and write secrets: whoever deploys. Empty: nobody.')
param operatorPrincipalId string

@secure()
param sendGridApiKey string

@secure()
param tokenKey string

@secure()
param adminKey string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

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
}

resource sendGrid 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(sendGridApiKey)) {
  parent: vault
  name: 'SendGridApiKey'
  properties: {
    value: sendGridApiKey
  }
}

// Made once: a new one would end the unsubscribe links of every mail that was sent.
@onlyIfNotExists()
resource token 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'TokenKey'
  properties: {
    value: tokenKey
  }
}

@onlyIfNotExists()
resource admin 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'AdminKey'
  properties: {
    value: adminKey
  }
}

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identityName, secretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource operator 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: vault
  name: guid(vault.id, operatorPrincipalId, secretsOfficer)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsOfficer)
    principalId: operatorPrincipalId
  }
}
