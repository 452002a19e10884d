#!/usr/bin/env bash
# Every C file is formatted as .clang-format says.
git ls-files '*.c' '*.h' | xargs clang-format --dry-run --Werror
