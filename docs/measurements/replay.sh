#!/usr/bin/env bash
# Measures the replay of the real year: import, a cold replay by wall clock, the passes of the benchmark in one JVM.
#   docs/measurements/replay.sh DIRECTORY_OF_CSV > docs/measurements/replay-DATE.txt
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
data=$(cd "${1:-$home/../shared/data/complete-journey}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$home"

timed() { # prints seconds by the wall clock, then what the command said last
  local begun ended
  begun=$(date +%s%N)
  "$@" >"$work/said"
  ended=$(date +%s%N)
  printf '%s: %d ms wall clock\n' "$2" "$(((ended - begun) / 1000000))"
  tail -n 1 "$work/said" | sed "s#$work/##"
}

date -u +%FT%TZ
git log -1 --format='commit %h'
printf 'cores %s, load %s\n' "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
./siyu --version
timed ./siyu import --mapping samples/complete-journey/mapping.yaml "$data" --out "$work/year.jsonl.gz"
for _ in 1 2 3; do
  timed ./siyu replay "$work/year.jsonl.gz" --playbook samples/complete-journey --out "$work/decisions.jsonl"
done
./siyu bench replay --data "$data"
for workers in 1 2 8; do
  ./siyu replay "$work/year.jsonl.gz" --playbook samples/complete-journey --workers "$workers" \
    --out "$work/decisions.jsonl" >/dev/null
  printf 'decisions with %s workers: sha256 %s\n' "$workers" "$(sha256sum <"$work/decisions.jsonl" | cut -c1-16)"
done
