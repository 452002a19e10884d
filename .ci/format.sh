#!/usr/bin/env bash
# Every C file is formatted as .clang-format says.
find extract report cli tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run --Werror
