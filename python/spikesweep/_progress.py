"""A progress bar, if the user can see one and tqdm is installed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from importlib.util import find_spec
from types import TracebackType
from typing import Any

Progress = bool | Callable[[float, int], None] | None


class Bar(AbstractContextManager["Bar"]):
    """Shows how many rows are done.

    Parameters
    ----------
    progress : bool, callable or None
        Whether to show a bar; None for one on a terminal or in a notebook, if tqdm is there. A callable gets the number
        of rows that are done, and that of all, a few times a second.
    name : str
        What is shown beside it.
    """

    def __init__(self, progress: Progress, name: str) -> None:
        self._progress = progress
        self._name = name
        self._bar: Any = None
        self._kind = None if callable(progress) or progress is False else _kind(progress is True)

    def __call__(self, rows: float, of: int) -> None:
        if callable(self._progress):
            self._progress(rows, of)
        elif self._kind is not None:
            if self._bar is None:
                self._bar = self._kind(total=of, desc=self._name, unit=" rows", leave=False)
            self._bar.n = int(rows)
            self._bar.refresh()

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.close()


def _kind(wanted: bool) -> Any:
    """The class of bars; None if none is to be shown."""
    if find_spec("tqdm") is None:
        return None
    if _in_notebook() and find_spec("ipywidgets") is not None:
        return import_module("tqdm.notebook").tqdm
    return import_module("tqdm").tqdm if wanted or sys.stderr.isatty() else None


def _in_notebook() -> bool:
    shell = sys.modules.get("IPython")
    return shell is not None and type(shell.get_ipython()).__name__ == "ZMQInteractiveShell"
