"""Creates the Python virtual environment for the build's tests, with the notebooks' requirements, in the checkout's
folder target/python. An existing one with the same requirements is kept. Of several at once, one creates it, and the others
wait.

    python3 environment.py
"""

import fcntl
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements.txt"
FOLDER = HERE.parent / "target" / "python"


def main() -> None:
    if sys.version_info < (3, 10):
        sys.exit(f"needs Python 3.10 or later, but this is {sys.version.split()[0]}")
    FOLDER.parent.mkdir(exist_ok=True)
    with open(FOLDER.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        make()


def make() -> None:
    wanted = REQUIREMENTS.read_text()
    # Written last, so that an interrupted installation is repeated.
    installed = FOLDER / "installed"
    if installed.exists() and installed.read_text() == wanted:
        return
    venv.create(FOLDER, clear=True, with_pip=True)
    pip = [FOLDER / "bin" / "python", "-m", "pip", "install", "--disable-pip-version-check"]
    # Not compiled, since only a small part is ever imported.
    done = subprocess.run([*pip, "--no-compile", "-r", REQUIREMENTS])
    if done.returncode != 0:
        sys.exit("pip could not install what the notebooks require")
    installed.write_text(wanted)


if __name__ == "__main__":
    main()
