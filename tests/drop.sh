#!/usr/bin/env bash
# Drops N files (300 by default) and measures how soon they are on the channel, next to a bare folder watcher.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Bot.Tests -c Release -v q --nologo
BOTDIGEST_TEST_DROPS="${1:-300}" dotnet artifacts/bin/Bot.Tests/release/Bot.Tests.dll -class BotDigest.Bot.Tests.Publishing.DropTests -diagnostics -noColor
