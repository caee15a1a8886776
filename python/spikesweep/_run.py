"""The functions of the package."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, overload

from . import _engine
from ._error import SweepError
from ._progress import Bar, Progress
from ._result import Model, Plan, Result, Trace, read
from ._sweep import Sweep, SweepLike, excerpt


def run(
    sweep: SweepLike,
    *,
    set: Mapping[str, Any] | None = None,
    where: str | None = None,
    columns: Sequence[str] | None = None,
    models: str | os.PathLike[str] | None = None,
    out: str | os.PathLike[str] | None = None,
    overwrite: bool = False,
    wave: float | None = None,
    threads: int | None = None,
    progress: Progress = None,
) -> Result:
    """Simulates a sweep.

    Parameters
    ----------
    sweep : str, path, mapping or Sweep
        What to simulate; see `Sweep`.
    set : mapping, optional
        Values that replace those of the sweep: ``{"duration": 200, "parameters.gk": 0.3}``; see `Sweep.set`.
    where : str, optional
        A condition on ``id`` and the axes: only these rows, which keep their ids.
    columns : list of str, optional
        The columns of the table that are wanted, in memory only; what others need is not computed.
    models : path, optional
        A folder of model files, in which those are looked for that are not beside the sweep.
    out : path, optional
        A directory for the rows, as the command ``run`` writes it, for a long sweep: a run that has ended early goes on when it
        is asked for again. Without it the rows are kept in memory alone.
    overwrite : bool
        Replace results in the directory instead of going on with them.
    wave : float, optional
        About how many seconds of work an interruption of a run into a directory can lose; 300 by default.
    threads : int, optional
        How many threads simulate; one for each core by default.
    progress : bool or callable, optional
        Whether to show a progress bar; by default on terminals and in notebooks, if tqdm is installed. A callable gets how many
        rows are done and how many there are.

    Returns
    -------
    Result
        The table, sorted by id.

    Raises
    ------
    SweepError
        If there is a mistake in the sweep.
    KeyboardInterrupt
        If the user interrupts it. Rows that were finished in a directory are kept, and the engine is ready for the next call.
    """
    if out is not None and columns is not None:
        raise ValueError("columns is for rows in memory; in a directory, 'outputs' of the sweep chooses the columns")
    request, tables = _request(sweep, set, where, models)
    request["do"] = "run"
    if threads is not None:
        request["threads"] = threads
    if out is None:
        request["describe"] = True
        if columns is not None:
            request["columns"] = list(columns)
    else:
        request |= {"out": _engine.path(out), "overwrite": overwrite, "command": _command()}
        if wave is not None:
            request["wave"] = wave
    with Bar(progress, str(request.get("path", "sweep"))) as bar:
        answer = ask(request, tables, bar)
    if out is None:
        return Result(answer.table, answer.facts)
    result = read(out)
    result.warnings = answer.facts["warnings"]
    result.audit = answer.facts["audit"]
    result.notes = answer.notes
    return result


def plan(
    sweep: SweepLike,
    *,
    set: Mapping[str, Any] | None = None,
    where: str | None = None,
    models: str | os.PathLike[str] | None = None,
    calibrate: bool = False,
) -> Plan:
    """Tells what a sweep would run, without running it.

    Parameters
    ----------
    sweep, set, where, models
        As for `run`.
    calibrate : bool
        Whether to simulate some rows, for a few seconds, to measure how fast this machine is.
    """
    request, tables = _request(sweep, set, where, models)
    facts = ask({**request, "do": "plan", "calibrate": calibrate}, tables).facts
    return Plan(**{key: value for key, value in facts.items() if key not in ("id", "event")})


def trace(
    sweep: SweepLike,
    id: int,
    *,
    every: float | None = None,
    set: Mapping[str, Any] | None = None,
    models: str | os.PathLike[str] | None = None,
) -> Trace:
    """Simulates one row, and keeps every variable over time, including the transient.

    Parameters
    ----------
    sweep, set, models
        As for `run`.
    id : int
        The row's id.
    every : float, optional
        The time between two values, in the model's unit of time: a multiple of the step. By default the step, or a multiple
        if there are more than a million.

    Returns
    -------
    Trace
        The columns ``t`` and the model's variables.
    """
    request, tables = _request(sweep, set, None, models)
    request |= {"do": "trace", "row": int(id)}
    if every is not None:
        request["every"] = every
    answer = ask(request, tables)
    return Trace(answer.table, int(id), answer.facts)


@overload
def models(name: None = None) -> list[Model]: ...


@overload
def models(name: str | os.PathLike[str]) -> Model: ...


def models(name: str | os.PathLike[str] | None = None) -> list[Model] | Model:
    """The built-in models; or one of them, or the one in a file, by its name.

    Parameters
    ----------
    name : str or path, optional
        The name of a built-in model, or the path of a model file, which ends in ``.yaml``.
    """
    request: dict[str, Any] = {"do": "models"}
    if name is not None:
        text = os.fspath(name)
        request["name"] = _engine.path(text) if text.endswith((".yaml", ".yml")) else text
    found = [Model(**facts) for facts in ask(request, {}).facts["models"]]
    return found if name is None else found[0]


def ask(request: Mapping[str, Any], tables: Mapping[str, bytes], bar: Bar | None = None) -> _engine.Answer:
    """The engine's answer. A mistake in a sweep that is in no file is shown with its line."""
    try:
        return _engine.engine().call(request, tables, bar)
    except SweepError as fault:
        line, column = fault.line, fault.column
        if fault.file != request.get("name") or line is None or column is None:
            raise
        raise SweepError(fault.message, fault.file, line, column, excerpt(request, line, column)) from None


def _request(
    sweep: SweepLike,
    changes: Mapping[str, Any] | None,
    where: str | None,
    folder: str | os.PathLike[str] | None,
) -> tuple[dict[str, Any], dict[str, bytes]]:
    request, tables = Sweep(sweep).set(changes)._request()
    if where is not None:
        request["where"] = where
    if folder is not None:
        request["models"] = _engine.path(folder)
    return request, tables


def _command() -> list[str]:
    """What is recorded as the command of a run into a directory."""
    return ["python", os.path.basename(sys.argv[0])] if sys.argv and sys.argv[0] else ["python"]
