#!/bin/sh
# Writes one migration for both engines: src/ThesisBoard/Data/Migrations/add.sh NAME
set -eu
name=${1:?"Give the migration a name, such as AddMembers."}
cd "$(dirname "$0")/../.."
dotnet restore -v q
for engine in Sqlite SqlServer; do
    dotnet tool exec dotnet-ef@10.0.14 --yes -- migrations add "$name" --context "${engine}BoardDb" --output-dir "Data/Migrations/$engine"
done
# What a new SQLite file is made with, in one go; without the mark that the tool puts before it.
script=$(mktemp)
dotnet tool exec dotnet-ef@10.0.14 --yes -- migrations script --no-transactions --context SqliteBoardDb --output "$script"
tail -c +4 "$script" > Data/Migrations/Sqlite/Schema.sql
rm "$script"
# The model by which a SQLite file is read and written, as code: a start need not work it out.
rm -rf Data/Migrations/Sqlite/Compiled
dotnet tool exec dotnet-ef@10.0.14 --yes -- dbcontext optimize --context SqliteBoardDb --output-dir Data/Migrations/Sqlite/Compiled \
    --namespace ThesisBoard.Data.Migrations.Sqlite.Compiled
