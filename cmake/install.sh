# Sourced by run.sh and test.sh: installs the Debian packages that are missing, and only then asks the network.

packages_build="build-essential cmake ninja-build pkg-config libxlsxwriter-dev libgsl-dev libpcre2-dev libyaml-dev
  libsqlite3-dev libcjson-dev zlib1g-dev libutf8proc-dev libgumbo-dev libzip-dev libxml2-dev libpoppler-glib-dev"
packages_test="libcunit1-dev libreoffice-calc-nogui fonts-noto-cjk python3 python3-openpyxl python3-jsonschema python3-pandas r-base-core sqlite3
  valgrind chromium chromium-driver python3-selenium jq mandoc zsh strace"
packages_lint="clang-format clang-tidy cppcheck lintian"
packages_cluster="slurm-wlm munge"
packages_bench="pcre2-utils ripgrep time python3"

# install_missing build|test|lint|bench ...
install_missing() {
  local missing="" package group list
  for group in "$@"; do
    list="packages_$group"
    for package in ${!list}; do
      dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
  done
  [ -z "$missing" ] && return 0
  local as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  echo "installing:$missing"
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
