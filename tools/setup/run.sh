#!/bin/sh
# Finds a Python from 3.11 on that has pip, and runs the set-up with it: run.sh TARGET.
# Shims of version managers may stand on the path without working in this folder, so each candidate is tried.
set -u
cd "$(dirname "$0")/../.." || exit 1

fits() {
    "$1" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
        { [ -x .kept/uv/bin/uv ] || "$1" -I -c 'import pip' 2>/dev/null; }
}

if command -v git >/dev/null 2>&1; then :; else
    echo "git is missing: install it (Debian and Ubuntu: apt-get install git)." >&2
    exit 1
fi
for python in ${PYTHON:-} python3 python3.13 python3.12 python3.14 python3.11 /usr/bin/python3 /usr/local/bin/python3 \
    "${PYENV_ROOT:-${HOME:-/root}/.pyenv}"/versions/3.1[1-9]*/bin/python3 /opt/homebrew/bin/python3; do
    if fits "$python"; then
        exec "$python" -B -m tools.setup "$@"
    fi
done
echo "No Python from 3.11 on with pip was found: install one (Debian and Ubuntu: apt-get install python3 python3-pip)." >&2
exit 1
