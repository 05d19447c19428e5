#!/usr/bin/env bash
# What the program would send, judged by Telegram's own parser: the sample issues, the real ones where they lie beside
# the repository, and generated ones, in each layout. Skipped, with the reason, where the parser is not beside the repository.
# Then the tests of what holds for every issue, its completeness among it, on the same generated issues.
#
#   tests/oracle-check.sh [COUNT] [SEED]      how many generated issues (200), from which seed (1)
set -uo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
oracle="${ORACLE:-$root/../shared/oracle/oracle.sh}"
count=${1:-200} seed=${2:-1}

if [ ! -x "$oracle" ]; then
    echo "oracle-check: skipped: $oracle is not there (set ORACLE to its path)"
    exit 0
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/oracle-check.XXXXXX") || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$root" || exit 2
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

build() { dotnet build "$1" --configuration Release --verbosity quiet --nologo -p:RunAnalyzers=false >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log"; exit 2; }; }
build src/Bot
build bench/BotDigest.Bench
build tests/Formatting.Tests
bot="$root/artifacts/bin/Bot/release/botdigest.dll"
bench="$root/artifacts/bin/BotDigest.Bench/release/BotDigest.Bench.dll"

# At 5,000 issues each construct is to occur at least 500 times.
dotnet "$bench" GeneratedIssues "$scratch/generated" "$count" "$seed" $((count / 10)) || exit 1

failed=0
judge() {
    local name=$1 layout=$2
    shift 2
    (cd "$scratch" && Telegram__Username=digest_bot dotnet "$bot" render "$@" --layout "$layout") >"$scratch/calls.jsonl" 2>"$scratch/errors.txt"
    local code=$?
    if [ $code -ne 0 ] || [ ! -s "$scratch/calls.jsonl" ]; then
        echo "$name, $layout: render failed with $code"
        head -5 "$scratch/errors.txt"
        failed=1
        return
    fi
    "$oracle" check <"$scratch/calls.jsonl" >"$scratch/verdict.txt" || failed=1
    local crowded
    crowded=$(grep -c '^warning .*code=ENTITIES' "$scratch/verdict.txt")
    [ "$crowded" -eq 0 ] || failed=1
    grep -m 5 VIOLATION "$scratch/verdict.txt"
    echo "$name, $layout: $(tail -1 "$scratch/verdict.txt"); $crowded with over 100 entities, automatic ones counted"
}

for layout in digest stories brief; do
    judge samples $layout "$root/posts"
    if [ -d "$root/../shared/posts" ]; then judge 'real issues' $layout "$root/../shared/posts"; else echo "real issues, $layout: skipped: ../shared/posts is not there"; fi
    judge "$count generated issues" $layout "$scratch/generated"
done
BOTDIGEST_GENERATED=$count BOTDIGEST_GENERATED_SEED=$seed dotnet artifacts/bin/Formatting.Tests/release/Formatting.Tests.dll -noColor -class '*GeneratedIssueTests' >"$scratch/tests.txt" || { failed=1; head -40 "$scratch/tests.txt"; }
echo "$count generated issues, what holds for each: $(tail -1 "$scratch/tests.txt" | tr -s ' ')"
[ $failed -eq 0 ] && echo 'oracle-check: fine' || echo 'oracle-check: FAILED'
exit $failed
