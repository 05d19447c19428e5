#!/usr/bin/env bash
# Drops N files (300 by default) and measures how soon they are on the channel, next to a bare folder watcher.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet publish src/Bot -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o artifacts/drop -v q --nologo
dotnet build tests/Bot.Tests -c Release -v q --nologo
export BOTDIGEST_TEST_PROGRAM="$PWD/artifacts/drop/botdigest.dll"
BOTDIGEST_TEST_DROPS="${1:-300}" dotnet artifacts/bin/Bot.Tests/release/Bot.Tests.dll -class BotDigest.Bot.Tests.Publishing.DropTests -diagnostics -noColor
