#!/usr/bin/env bash
# Kills the program N times (1000 by default) while it publishes and edits, and checks that nothing is lost, doubled or out of order.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Bot.Tests -v q --nologo
BOTDIGEST_TEST_KILLS="${1:-1000}" dotnet artifacts/bin/Bot.Tests/debug/Bot.Tests.dll -class BotDigest.Bot.Tests.Publishing.CrashTests -showLiveOutput -noColor
