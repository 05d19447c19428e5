#!/usr/bin/env bash
# Everything that is checked before a change is merged: format, build (warnings are errors), all tests.
# Needs the .NET SDK. Tests that need PostgreSQL or Chromium are skipped by name where those are missing.
#
#   ./test.sh              as root on Debian or Ubuntu it installs what is missing; elsewhere it installs nothing
#   ./test.sh --install    installs what is missing (apt-get, with sudo where needed)
#
# BOTDIGEST_TEST_POSTGRES names a PostgreSQL database of yours to test on; without it a throw-away server is started.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
exec </dev/null

configuration=Release
results=artifacts/test-results
packages=(postgresql chromium fonts-noto-cjk)
scratch=
server=()
failures=()

export PATH="$PATH:/usr/sbin:/sbin"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# No build process outlives the run: a waiting one would keep a pipeline's output open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

main() {
    local install=false
    case "${1-}" in
        '') ;;
        --install) install=true ;;
        -h | --help) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p;}' "$0"; exit 0 ;;
        *) echo "test.sh: unknown argument '$1' (try --help)" >&2; exit 2 ;;
    esac
    command -v dotnet >/dev/null || { echo 'test.sh: dotnet is missing: install the .NET SDK that global.json names' >&2; exit 2; }
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/botdigest.XXXXXX") || exit 2
    trap clean_up EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    export HOME="${HOME:-$scratch}"

    rm -rf "$results"
    if $install || { [ "$(id -u)" = 0 ] && on_debian; }; then install_missing; fi
    start_postgres

    step 'restore' dotnet restore BotDigest.sln --verbosity quiet || finish
    step 'format' dotnet format BotDigest.sln --no-restore --verify-no-changes
    step 'build' dotnet build BotDigest.sln --configuration $configuration --no-restore --verbosity quiet || finish
    run_tests
    finish
}

step() {
    local name=$1 began=$SECONDS
    shift
    echo "== $name"
    if "$@"; then echo "   $name: fine, $((SECONDS - began)) s"; return 0; fi
    failures+=("$name failed: $*")
    return 1
}

run_tests() {
    local project name began
    for project in tests/*/*.csproj; do
        name=$(basename "$project" .csproj)
        began=$SECONDS
        echo "== $name"
        dotnet test "$project" --configuration $configuration --no-build --verbosity quiet \
            --blame-hang --blame-hang-timeout 10m --blame-hang-dump-type none \
            --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
            || failures+=("$name failed")
        [ -f "$results/$name.trx" ] || failures+=("$name left no results")
        echo "   $name: $((SECONDS - began)) s"
    done
}

# The last line is the sum of the counters in the result files.
finish() {
    local files=("$results"/*.trx) line total=0 executed=0 passed=0 failed=0
    if [ ! -e "${files[0]}" ]; then files=(); failures+=('no test results'); fi
    for file in "${files[@]+"${files[@]}"}"; do
        line=$(grep -o '<Counters [^>]*' "$file" | head -n 1)
        total=$((total + $(counter total)))
        executed=$((executed + $(counter executed)))
        passed=$((passed + $(counter passed)))
        failed=$((failed + $(counter failed) + $(counter error) + $(counter timeout) + $(counter aborted)))
    done
    if [ $total = 0 ]; then failures+=('no test ran'); fi

    echo '== summary'
    for file in "${files[@]+"${files[@]}"}"; do skipped "$file"; done
    for failure in "${failures[@]+"${failures[@]}"}"; do echo "   $failure"; done
    echo "$passed passed, $failed failed, $((total - executed)) skipped"
    [ ${#failures[@]} = 0 ] && [ $failed = 0 ]
    exit
}

counter() {
    local value
    value=$(sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$line")
    echo "${value:-0}"
}

# The name and the reason of each test that was skipped.
skipped() {
    awk -v RS='<UnitTestResult ' '
        /outcome="NotExecuted"/ {
            name = $0; sub(/.*testName="/, "", name); sub(/".*/, "", name)
            reason = ""
            if (match($0, /<(Message|StdOut)>[^<]*/)) { reason = substr($0, RSTART, RLENGTH); sub(/^<[^>]*>/, "", reason) }
            gsub(/[ \t\r\n]+/, " ", reason)
            line = "   skipped: " name (reason == "" ? "" : ": " reason)
            gsub(/&quot;/, "\"", line); gsub(/&lt;/, "<", line); gsub(/&gt;/, ">", line); gsub(/&amp;/, "\\&", line)
            print line
        }' "$1"
}

on_debian() {
    command -v apt-get >/dev/null && grep -qiE '^ID(_LIKE)?=.*(debian|ubuntu)' /etc/os-release 2>/dev/null
}

install_missing() {
    local package missing=() as=()
    on_debian || { echo '== install: only Debian and Ubuntu are known here; install postgresql and chromium by hand'; return; }
    for package in "${packages[@]}"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return
    [ "$(id -u)" = 0 ] || as=(sudo)
    echo "== install ${missing[*]}"
    { "${as[@]+"${as[@]}"}" apt-get update -qq \
        && "${as[@]+"${as[@]}"}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$scratch/install.log" 2>&1 \
        || { echo '   not installed; the tests that need them are skipped:'; tail -n 3 "$scratch/install.log"; }
}

# A cluster of its own in a scratch folder, on a socket and a free port of the loopback address.
start_postgres() {
    local bin data port try
    [ -z "${BOTDIGEST_TEST_POSTGRES-}" ] || return
    bin=$(postgres_programs) || { echo '== postgresql is missing: the tests that need it are skipped'; return; }
    data=$scratch/postgres
    if [ "$(id -u)" = 0 ]; then
        id postgres >/dev/null 2>&1 || { echo '== postgresql cannot run as root and there is no user postgres: the tests that need it are skipped'; return; }
        server=(runuser -u postgres --)
        chown postgres "$scratch"
    fi
    local locale=C
    locale -a 2>/dev/null | grep -qix 'C\.utf-\?8' && locale=C.UTF-8
    if ! as_postgres "$bin/initdb" -D "$data" -A trust -U botdigest -E UTF8 --locale=$locale -N >"$scratch/initdb.log" 2>&1; then
        failures+=("postgresql did not start: $(tail -n 1 "$scratch/initdb.log")")
        return
    fi
    for try in 1 2 3 4 5; do
        port=$((20000 + RANDOM % 20000))
        if as_postgres "$bin/pg_ctl" -D "$data" -w -t 60 -l "$scratch/postgres.log" \
            -o "-p $port -k '$scratch' -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" start >/dev/null 2>&1; then
            postgres_bin=$bin
            export BOTDIGEST_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=botdigest;Database=postgres"
            echo "== postgresql $("$bin/postgres" --version | sed 's/^[^0-9]*//; s/ .*//') on port $port"
            return
        fi
    done
    failures+=("postgresql did not start: $(tail -n 1 "$scratch/postgres.log")")
}

postgres_programs() {
    local candidate
    for candidate in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) "$(dirname "$(command -v initdb || echo /none)")"; do
        if [ -x "$candidate/initdb" ] && [ -x "$candidate/pg_ctl" ] && [ -x "$candidate/postgres" ]; then echo "$candidate"; return 0; fi
    done
    return 1
}

as_postgres() { (cd / && "${server[@]+"${server[@]}"}" "$@"); }

clean_up() {
    if [ -n "${postgres_bin-}" ]; then as_postgres "$postgres_bin/pg_ctl" -D "$scratch/postgres" -m immediate -w stop >/dev/null 2>&1; fi
    rm -rf "$scratch"
}

main "$@"
