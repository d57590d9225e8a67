"""Make .venv from the locks: `python -m scripts.install default [test] [full]`.

Run by Python 3.10 (scripts/python310.sh) before anything is installed, hence the
standard library only.
"""

from __future__ import annotations

import sys
import venv

from scripts.logged import ROOT, run_logged

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
SITE_PACKAGES = VENV / "lib" / "python3.10" / "site-packages"

# Read at each start of Python in .venv.  Its paths are relative to site-packages:
# - the root, so that `rasa` finds our components from any folder;
# - standins/, after everything installed, so that a real TensorFlow wins.
# Its code keeps Rasa's telemetry off for commands typed by hand, too, and has Rasa's
# modules changed as they are imported, in the ways that extensions/core/hook.py lists.
PTH = """\
../../../..
../../../../standins
import os; os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
import extensions.core.hook as hook; hook.install()
"""

# Plain `rasa test` looks for test stories in every folder of the project, so also in
# .venv, where it finds those that `rasa init` would copy.  They are not about our bot.
RASA_INIT_STORIES = SITE_PACKAGES / "rasa/cli/initial_project/tests/test_stories.yml"


def main(names: list[str]) -> int:
    """Install each named lock, and leave a stamp that lets make see that it is done."""
    for name in names:
        if name == "default":
            make_venv()
        if not install_lock(name):
            return 1
        RASA_INIT_STORIES.unlink(missing_ok=True)
        (VENV / f"installed-{name}").touch()
    return 0


def make_venv() -> None:
    print("Setting up .venv: this takes a few minutes, once.", flush=True)
    # From nothing, so that what leaves a lock leaves the environment as well.
    venv.create(VENV, clear=True, symlinks=True, with_pip=True)
    (SITE_PACKAGES / "partners.pth").write_text(PTH)


def install_lock(name: str) -> bool:
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install"]
    lock = f"--requirement={ROOT}/requirements/{name}.lock"
    # Everything is in the locks, and --no-deps keeps Rasa from fetching TensorFlow.
    return run_logged(f"install-{name}", [*pip, "--no-deps", "--require-hashes", lock])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
