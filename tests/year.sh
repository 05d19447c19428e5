#!/usr/bin/env bash
# Publishes every day's issue of a year in three time zones, on a clock that is put forward, and checks that each is on the channel once at its minute.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Bot.Tests -v q --nologo
BOTDIGEST_TEST_EVERY_DAY=1 dotnet artifacts/bin/Bot.Tests/debug/Bot.Tests.dll -method "*.ScheduleTests.Over_a_year*" -showLiveOutput -noColor
