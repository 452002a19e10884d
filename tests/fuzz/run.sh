#!/usr/bin/env bash
# Runs every fuzz target for a while: tests/fuzz/run.sh SECONDS [TARGET ...]. Needs clang. What it finds of interest stays in
# build-fuzz/corpus; an input that crashes is left in build-fuzz/found, and belongs into tests/fuzz/found once it is mended.
set -eu
cd "$(dirname "$0")/../.."
[ $# -ge 1 ] || { echo "usage: tests/fuzz/run.sh SECONDS [TARGET ...]" >&2; exit 2; }
seconds=$1
shift
targets=("$@")
[ $# -gt 0 ] || targets=(extract decode text page docx pdf_page quantity record facts corrections template)
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz >/dev/null
mkdir -p build-fuzz/found
while IFS= read -r word; do # libFuzzer wants what is not ASCII as hexadecimal
  printf '"%s"\n' "$(printf %s "$word" | od -An -v -tx1 | tr -d '\n' | sed 's/ /\\x/g')"
done < tests/fuzz/words.txt > build-fuzz/words.dict

folders() { # the folders of seeds that target $1 begins with
  local folder
  for folder in "tests/fuzz/seeds/$1" "tests/fuzz/found/$1"; do [ -d "$folder" ] && echo "$folder"; done
  case $1 in
    extract) echo samples tests/fuzz/seeds/{text,page,quantity} ;;
    text) echo samples tests/fuzz/seeds/decode ;;
    decode) echo tests/fuzz/seeds/text ;;
    template) echo templates ;;
  esac
}
failed=0
for target in "${targets[@]}"; do
  corpus=build-fuzz/corpus/$target
  mkdir -p "$corpus"
  log=build-fuzz/$target.log
  began=$SECONDS
  # shellcheck disable=SC2046  # words are wanted
  build-fuzz/tests/fuzz/fuzz_"$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1 \
    -dict=build-fuzz/words.dict -artifact_prefix="build-fuzz/found/$target-" "$corpus" $(folders "$target") >"$log" 2>&1 \
    || { echo "FAILED: $target, see $log"; failed=1; }
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  cover=$(grep -o 'cov: [0-9]*' "$log" | tail -1)
  echo "$target: ${runs:-?} runs in $((SECONDS - began)) s, ${cover:-cov: ?}, corpus $(find "$corpus" -type f | wc -l) inputs"
done
exit $failed
