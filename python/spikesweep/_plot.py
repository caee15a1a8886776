"""Pictures, in the style of the notebooks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt
import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from ._result import Frame, Result, Trace

_HERE = Path(__file__).resolve().parent
_STYLE = "spikesweep.mplstyle"

#: Curves with more points are drawn without marks.
_MOST_MARKS = 60


def style() -> str:
    """The style sheet: the installed one, or that of the checkout this package is in."""
    installed = _HERE / _STYLE
    return str(installed if installed.is_file() else _HERE.parent.parent / "notebooks" / _STYLE)


def plot_trace(trace: Trace, y: str | None, ax: Axes | None) -> Axes:
    """Draws a variable over time."""
    variable = y or trace.columns[1]

    def draw(axes: Axes) -> None:
        axes.plot(trace["t"], trace[variable])
        _label(axes, trace, "t", variable, f"{trace.name}, row {trace.id}")

    return _drawn(draw, ax)


def plot_result(result: Result, y: str | None, x: str | None, ax: Axes | None) -> Axes:
    """Draws a feature along the axes."""
    feature = y or _feature(result)
    swept = [name for name in result.of_role("axis") if name in result.columns]
    numeric = [name for name in swept if np.issubdtype(result[name].dtype, np.number)]
    below = x or (numeric[-1] if numeric else "id")
    return _drawn(lambda axes: _draw(axes, result, feature, below, [name for name in swept if name != below], numeric), ax)


def _drawn(draw: Callable[[Axes], None], ax: Axes | None) -> Axes:
    """Axes on which something is drawn: those that are given, or new ones in the style of the notebooks."""
    if ax is not None:
        draw(ax)
        return ax
    with plt.style.context(style()):
        axes = plt.subplots()[1]
        draw(axes)
        return axes


def _draw(axes: Axes, result: Result, feature: str, below: str, others: list[str], numeric: list[str]) -> None:
    values = result[feature].astype(float)
    if len(others) == 1 and others[0] in numeric and _is_grid(result, below, others[0]):
        _map(axes, result, below, others[0], feature, values)
        return
    if not others:
        order = np.argsort(result[below], kind="stable")
        mark = "o" if len(order) <= _MOST_MARKS else None
        axes.plot(result[below][order], values[order], marker=mark, markersize=4)
    elif len(others) == 1 and len(np.unique(result[others[0]])) <= len(plt.rcParams["axes.prop_cycle"]):
        for value in dict.fromkeys(result[others[0]]):
            chosen = np.flatnonzero(result[others[0]] == value)
            chosen = chosen[np.argsort(result[below][chosen], kind="stable")]
            shown = f"{value:g}" if others[0] in numeric else value
            axes.plot(result[below][chosen], values[chosen], label=f"{others[0]} {shown}")
        axes.legend()
    else:
        axes.scatter(result[below], values, s=4)
    _label(axes, result, below, feature, result.name)


def _feature(result: Result) -> str:
    features = [name for name in result.of_role("found") + result.of_role("feature") if name in result.columns]
    numbers = [name for name in features if result[name].dtype != object]
    if not numbers:
        raise ValueError(f"{result.name} has no feature that is a number; there are {', '.join(result.columns)}")
    found = [name for name in numbers if name in result.of_role("found")]
    preferred = found or [name for name in numbers if name.endswith("frequency_hz")]
    return (preferred or numbers)[0]


def _is_grid(result: Result, x: str, y: str) -> bool:
    return len(np.unique(result[x])) * len(np.unique(result[y])) == len(result)


def _map(axes: Axes, result: Result, x: str, y: str, feature: str, values: np.ndarray[Any, Any]) -> None:
    columns, column = np.unique(result[x], return_inverse=True)
    rows, row = np.unique(result[y], return_inverse=True)
    cells = np.full((len(rows), len(columns)), np.nan)
    cells[row, column] = values
    mesh = axes.pcolormesh(columns, rows, cells, shading="nearest", rasterized=True)
    axes.figure.colorbar(mesh, ax=axes, label=result.units.get(feature, feature))
    _label(axes, result, x, y, f"{result.name}: {result.labels.get(feature, feature)}")


def _label(axes: Axes, frame: Frame, x: str, y: str, title: str) -> None:
    axes.set_xlabel(frame.title(x))
    axes.set_ylabel(frame.title(y))
    axes.set_title(title)
