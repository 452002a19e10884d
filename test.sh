#!/usr/bin/env bash
# Installs what is missing, builds with tests, runs them all. The last line is 'N passed, N failed'.
# With CI=true also: warnings are errors, clang-format and clang-tidy, the suites under ASan and UBSan, threads under
# ThreadSanitizer.
set -uo pipefail
cd "$(dirname "$0")"
. cmake/install.sh

fail() { echo "$1"; echo "0 passed, 1 failed"; exit 1; }

preset=release
lint=()
[ "${CI:-}" = true ] && { preset=ci; lint=(lint); }
install_missing build test ${lint[@]+"${lint[@]}"} || fail "packages could not be installed"

# The names of the tests that ran and how each ended, from ctest's own record.
passed=0 failed=0
run_preset() {
  local log where
  cmake --preset "$1" -DTJ_TESTS=ON >/dev/null || fail "configuring $1 failed"
  cmake --build --preset "$1" || fail "building $1 failed"
  log=$(mktemp)
  ctest --preset "$1" --output-junit "$PWD/build-junit.xml" | tee "$log"
  passed=$((passed + $(grep -c ' Passed ' "$log")))
  failed=$((failed + $(grep -F '***' "$log" | grep -vc '\*\*\*Skipped')))
  if [ "$1" = release ]; then where=build; else where=build-$1; fi
  grep -h '^SKIPPED' "$where/Testing/Temporary/LastTest.log"
  rm -f "$log" build-junit.xml
}

check() { # NAME COMMAND...
  local name=$1
  shift
  if "$@"; then passed=$((passed + 1)); echo "ok: $name"; else failed=$((failed + 1)); echo "FAILED: $name"; fi
}

run_preset "$preset"
if [ "${CI:-}" = true ]; then
  run_preset debug
  run_preset tsan
  check clang-format .ci/format.sh
  check clang-tidy .ci/tidy.sh
  check analysis .ci/analyze.sh
  check layers .ci/layers.sh
  check run.sh ./run.sh
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
