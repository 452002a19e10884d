#!/usr/bin/env bash
# cppcheck and gcc's -fanalyzer over the program, without tests. Nothing is suppressed but one kind of gcc's findings: it takes a
# buffer's room for NULL, not knowing that running out of memory does not come back.
set -u
cd "$(dirname "$0")/.." || exit 1
bad=0
cmake -S . -B build-analyze -G Ninja -DCMAKE_BUILD_TYPE=Debug -DTJ_TESTS=OFF -DTJ_WERROR=ON \
  -DCMAKE_C_FLAGS="-fanalyzer -Wno-analyzer-null-argument" >/dev/null || exit 1
cmake --build build-analyze >build-analyze/log.txt 2>&1 || { grep -A12 -E 'error|warning' build-analyze/log.txt; bad=1; }
cppcheck --project=build-analyze/compile_commands.json --enable=warning,performance,portability --std=c17 --quiet \
  --error-exitcode=1 -j "$(nproc)" || bad=1
exit $bad
