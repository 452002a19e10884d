#!/usr/bin/env bash
# Runs every fuzz target for a while: tests/fuzz/run.sh SECONDS [TARGET ...]. Needs clang. What it finds of interest stays in
# build-fuzz/corpus; an input that crashes is left in build-fuzz/found, and belongs into tests/fuzz/found once it is mended.
set -eu
cd "$(dirname "$0")/../.."
[ $# -ge 1 ] || { echo "usage: tests/fuzz/run.sh SECONDS [TARGET ...]" >&2; exit 2; }
seconds=$1
shift
targets=("$@")
[ $# -gt 0 ] || targets=(extract docx pdf_lines quantity record facts corrections template)
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz >/dev/null
failed=0
for target in "${targets[@]}"; do
  corpus=build-fuzz/corpus/$target
  mkdir -p "$corpus" build-fuzz/found
  seeds=()
  for folder in "tests/fuzz/seeds/$target" "tests/fuzz/found/$target"; do [ -d "$folder" ] && seeds+=("$folder"); done
  [ "$target" = extract ] && seeds+=(samples)
  [ "$target" = template ] && seeds+=(templates)
  log=build-fuzz/$target.log
  build-fuzz/tests/fuzz/fuzz_"$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1 \
    -artifact_prefix="build-fuzz/found/$target-" "$corpus" "${seeds[@]}" >"$log" 2>&1 || { echo "FAILED: $target, see $log"; failed=1; }
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  cover=$(grep -o 'cov: [0-9]*' "$log" | tail -1)
  echo "$target: ${runs:-?} runs in $seconds s, ${cover:-cov: ?}, corpus $(find "$corpus" -type f | wc -l) inputs"
done
exit $failed
