#!/usr/bin/env bash
# Broken and hostile issues: the sample issues, hand-written hard ones and generated ones (others for each seed) with bits flipped, parts deleted and
# Markdown's hard cases spliced in, then files made to be slow or deep (10,000 nested quotes, 16 KiB of "[a]("). Each is read and composed in each layout: no exception, no message over a limit,
# nothing over 2 s. Seeds are spread over processes; the last line counts the faults.
#
#   tests/fuzz.sh [COUNT] [SEED]      how many mutations (200000), from which seed (1); JOBS=… processes (2)
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
count=${1:-200000} seed=${2:-1} jobs=${JOBS:-2}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

scratch=$(mktemp -d "${TMPDIR:-/tmp}/fuzz.XXXXXX") || exit 2
trap 'rm -rf "$scratch"' EXIT
dotnet build bench/BotDigest.Bench --configuration Release --verbosity quiet --nologo -p:RunAnalyzers=false >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log"; exit 2; }

running=()
for ((job = 0; job < jobs; job++)); do
    share=$((count / jobs + (job < count % jobs ? 1 : 0)))
    nice dotnet artifacts/bin/BotDigest.Bench/release/BotDigest.Bench.dll FuzzParse "$share" $((seed + job)) >"$scratch/$job.txt" 2>&1 &
    running+=($!)
done

failed=0
for job in "${!running[@]}"; do
    wait "${running[$job]}" || failed=1
    cat "$scratch/$job.txt"
done
[ $failed -eq 0 ] && echo "fuzz: $count mutations, fine" || echo 'fuzz: FAILED'
exit $failed
