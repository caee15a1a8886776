"""Makes the virtual environment of Python in which the build's tests run: with what the notebooks require, in the checkout's
folder target/python. One that is there already, with the same requirements, is kept.

    python3 environment.py
"""

import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements.txt"
FOLDER = HERE.parent / "target" / "python"


def main() -> None:
    if sys.version_info < (3, 10):
        sys.exit(f"Python 3.10 or later is needed, and this is {sys.version.split()[0]}")
    wanted = REQUIREMENTS.read_text()
    # Written last: what an interrupted installation leaves is made anew.
    installed = FOLDER / "installed"
    if installed.exists() and installed.read_text() == wanted:
        return
    venv.create(FOLDER, clear=True, with_pip=True)
    pip = [FOLDER / "bin" / "python", "-m", "pip", "install", "--disable-pip-version-check"]
    # Python compiles what it imports, which is a small part.
    done = subprocess.run([*pip, "--no-compile", "-r", REQUIREMENTS])
    if done.returncode != 0:
        sys.exit("pip could not install what the notebooks require")
    installed.write_text(wanted)


if __name__ == "__main__":
    main()
