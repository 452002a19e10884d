#!/usr/bin/env bash
# Builds the program as users run it, measures it beside pcre2grep, rg, iconv, cat and wc on the same text in one run,
# and writes bench/RESULTS.md. bench/README.md says what is measured and how to set it.
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/install.sh
install_missing build bench
cmake --preset bench >/dev/null
cmake --build --preset bench
exec python3 bench/bench.py build-bench/tongji "$@"
