#!/usr/bin/env bash
# Is a release build hardened: hardened.sh PROGRAM? Ends with 77 if it is a build with sanitizers.
set -u
program=$1
failed=0
fail() { echo "FAILED: $1"; failed=1; }
symbols=$(readelf -sW --dyn-syms "$program")
grep -q __asan <<<"$symbols" && { echo "skipped: a build with sanitizers"; exit 77; }
readelf -hW "$program" | grep -q 'Type: *DYN' || fail "it is not position independent"
readelf -lW "$program" | grep -q GNU_RELRO || fail "its tables can be written to"
readelf -dW "$program" | grep -qE 'BIND_NOW|Flags:.*NOW' || fail "it binds late"
readelf -lW "$program" | grep -E 'GNU_STACK .* RWE' && fail "its stack can be run"
grep -q __stack_chk_fail <<<"$symbols" || fail "it has no stack protectors"
grep -q '__[a-z]*printf_chk' <<<"$symbols" || fail "its calls are not fortified"
exit $failed
