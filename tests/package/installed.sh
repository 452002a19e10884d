#!/usr/bin/env bash
# Installs into a folder of its own and builds against what is there, by pkg-config and by find_package, as C and as
# C++: installed.sh BUILD SOURCE VERSION CC CXX SANITIZE
set -u
build=$1 source=$2 version=$3 cc=$4 cxx=$5 sanitize=$6
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() { echo "FAILED: $*"; failed=1; }
must() { "$@" >"$work/log" 2>&1 || { fail "$*"; cat "$work/log"; return 1; }; }

flags=()
[ -n "$sanitize" ] && flags=("-fsanitize=$sanitize")
must cmake --install "$build" --prefix "$work/first" || exit 1
mv "$work/first" "$work/moved" # the installed tree may lie anywhere
tree=$work/moved
lib=$(dirname "$(find "$tree" -name libtongji.so)")

for file in bin/tongji include/tongji.h share/doc/libtongji-dev/examples/facts.c share/man/man1/tongji-report.1.gz \
  share/bash-completion/completions/tongji share/zsh/site-functions/_tongji; do
  [ -e "$tree/$file" ] || fail "$file is not installed"
done
[ "$(readlink "$lib/libtongji.so")" = libtongji.so.0 ] || fail "libtongji.so leads to libtongji.so.0"
readelf -d "$lib/libtongji.so.$version" | grep -q 'SONAME.*\[libtongji.so.0\]' || fail "the soname is libtongji.so.0"

# Only what tongji.h declares is shown, and all of it.
nm -D --defined-only "$lib/libtongji.so" | sed -n 's/.* [TDBR] \([^@]*\).*/\1/p' | sort >"$work/shown"
grep -oE '\btongji_[a-z_]+\(' "$tree/include/tongji.h" | tr -d '(' | sort -u >"$work/declared"
diff "$work/declared" "$work/shown" || fail "what is declared and what the library shows differ"

export PKG_CONFIG_PATH=$lib/pkgconfig LD_LIBRARY_PATH=$lib
[ "$(pkg-config --modversion tongji)" = "$version" ] || fail "pkg-config's version"
read -ra use <<<"$(pkg-config --cflags --libs tongji)"
strict=(-Wall -Wextra -Wpedantic -Werror)
cd "$work" || exit 1
must "$cc" -std=c17 "${strict[@]}" ${flags[@]+"${flags[@]}"} "$source/tests/package/library.c" "${use[@]}" -o library-c &&
  { ./library-c "$version" || fail "the library from C"; }
must "$cxx" -std=c++17 -x c++ "${strict[@]}" ${flags[@]+"${flags[@]}"} "$source/tests/package/library.c" "${use[@]}" -o library-cxx &&
  { ./library-cxx "$version" || fail "the library from C++"; }

must cmake -S "$source/tests/package/consumer" -B cmake-build -DCMAKE_PREFIX_PATH="$tree" -DCMAKE_C_COMPILER="$cc" \
  -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_C_FLAGS="${flags[*]-}" -DEXAMPLE="$tree/share/doc/libtongji-dev/examples/facts.c" &&
  must cmake --build cmake-build && {
  cp "$source/samples/shanghai-communique-2023.txt" report.txt
  ./cmake-build/facts report.txt >table || fail "the example"
  grep -qP '^上海市\t[^\t]+\t2023\tlevel\t[0-9.]+\t' table || fail "the example prints facts: $(head -3 table)"
  [ "$(wc -l <table)" = "$("$tree/bin/tongji" extract -q report.txt | wc -l)" ] || fail "as many facts as the program"
  ./cmake-build/facts nowhere.txt 2>words && fail "the example says that a file is missing"
  grep -q 'nowhere.txt: no such file' words || fail "the example names the file"
}
[ "$failed" = 0 ]
