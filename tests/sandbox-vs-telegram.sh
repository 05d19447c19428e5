#!/usr/bin/env bash
# Puts generated texts to the sandbox's HTML parser and to Telegram's own, and fails on any difference.
#   tests/sandbox-vs-telegram.sh [COUNT] [SEED]          ORACLE=… names oracle.sh where it is not beside this repository
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
oracle="${ORACLE:-../shared/oracle/oracle.sh}"
[ -x "$oracle" ] || { echo "no oracle at $oracle; set ORACLE to its oracle.sh" >&2; exit 2; }
exec dotnet run -c Release --project bench/BotDigest.Bench -- ParserAgainstOracle "$(realpath "$oracle")" "${1:-100000}" "${2:-1}"
