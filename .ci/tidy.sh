#!/usr/bin/env bash
# clang-tidy over every C file of the program, with the checks of .clang-tidy.
find extract report cli -name '*.c' -print0 | xargs -0 -P "$(nproc)" -n 6 clang-tidy -p build-ci --quiet 2>/dev/null
