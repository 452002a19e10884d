#!/usr/bin/env bash
# The array and the merge on a real Slurm, a controller and two nodes on this machine, one of which dies in the middle:
# test.sh TONGJI SAMPLES. Ends with 77, saying why, where that cannot be done.
set -u
tongji=$(realpath "$1") samples=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
[ -n "${TJ_BOUNDED:-}" ] || TJ_BOUNDED=yes exec timeout 330 bash "$0" "$@" # whatever happens
skip() { echo "SKIPPED: $1"; exit 77; }
[ "${CI:-}" = true ] && skip "not on a machine of CI"
[ "$(id -u)" = 0 ] || skip "the daemons of Slurm have to be started by root"
. "$here/../cmake/install.sh"
PATH=$PATH:/usr/sbin:/sbin
timeout 180 bash -c ". '$here/../cmake/install.sh'; install_missing cluster" </dev/null >/dev/null 2>&1
for program in munged slurmctld slurmd sbatch; do
  command -v "$program" >/dev/null || skip "$program is not installed and cannot be (packages $packages_cluster)"
done
id munge >/dev/null 2>&1 || skip "the user munge is missing"

work=$(mktemp -d /tmp/tongji-slurm-XXXXXX)
export SLURM_CONF=$work/slurm.conf
daemons=()
failed=0
fail() { echo "FAILED: $1"; failed=1; }

# By their ids, and only what was started here.
clean_up() {
  scancel --quiet --user=root 2>/dev/null
  sleep 1
  kill "${daemons[@]}" 2>/dev/null
  for _ in $(seq 30); do
    kill -0 "${daemons[@]}" 2>/dev/null || break
    sleep 0.2
  done
  kill -9 "${daemons[@]}" 2>/dev/null
  [ "$failed" = 0 ] || tail -n 25 "$work"/log/*.log "$work"/out/logs/*.log
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' INT TERM

# wait_for SECONDS WORDS COMMAND...: until the command succeeds
wait_for() {
  local seconds=$1 words=$2
  shift 2
  for _ in $(seq $((seconds * 5))); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.2
  done
  fail "$words (waited $seconds seconds)"
  exit 1
}

start_munge() {
  chmod 755 "$work"
  mkdir "$work/munge" && head -c 1024 /dev/urandom >"$work/munge/key"
  chmod 755 "$work/munge" && chmod 400 "$work/munge/key" && chown -R munge: "$work/munge"
  setpriv --reuid=munge --regid=munge --clear-groups munged --foreground --key-file="$work/munge/key" \
    --socket="$work/munge/socket" --pid-file="$work/munge/pid" --log-file="$work/munge/log" --seed-file="$work/munge/seed" \
    >/dev/null 2>&1 &
  daemons+=($!)
  wait_for 10 "munged does not answer" munge --socket="$work/munge/socket" --no-input
}

# Three ports that nobody listens at.
free_ports() {
  local port=$((20000 + RANDOM % 20000)) found=()
  while [ "${#found[@]}" -lt 3 ]; do
    port=$((port + 1))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || found+=("$port")
  done
  echo "${found[@]}"
}

write_conf() { # PORT PORT PORT
  cat >"$SLURM_CONF" <<END
ClusterName=tongji
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$1
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool-%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
SlurmctldParameters=idle_on_node_suspend
SchedulerParameters=sched_interval=2,bf_interval=2
SlurmdTimeout=6
SlurmctldTimeout=6
KillWait=2
MinJobAge=300
ReturnToService=2
NodeName=one NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=$2 CPUs=1 RealMemory=512
NodeName=two NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=$3 CPUs=1 RealMemory=512
PartitionName=all Nodes=one,two Default=YES MaxTime=10 State=UP
END
}

start_slurm() {
  local ports
  read -ra ports <<<"$(free_ports)"
  mkdir "$work/state" "$work/log" "$work/spool-one" "$work/spool-two"
  write_conf "${ports[@]}"
  slurmctld -D -L "$work/log/slurmctld.log" >/dev/null 2>&1 &
  daemons+=($!)
  for node in one two; do
    slurmd -D -N "$node" -L "$work/log/slurmd-$node.log" >/dev/null 2>&1 &
    daemons+=($!)
    eval "slurmd_$node=$!"
  done
  wait_for 60 "the nodes do not come up" nodes_are 2 idle
}
nodes_are() { [ "$(sinfo -h -N -t "$2" -o %N 2>/dev/null | sort -u | wc -l)" = "$1" ]; }

# The inputs: the samples four times over, each copy a little different, one text twice, and one that never ends. Task
# 2 of 8 waits for that one with half of its share done.
make_inputs() {
  mkdir "$work/in"
  for copy in 1 2 3 4; do
    for sample in "$samples"/*.txt; do
      name=$work/in/$copy-$(basename "$sample")
      { cat "$sample"; [ "$copy" = 2 ] || printf '\n第%s号工程完成投资%s亿元。\n' "$copy" "$((copy + 3))" \
        | iconv -t "$(grep -q gb18030 <<<"$sample" && echo GB18030 || echo UTF-8)"; } >"$name"
    done
  done
  cp "$work/in/2-interviews-2024.txt" "$work/in/9-twice.txt"
  find "$work/in" -name '*.txt' | sort >"$work/list"
  echo "$work/in/not-there.txt" >>"$work/list"
  stuck=$(sed -n 12p "$work/list")
  mv "$stuck" "$work/held" && mkfifo "$stuck"
  exec 9<>"$stuck"
}

# The program, leaving word of which task runs where.
make_program() {
  cat >"$work/tongji" <<END
#!/bin/sh
if [ -n "\${SLURM_ARRAY_TASK_ID:-}" ]; then
  echo "\$\$ \$PPID \$SLURMD_NODENAME \$SLURM_JOB_ID \${SLURM_RESTART_COUNT:-0}" >"$work/task-\$SLURM_ARRAY_TASK_ID"
fi
exec "$tongji" "\$@"
END
  chmod +x "$work/tongji"
  export TONGJI=$work/tongji
}

state_of() { scontrol show job "$1" 2>/dev/null | grep -o 'JobState=[A-Z_]*' | cut -d= -f2; }
job_is() { [ "$(state_of "$1")" = "$2" ]; }
stuck_task() { for i in 0 1 2 3 4 5 6 7; do grep -qs "^$stuck\$" "$work"/out/shards/.part-$i-*/list && echo $i; done; }
a_task_hangs() { [ -n "$(stuck_task)" ]; }
others_are_there() { [ "$(find "$work/out/shards" -name '*.jsonl' -not -path '*/.part*' | wc -l)" = 7 ]; }

# The task that hangs, the step that runs it and its node's daemon die at one blow.
kill_node() {
  local task pid parent node job rest stepd
  task=$(stuck_task)
  read -r pid parent node job rest <"$work/task-$task"
  stepd=$(ps -o ppid= -p "$parent" | tr -d ' ')
  eval "kill -9 \$slurmd_$node $stepd $parent $pid"
  exec 9>&-
  rm "$stuck" && mv "$work/held" "$stuck"
  echo "killed node $node and task $task (job $job)"
  dead_task=$task dead_node=$node dead_job=$job
  [ -e "$work/out/shards/$(printf %05d "$task").jsonl" ] && fail "the killed task left a shard"
  find "$work/out/shards" -path "*/.part-$task-*" -name '.tongji-*' | grep -q . || fail "the task was not killed in the middle"
}
requeued() { scontrol show job "$dead_job" | grep -q 'Restarts=1'; }
ran_again() { scontrol update jobid="$dead_job" starttime=now; [ -e "$work/out/shards/$(printf %05d "$dead_task").jsonl" ]; }

start_munge
start_slurm
make_inputs
make_program
"$here/submit.sh" -n 8 -o "$work/out" "$work/list" >"$work/said" || { fail "submit.sh"; exit 1; }
cat "$work/said"
merge=$(sed -n 's/^merge \([0-9]*\):.*/\1/p' "$work/said")
wait_for 120 "the other tasks do not end" others_are_there
wait_for 10 "no task hangs" a_task_hangs
job_is "$merge" PENDING || fail "the merge did not wait for the array"
kill_node
wait_for 120 "Slurm does not queue the task again" requeued
wait_for 120 "the task does not run again" ran_again
grep -q ' 1$' "$work/task-$dead_task" || fail "the task's second run is no restart"
[ "$(awk '{ print $3 }' "$work/task-$dead_task")" = "$dead_node" ] && fail "it ran on the dead node"
wait_for 120 "the merge does not end" job_is "$merge" COMPLETED

# The same bytes as a single run's.
"$tongji" extract -q --files-from "$work/list" --rejects "$work/rejects.jsonl" -o "$work/single.jsonl" 2>/dev/null
"$tongji" convert -q -o "$work/facts.jsonl" "$work/single.jsonl"
"$tongji" convert -q -o "$work/facts.db" "$work/facts.jsonl"
(cd "$work" && "$tongji" report -q -t quarterly -o summary.xlsx facts.db)
for file in facts.jsonl facts.db summary.xlsx rejects.jsonl; do
  cmp "$work/$file" "$work/out/$file" || fail "$file is not that of a single run"
done
[ "$(wc -l <"$work/single.jsonl")" -gt "$(wc -l <"$work/out/facts.jsonl")" ] || fail "the text that is there twice has its facts twice"
[ "$(wc -l <"$work/out/facts.jsonl")" -gt 500 ] || fail "too few facts"
find "$work/out" -name '.*' | grep -q . && fail "something was left: $(find "$work/out" -name '.*')"

# Again: nothing to do but the merge; a shard that is lost is made again; another plan is refused.
rm "$work/out/shards/00003.jsonl" "$work/out/facts.jsonl"
"$here/submit.sh" -n 8 -o "$work/out" "$work/list" >"$work/said" || fail "submit.sh again"
grep -q 'shards 3$' "$work/said" || fail "the lost shard alone is to be sent: $(cat "$work/said")"
merge=$(sed -n 's/^merge \([0-9]*\):.*/\1/p' "$work/said")
wait_for 120 "the second merge does not end" job_is "$merge" COMPLETED
cmp "$work/facts.jsonl" "$work/out/facts.jsonl" || fail "the second merge has other facts"
"$here/submit.sh" -n 9 -o "$work/out" "$work/list" >/dev/null 2>"$work/said" && fail "another plan in the same folder"
grep -q 'holds another extraction' "$work/said" || fail "another plan: $(cat "$work/said")"

# The merge itself checks that all shards are there.
rm "$work/out/shards/00005.jsonl"
bash "$here/merge.sbatch" "$work/out" >"$work/said" && fail "the merge goes on without a shard"
grep -q '1 of 8 shards are missing: 5' "$work/said" || fail "the missing shard is not named: $(cat "$work/said")"
[ "$failed" = 0 ] && echo "$(wc -l <"$work/facts.jsonl") facts, the same as a single run's"
exit $failed
