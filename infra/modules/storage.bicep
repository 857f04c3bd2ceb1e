// One account for the host's leases, the deployment package, the queues and the tables; the app makes the last two itself.
// Keys are off: only identities get in.
param name string
param sku string
param location string
param tags object

@description('Gets the data roles: blobs for the host (leases, deployment package), queues and tables for the product.')
param principalId string

@description('Of the same identity. Names the assignment: the principal is known only when the identity is made.')
param identityName string

var deploymentContainer = 'deployment'

// The host takes leases on blobs and reads its package: Owner is what its documentation asks for.
var roles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource container 'containers' = {
      name: deploymentContainer
    }
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    scope: account
    name: guid(account.id, identityName, role.value)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]

output deploymentContainerUrl string = '${account.properties.primaryEndpoints.blob}${deploymentContainer}'
