#!/usr/bin/env bash
# Compiles infra/, checks lint and formatting, and compares what would be deployed with infra/snapshot.
#   eng/bicep.sh            check; any warning fails
#   eng/bicep.sh --update   write the formatting and the snapshot anew
# BICEP names another compiler, for machines other than Linux on x64.
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ -z ${BICEP:-} ]]; then
    dotnet restore eng/bicep/bicep.csproj --verbosity quiet
    BICEP=$(dotnet msbuild eng/bicep/bicep.csproj -getProperty:BicepPath)
    BICEP=${BICEP//\\//}
    chmod +x "$BICEP"
fi

built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT

# Warnings do not change the compiler's exit code: whatever it says fails the check.
quietly() {
    local said
    said=$("$@" 2>&1) || { echo "$said"; exit 1; }
    [[ -z $said ]] || { echo "$said"; exit 1; }
}

if [[ ${1:-} == --update ]]; then
    "$BICEP" format --pattern 'infra/**/*.bicep*'
    mode=overwrite
else
    cp -r infra "$built/infra"
    "$BICEP" format --pattern "$built/infra/**/*.bicep*"
    diff -ru infra "$built/infra" || { echo "infra is not formatted: run eng/bicep.sh --update"; exit 1; }
    mode=validate
fi

# The compiler lints as well.
quietly "$BICEP" build infra/main.bicep --outfile "$built/main.json"
quietly "$BICEP" build-params infra/snapshot/full.bicepparam --outfile "$built/full.json"
quietly "$BICEP" snapshot infra/snapshot/full.bicepparam --mode "$mode" \
    --subscription-id 00000000-0000-0000-0000-000000000000 --location westeurope
echo "infra: compiled, linted, as in the snapshot"
