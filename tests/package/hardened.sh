#!/usr/bin/env bash
# Are what a release build makes hardened: hardened.sh PROGRAM LIBRARY? Also: they cannot even call what opens a
# connection or starts another program.
set -u
failed=0
fail() { echo "FAILED: $1: $2"; failed=1; }

hardened() { # FILE
  local segments dynamic needed
  segments=$(readelf -lW "$1") dynamic=$(readelf -dW "$1") needed=$(nm -D --undefined-only "$1")
  readelf -hW "$1" | grep -q 'Type: *DYN' || fail "$1" "not position independent"
  grep -q GNU_RELRO <<<"$segments" || fail "$1" "its tables can be written to"
  grep -qE 'BIND_NOW|Flags:.*NOW' <<<"$dynamic" || fail "$1" "binds late"
  grep -q 'GNU_STACK' <<<"$segments" || fail "$1" "does not say that its stack holds no code"
  grep -E '^  (LOAD|GNU_STACK) .* (RWE|WE) ' <<<"$segments" && fail "$1" "what can be written can be run"
  grep -qE 'RPATH|RUNPATH|TEXTREL' <<<"$dynamic" && fail "$1" "searches for libraries in a place of its own, or is mended when loaded"
  grep -q __stack_chk_fail <<<"$needed" || fail "$1" "no stack protectors"
  grep -q '__[a-z]*printf_chk' <<<"$needed" || fail "$1" "its calls are not fortified"
  grep -wE '(system|popen|v?fork|exec[vl]p?e?|execvpe|fexecve|posix_spawnp?|socket|connect|bind|getaddrinfo)(@.*)?$' <<<"$needed" &&
    fail "$1" "can open connections or start programs"
}

for file in "$@"; do hardened "$file"; done
readelf -dW "$1" | grep -q 'FLAGS_1.* PIE' || fail "$1" "not linked as a position independent program"
exit $failed
