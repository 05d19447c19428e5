#!/usr/bin/env bash
# Edits a published issue N times within 48 hours (500 by default) and older ones M times, also later (200), and checks that the channel follows: only what differs is touched, nothing is lost.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Bot.Tests -v q --nologo
BOTDIGEST_TEST_EDITS="${1:-500}" BOTDIGEST_TEST_OLD_EDITS="${2:-200}" \
    dotnet artifacts/bin/Bot.Tests/debug/Bot.Tests.dll -class BotDigest.Bot.Tests.Publishing.EditTests -showLiveOutput -diagnostics -noColor
