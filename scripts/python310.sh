#!/bin/sh
# Run Python 3.10, wherever this machine has it: `sh scripts/python310.sh ARGUMENTS`.
set -u

is_python310() {
    # ensurepip too: some distributions put what a venv needs in a package of its own.
    "$1" -c 'import ensurepip, sys; sys.exit(sys.version_info[:2] != (3, 10))' \
        >/dev/null 2>&1
}

# pyenv's shim for python3.10 exists, and fails, when another version is chosen there:
# hence each candidate is tried, and pyenv's own folder is looked into.
for candidate in "${PYTHON:-python3.10}" python3.10 \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10*/bin/python3.10 python3; do
    if is_python310 "$candidate"; then
        exec "$candidate" "$@"
    fi
done

echo "Python 3.10 with its venv module is needed and not found (Rasa 3.6 runs on nothing" \
    "newer): install python3.10 and python3.10-venv, or run 'pyenv install 3.10'," \
    "or say where it is: make PYTHON=/path/to/python3.10" >&2
exit 1
