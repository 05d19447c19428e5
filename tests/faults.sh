#!/usr/bin/env bash
# Sends N messages (10000 by default) of which a quarter goes wrong in five ways, and compares the channel with one where nothing went wrong.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Bot.Tests -c Release -v q --nologo
BOTDIGEST_TEST_FAULTS="${1:-10000}" dotnet artifacts/bin/Bot.Tests/release/Bot.Tests.dll -class BotDigest.Bot.Tests.Publishing.FaultsTests -diagnostics -noColor
