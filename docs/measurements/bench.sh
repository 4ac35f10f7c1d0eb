#!/usr/bin/env bash
# Runs benchmarks by name and keeps their raw output as docs/measurements/NAME-DATE.txt; options go to every one.
#   docs/measurements/bench.sh decide publish
#   docs/measurements/bench.sh replay -- --runs 3
set -uo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
names=()
while (($#)) && [[ $1 != -- ]]; do
  names+=("$1")
  shift
done
if ((${#names[@]} == 0)); then
  echo "Which benchmark? Maybe: docs/measurements/bench.sh decide; ./siyu bench lists them." >&2
  exit 2
fi
(($# == 0)) || shift

cd "$home" || exit 2
failed=0
for name in "${names[@]}"; do
  out="docs/measurements/$name-$(date -u +%F).txt"
  {
    date -u +%FT%TZ
    git log -1 --format='commit %h'
    ./siyu bench "$name" "$@"
  } | tee "$out"
  ((PIPESTATUS[0] == 0)) || failed=1
done
exit $failed
