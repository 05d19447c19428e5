#!/usr/bin/env bash
# Sends N messages (200 by default) to a channel and 8 N to sixty readers, policed as Telegram does; time runs faster.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Bot.Tests -c Release -v q --nologo
BOTDIGEST_TEST_FLOOD="${1:-200}" dotnet artifacts/bin/Bot.Tests/release/Bot.Tests.dll -class BotDigest.Bot.Tests.Sending.FloodTests -diagnostics -noColor
