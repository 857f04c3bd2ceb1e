// The deployment with every option on, as the snapshot beside it records it.
using '../main.bicep'

param environmentName = 'snapshot'
param location = 'westeurope'
param publicUrl = 'https://alerts.example.org'
param emailFrom = 'alerts@example.org'
param sendGridApiKey = ''
param tokenKey = ''
param adminKey = ''
param principalId = '11111111-1111-1111-1111-111111111111'
param mailsPerDay = 10000
param operatorEmail = 'operator@example.org, night@example.org'
param operatorTimeZone = 'Asia/Seoul'
param languageEnabled = true
