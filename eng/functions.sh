#!/usr/bin/env bash
# Builds the Functions app against the worker's real packages, without the adapter to Azure AI Language, whose package few registries carry.
# Where the worker's packages are not to be had either, it says so and leaves the app out; anything else that goes wrong fails.
set -euo pipefail
cd "$(dirname "$0")/.."

app=src/Alerts.Functions/Alerts.Functions.csproj
if ! said=$(dotnet restore "$app" -p:AzureLanguage=false --verbosity quiet 2>&1); then
    if grep -q 'error NU110[12]' <<<"$said" && ! grep 'error' <<<"$said" | grep -qv 'error NU110[123]'; then
        echo "The registry does not carry the worker's packages; the Functions app was not built:"
        grep -o 'NU110[12]: .*' <<<"$said" | sort -u | head -5
        exit 0
    fi
    echo "$said"
    exit 1
fi

# The worker's generated project asks for minimum versions that a registry may lack; the next ones do as well.
dotnet build "$app" -p:AzureLanguage=false --no-restore -v q -nowarn:NU1603
built=$(dirname "$app")/bin/Debug/net10.0
count=$(grep -c '"scriptFile"' "$built/functions.metadata")
echo "The Functions app was built: $count functions."
