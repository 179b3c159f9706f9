#!/bin/sh
# Writes one migration for both engines: src/ThesisBoard/Data/Migrations/add.sh NAME
set -eu
name=${1:?"Give the migration a name, such as AddMembers."}
cd "$(dirname "$0")/../.."
for engine in Sqlite SqlServer; do
    dotnet tool exec dotnet-ef@10.0.14 --yes -- migrations add "$name" --context "${engine}BoardDb" --output-dir "Data/Migrations/$engine"
done
# What a new SQLite file is made with, in one go; without the mark that the tool puts before it.
script=$(mktemp)
dotnet tool exec dotnet-ef@10.0.14 --yes -- migrations script --no-transactions --context SqliteBoardDb --output "$script"
tail -c +4 "$script" > Data/Migrations/Sqlite/Schema.sql
rm "$script"
