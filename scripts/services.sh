#!/bin/sh
# Install the system packages that tests need, where they are missing.
set -eu

missing=""

need() { # PACKAGE FILE…: the package is there if one of the files is
    package=$1
    shift
    for file in "$@"; do
        [ -e "$file" ] && return
    done
    missing="$missing $package"
}

# For conversations on several machines: tests/postgresql.py starts a server of its own.
need postgresql /usr/lib/postgresql/*/bin/postgres

# For the Slack channel on several machines: tests/redis_server.py starts one.
need redis-server /usr/bin/redis-server

# The widget is tested in a real browser (tests/browser.py), and its modules by Node.
need chromium /usr/bin/chromium
command -v node >/dev/null || missing="$missing nodejs"
command -v npm >/dev/null || missing="$missing npm"

[ -n "$missing" ] || exit 0

install="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" -ne 0 ]; then
    echo "Tests need$missing: run 'sudo $install'" >&2
    exit 1
fi
apt-get update --quiet
DEBIAN_FRONTEND=noninteractive $install
