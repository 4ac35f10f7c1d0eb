#!/usr/bin/env bash
# A rule author's path in a shell and in a browser at 2,000 orders a second; keeps what came of it as docs/measurements/authors-path-DATE.txt.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$home"
out="docs/measurements/authors-path-$(date -u +%F).txt"
./mvnw -q -Dquickly -pl samples -am verify -Dtest=None -Dit.test='AuthorsPathIT,AuthorsScreensIT' \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
{
  date -u +%FT%TZ
  git log -1 --format='commit %h'
  echo "machine: $(nproc) cores, the browser on the same"
  sed 's/^/shell: /' samples/target/authors-path.txt
  sed 's/^/browser: /' samples/target/authors-screens.txt
} | tee "$out"
