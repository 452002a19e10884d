#!/usr/bin/env bash
# Makes the Debian packages and looks into them: deb.sh BUILD SOURCE VERSION [chroot]. With "chroot", and as root where
# debootstrap and a mirror are, they are installed, used and purged in a fresh Debian 12 too. Ends with 77 if it cannot.
set -u
build=$1 source=$2 version=$3 where=${4:-}
cannot() { echo "skipped: $1"; exit 77; }
[ "$where" != chroot ] || [ "$(id -u)" = 0 ] || cannot "a chroot is root's"
[ "$where" != chroot ] || command -v debootstrap >/dev/null || cannot "debootstrap is not installed"

work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
failed=0
fail() { echo "FAILED: $*"; failed=1; }

(cd "$build" && cpack -G DEB -B "$work") >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
arch=$(dpkg --print-architecture)
file_of() { echo "$work/$1_$version-1_$arch.deb"; }

# holds PACKAGE PATTERN...: files that must be in it
holds() {
  local deb pattern
  deb=$(file_of "$1")
  dpkg-deb -c "$deb" >"$work/$1.list" || { fail "$deb is no package"; return; }
  dpkg-deb -I "$deb" >"$work/$1.control"
  for pattern in "${@:2}" "\./usr/share/doc/$1/copyright$" "\./usr/share/doc/$1/changelog.Debian.gz$"; do
    grep -qE "$pattern" "$work/$1.list" || fail "$1 lacks $pattern"
  done
}
says() { grep -qE "$2" "$work/$1.control" || fail "$1's control file lacks: $2"; }

holds tongji '\./usr/bin/tongji$' 'man1/tongji\.1\.gz$' 'man1/tongji-extract\.1\.gz$' '/bash-completion/completions/tongji$' \
  '/zsh/vendor-completions/_tongji$'
holds libtongji0 "\./usr/lib/.*libtongji\.so\.$version$" '\./usr/lib/.*libtongji\.so\.0 -> '
holds libtongji-dev '\./usr/include/tongji.h$' '/pkgconfig/tongji.pc$' '/cmake/tongji/tongjiConfig.cmake$' '/libtongji\.so -> '
grep -qvE '^[^ ]+ root/root ' "$work/tongji.list" && fail "all files are root's"
grep -E '/(usr/local|home|tmp)/' "$work"/*.list && fail "a file lies where packages put none"
says tongji '^ Depends: .*libc6 .*libxlsxwriter'
# the readers of web pages, Word and PDF; the last is loaded by its name, which no tool sees
for library in libgumbo libzip libxml2 libpoppler-glib; do
  says tongji "^ Depends: .*$library[0-9t]* [(]"
  says libtongji0 "^ Depends: .*$library[0-9t]* [(]"
done
says tongji '^ Description: statistics out of Chinese text'
says libtongji-dev "libtongji0 \(= $version-1\)"
dpkg-deb --info "$(file_of libtongji0)" shlibs | grep -q '^libtongji 0 libtongji0 (>= ' || fail "libtongji0 says what its soname needs"

# An initial upload closes no bug where there is no archive; the calls of ldconfig are CPack's.
if command -v lintian >/dev/null; then
  lintian --allow-root --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs,maintscript-calls-ldconfig \
    "$work"/*.deb || fail "lintian"
else
  echo "lintian is not installed: not asked"
fi
[ "$where" = chroot ] || exit $failed

root=$work/root
mirror=$(sed -nE 's/^(deb|URIs:)( \[[^]]*\])? *(https?:[^ ]*).*/\3/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -1)
debootstrap --variant=minbase bookworm "$root" ${mirror:+"$mirror"} >"$work/log" 2>&1 || { tail -5 "$work/log"; cannot "no Debian to be had"; }
inside() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null
cp /etc/resolv.conf "$root/etc/" 2>/dev/null
mkdir "$root/debs" && cp "$work"/*.deb "$root/debs/" && cp -r "$source/samples" "$root/samples"
inside find / -xdev \( -path /var -o -path /debs -o -path /samples -o -path /proc -o -path /sys \) -prune -o -print | sort >"$work/before"
inside sh -c 'apt-get -qq update && apt-get -qqy --no-install-recommends install /debs/*.deb' >"$work/log" 2>&1 ||
  { tail -20 "$work/log"; fail "installing"; }
[ "$(inside tongji --version)" = "tongji $version" ] || fail "the installed program says its version"
python3 - "$source/tests/cli" "$root/samples/office" <<'END' || fail "making a PDF and a Word file"
import os, sys
sys.path.insert(0, sys.argv[1])
from makers import lines_of, paragraph, write_docx, write_pdf
os.makedirs(sys.argv[2])
text = '全年实现地区生产总值2523.5亿元，比上年增长2.5%。'
write_docx(sys.argv[2] + '/a.docx', paragraph(text))
write_pdf(sys.argv[2] + '/a.pdf', [lines_of(text, 50, 760, 20)])
END
for kind in docx pdf; do
  [ "$(inside tongji extract -q /samples/office/a.$kind | wc -l)" = 2 ] || fail "the facts of a $kind"
done
inside tongji extract -q -o /samples/facts.db /samples || fail "extract"
inside tongji report -q -o /samples/summary.xlsx /samples/facts.db || fail "report"
[ -s "$root/samples/summary.xlsx" ] || fail "a workbook"
inside ldconfig -p | grep -q 'libtongji.so.0 ' || fail "the loader knows libtongji.so.0"
inside dpkg --purge tongji libtongji-dev libtongji0 >"$work/log" 2>&1 || { cat "$work/log"; fail "purging"; }
inside apt-get -qqy autoremove --purge >/dev/null 2>&1
inside find / -xdev \( -path /var -o -path /debs -o -path /samples -o -path /proc -o -path /sys \) -prune -o -print | sort >"$work/after"
comm -13 "$work/before" "$work/after" | grep tongji && fail "something was left behind"
exit $failed
