#!/usr/bin/env bash
# Kills the program N times (1000 by default) while it publishes, edits and takes back, and checks that nothing is lost, doubled, out of order or left wrong.
# A fifth as often again without an editors' chat, and a tenth as often on PostgreSQL where BOTDIGEST_TEST_POSTGRES names a database.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet publish src/Bot -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o artifacts/crash -v q --nologo
dotnet build tests/Bot.Tests -v q --nologo
export BOTDIGEST_TEST_KILLS="${1:-1000}" BOTDIGEST_TEST_PROGRAM="$PWD/artifacts/crash/botdigest.dll"
dotnet artifacts/bin/Bot.Tests/debug/Bot.Tests.dll -class BotDigest.Bot.Tests.Publishing.CrashTests -diagnostics -noColor
