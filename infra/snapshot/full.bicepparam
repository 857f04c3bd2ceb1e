// The deployment with every option on, as the snapshot beside it records it.
using '../main.bicep'

param environmentName = 'snapshot'
param location = 'westeurope'
param publicUrl = 'https://alerts.example.org'
param emailFrom = 'alerts@example.org'
param sendGridApiKey = ''
param operatorEmail = 'operator@example.org'
param languageEnabled = true
