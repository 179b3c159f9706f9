#!/bin/sh
# Writes one migration for both engines: src/ThesisBoard/Data/Migrations/add.sh NAME
set -eu
name=${1:?"Give the migration a name, such as AddMembers."}
cd "$(dirname "$0")/../.."
for engine in Sqlite SqlServer; do
    dotnet tool exec dotnet-ef@10.0.14 --yes -- migrations add "$name" --context "${engine}BoardDb" --output-dir "Data/Migrations/$engine"
done
