#!/usr/bin/env bash
# Throughput next to two converters of npm on the same issues, in the same run, a thread each and warm:
#   telegramify-markdown, telegram-markdown-v2: the body as one string of MarkdownV2; no front matter, no messages, no limits
#   BotDigest: front matter and body checked, stories, tags, messages within Telegram's limits, their calls as JSON
# The packages are installed into a folder that is deleted afterwards. Skipped, with the reason, where node or npm is missing.
#
#   bench/peers.sh [ISSUE.md…]      by default posts/2*.md, and the issues in ../shared/posts where there are any
set -uo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
least=60 turns=3

for tool in node npm; do
    command -v "$tool" >/dev/null || { echo "peers: skipped: $tool is not installed"; exit 0; }
done

issues=()
for issue in "$@"; do issues+=("$(realpath "$issue")"); done
cd "$root" || exit 2
if [ ${#issues[@]} -eq 0 ]; then
    shopt -s nullglob
    issues=("$root"/posts/2*.md "$root"/../shared/posts/2*.md)
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/peers.XXXXXX") || exit 2
trap 'rm -rf "$scratch"' EXIT
cp bench/peers/package.json bench/peers/peers.mjs "$scratch"
(cd "$scratch" && npm install --no-audit --no-fund --no-package-lock --loglevel=error >install.log 2>&1) || {
    echo "peers: skipped: npm could not install the packages: $(tail -n 1 "$scratch/install.log")"
    exit 0
}

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build bench/BotDigest.Bench -c Release -v q --nologo >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log"; exit 2; }

# In turns, so that what else the machine does meets all of them; of each the best counts.
for ((turn = 0; turn < turns; turn++)); do
    node "$scratch/peers.mjs" "${issues[@]}" || exit 2
    dotnet artifacts/bin/BotDigest.Bench/release/BotDigest.Bench.dll FormattingThroughput --vocabulary posts/_vocabulary.yaml "${issues[@]}" || exit 2
done | awk -v count="${#issues[@]}" -v least="$least" '
    $2 > best[$1] { best[$1] = $2 }
    END {
        if (!(best["BotDigest"] > 0)) { print "peers: nothing was measured"; exit 2 }
        printf "%d issues\n", count
        for (name in best) {
            ratio = best["BotDigest"] / best[name]
            printf "  %-22s %9.1f issues a second", name, best[name]
            if (name != "BotDigest") { printf "   BotDigest is %6.1f times as fast", ratio; if (ratio < least) missed = 1 }
            printf "\n"
        }
        printf "bar: at least %d times: %s\n", least, missed ? "missed" : "held"
        exit missed
    }'
