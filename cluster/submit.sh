#!/usr/bin/env bash
# Sends an extraction to Slurm as a job array and the merge behind it. The same command again sends what is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

usage() {
  cat <<'END'
usage: cluster/submit.sh [-n SHARDS] [-m MOST] [-c CORES] -o OUT LIST [-- OPTIONS]

Sends an array of SHARDS tasks to Slurm, each of which extracts its share of the inputs that LIST names (a file, one
name a line, as the nodes see them), and behind it the merge into OUT/facts.jsonl, facts.db and summary.xlsx.

  -o OUT      a folder that all nodes see; made if it is not there
  -n SHARDS   tasks of the array (64); a task should take some minutes
  -m MOST     how many may run at once (as many as Slurm lets)
  -c CORES    cores and threads of a task (1)
  OPTIONS     for 'tongji extract', such as --from-jsonl, --region NAME, --lexicon DIR

The same command again, after a failure, sends only the shards that are missing. Partition, account, time and memory are
taken from sbatch's own variables (SBATCH_PARTITION, SBATCH_ACCOUNT, SBATCH_TIMELIMIT, SBATCH_MEM_PER_NODE); TONGJI is
the program (tongji), TONGJI_TEMPLATE the report's template (quarterly).
END
}
fail() {
  echo "submit.sh: $1" >&2
  exit 2
}

shards=64 most="" cores=1 out=""
while getopts n:m:c:o:h option; do
  case $option in
    n) shards=$OPTARG ;;
    m) most=%$OPTARG ;;
    c) cores=$OPTARG ;;
    o) out=$OPTARG ;;
    h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
if [ $# -eq 0 ] || [ -z "$out" ]; then
  usage >&2
  exit 2
fi
list=$1
shift
if [ "${1:-}" = -- ]; then shift; fi
[[ $shards =~ ^[1-9][0-9]*$ ]] || fail "-n takes a number of shards, not '$shards'"
[ -r "$list" ] || fail "$list: the list of inputs cannot be read"
if grep -qvE '^(/|$)' "$list"; then fail "$list: give the inputs' whole names, beginning with /: tasks run in other folders"; fi

# The plan is written once: shards of two plans must not meet in one folder.
plan=$(mktemp -d)
trap 'rm -rf "$plan"' EXIT
grep -v '^$' "$list" >"$plan/list" || fail "$list: it names no input"
wc -l <"$plan/list" | tr -d ' ' >"$plan/total"
echo "$shards" >"$plan/shards"
if [ $# -gt 0 ]; then printf '%s\n' "$@" >"$plan/options"; else : >"$plan/options"; fi
mkdir -p "$out/shards" "$out/logs"
out=$(cd "$out" && pwd)
if [ -d "$out/plan" ]; then
  diff -rq "$plan" "$out/plan" >/dev/null || fail "$out holds another extraction (list, shards or options differ); give another folder"
else
  cp -r "$plan" "$out/.plan" && mv "$out/.plan" "$out/plan"
fi

missing=$(for ((i = 0; i < shards; i++)); do [ -e "$out/shards/$(printf %05d "$i").jsonl" ] || echo "$i"; done)
# 0 1 2 5 as 0-2,5
ranges=$(awk 'function put() { printf "%s%s", comma, (to > from ? from "-" to : from); comma = "," }
  NR > 1 && $1 != to + 1 { put(); from = $1 } NR == 1 { from = $1 } { to = $1 } END { put() }' <<<"$missing")
after=()
if [ -n "$missing" ]; then
  array=$(sbatch --parsable --array="$ranges$most" --cpus-per-task="$cores" --output="$out/logs/extract-%A_%a.log" \
    "$here/array.sbatch" "$out")
  after=("--dependency=afterok:${array%%;*}" --kill-on-invalid-dep=yes)
  echo "array ${array%%;*}: shards $ranges"
fi
merge=$(sbatch --parsable ${after[@]+"${after[@]}"} --output="$out/logs/merge-%j.log" "$here/merge.sbatch" "$out")
echo "merge ${merge%%;*}: results in $out, logs in $out/logs"
