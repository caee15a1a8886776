"""What comes of a sweep."""

from __future__ import annotations

import html
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from ._error import SweepError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    import polars
    from matplotlib.axes import Axes

RECORD = "_spikesweep.json"

_SHOWN_ROWS = 10


class Frame:
    """A table whose columns have units.

    ``len(frame)`` is its number of rows, and ``frame["v"]`` a column as an array of NumPy, of shape (rows,).
    """

    def __init__(self, table: pa.Table, name: str) -> None:
        self._table = table
        #: The name of the sweep.
        self.name = name

    def to_arrow(self) -> pa.Table:
        """As a table of pyarrow, without copying. Units, labels and descriptions are the metadata of its fields."""
        return self._table

    def to_pandas(self) -> pd.DataFrame:
        """As a data frame of pandas. What has no value is NaN, so integers in such a column become float64."""
        return self._table.to_pandas()

    def to_polars(self) -> polars.DataFrame:
        """As a data frame of Polars. What has no value is null."""
        import polars

        frame = polars.from_arrow(self._table)
        assert isinstance(frame, polars.DataFrame)
        return frame

    @property
    def units(self) -> dict[str, str]:
        """The unit of each column that has one, by its name: ``{"gna_density": "mS/cm²", …}``."""
        return self._facts("unit")

    @property
    def labels(self) -> dict[str, str]:
        """What each column is, by its name, as far as the sweep says it."""
        return {**self._facts("description"), **self._facts("label")}

    def _facts(self, key: str) -> dict[str, str]:
        facts = {}
        for column in self._table.schema:
            text = (column.metadata or {}).get(key.encode())
            if text:
                facts[column.name] = text.decode()
        return facts

    def title(self, column: str) -> str:
        """The title of an axis in a picture: what the column is, and its unit."""
        label = self.labels.get(column, column)
        return f"{label} ({self.units[column]})" if column in self.units else label

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return list(self._table.column_names)

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def __getitem__(self, column: str) -> np.ndarray[Any, Any]:
        if column not in self._table.column_names:
            raise KeyError(f"no column {column!r}; there are {', '.join(self._table.column_names)}")
        array: np.ndarray[Any, Any] = self._table[column].to_numpy()
        return array

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r}, {len(self)} rows of {', '.join(self._table.column_names)})"

    def _repr_html_(self) -> str:
        units = self.units
        head = "".join(
            f"<th>{html.escape(name)}{'<br><small>' + html.escape(units[name]) + '</small>' if name in units else ''}</th>"
            for name in self._table.column_names
        )
        count = len(self)
        first = self._table.slice(0, _SHOWN_ROWS).to_pylist()
        rows = [_row(row) for row in first]
        if count > _SHOWN_ROWS:
            rows.append(f'<tr><td colspan="{len(self._table.column_names)}">…</td></tr>')
        return (
            f"<div><b>{html.escape(self.name)}</b>, {count:,} rows"
            f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
        )


def _row(row: Mapping[str, Any]) -> str:
    return "<tr>" + "".join(f"<td>{html.escape(_shown(value))}</td>" for value in row.values()) + "</tr>"


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, list):
        return f"{len(value)} values"
    return str(value)


@dataclass(frozen=True)
class Column:
    """A column of a sweep's table.

    Attributes
    ----------
    name, label, unit, description : str
    role : str
        ``id``, ``axis``, ``carried``, ``feature``, ``divergence`` or ``status``.
    """

    name: str
    role: str
    label: str
    unit: str
    description: str


class Result(Frame):
    """The table of a sweep: ``id``, the axes, the features, ``diverged_at_ms`` and ``status``.

    Attributes
    ----------
    name, description : str
        Those of the sweep.
    schema : list of Column
        What each column is.
    warnings : list of str
        Likely mistakes in the sweep.
    notes : list of str
        What happened during a run into a directory.
    audit : list of str
        What an audit has found, in lines.
    directory : pathlib.Path or None
        Where the results are, if they are in files.
    complete : bool
        Whether all rows are there.
    facts : dict
        What else is known: ``seconds``, ``neuron_steps``, ``diverged_rows`` of this run; of files, their record.
    """

    def __init__(self, table: pa.Table, facts: Mapping[str, Any]) -> None:
        super().__init__(table, facts["name"])
        self.description: str = facts.get("description", "")
        self.schema = [
            Column(*(column.get(key, "") for key in ("name", "role", "label", "unit", "description")))
            for column in facts["columns"]
        ]
        self.warnings: list[str] = list(facts.get("warnings", []))
        self.audit: list[str] = list(facts.get("audit", [])) if isinstance(facts.get("audit"), list) else []
        self.notes: list[str] = []
        self.directory: Path | None = None
        self.complete = True
        self.facts = dict(facts)

    def of_role(self, role: str) -> list[str]:
        """The names of the columns of a role, such as ``axis`` or ``feature``."""
        return [column.name for column in self.schema if column.role == role]

    def plot(self, y: str | None = None, *, x: str | None = None, ax: Axes | None = None) -> Axes:
        """Draws a feature along the axes: a line over one axis, a map over two that form a grid, otherwise points.

        Parameters
        ----------
        y : str, optional
            The feature; by default ``frequency_hz``, or else the first one.
        x : str, optional
            The axis below; by default the last one.
        ax : matplotlib Axes, optional
            Where to draw; by default in a new figure, in the style of the notebooks.

        Returns
        -------
        matplotlib Axes
        """
        from ._plot import plot_result

        return plot_result(self, y, x, ax)


class Trace(Frame):
    """Every variable of one row over time: ``t`` and the model's variables, all float64.

    Attributes
    ----------
    name : str
        The name of the sweep.
    id : int
        The row.
    diverged_at : float or None
        When the row diverged, where the trace ends; None if it did not.
    found : str or None
        At which value of what the row looks for it is shown, and why; None if it looks for nothing.
    warnings : list of str
        Likely mistakes in the sweep.
    """

    def __init__(self, table: pa.Table, row: int, facts: Mapping[str, Any]) -> None:
        super().__init__(table, table.schema.metadata[b"spikesweep.name"].decode())
        self.id = row
        self.diverged_at: float | None = facts.get("diverged_at")
        self.found: str | None = facts.get("found")
        self.warnings: list[str] = list(facts.get("warnings", []))

    def plot(self, y: str | None = None, *, ax: Axes | None = None) -> Axes:
        """Draws a variable over time; by default the first one."""
        from ._plot import plot_trace

        return plot_trace(self, y, ax)


@dataclass(frozen=True)
class Plan:
    """What a sweep would run.

    Attributes
    ----------
    name, description : str
    axes : list of dict
        Each with ``name``, ``block``, ``count``, ``first``, ``last``, ``unit``, ``label``, ``description``.
    columns : list of dict
        Those of the table: ``name``, ``type``, ``role``, ``unit``, ``description``.
    models, precisions, integrators : list of str
    duration : float
        How long each row is simulated, in ``time_unit``.
    combinations, rows : int
        How many points the space has, and how many of them ``where`` keeps; ``rows_are_exact`` says whether these were counted.
    neuron_steps, core_seconds, wall_seconds : float
        The work, and how long it takes one core and this machine; ``basis`` says how that was found.
    warnings : list of str
        Likely mistakes.
    sweep : str
        The text of a complete sweep file, with all changes and defaults.
    """

    name: str
    description: str
    axes: list[dict[str, Any]]
    columns: list[dict[str, Any]]
    models: list[str]
    precisions: list[str]
    integrators: list[str]
    duration: float
    time_unit: str
    combinations: int
    rows: int
    rows_are_exact: bool
    neuron_steps: float
    core_seconds: float
    wall_seconds: float
    basis: str
    warnings: list[str]
    sweep: str = field(repr=False)

    def _repr_html_(self) -> str:
        axes = "".join(
            f"<tr><td>{html.escape(axis['name'])}</td><td>{_shown(axis['first'])} … {_shown(axis['last'])}</td>"
            f"<td>{axis['count']:,}</td><td>{html.escape(axis['unit'])}</td></tr>"
            for axis in self.axes
        )
        warnings = "".join(f"<br>warning: {html.escape(text)}" for text in self.warnings)
        return (
            f"<div><b>{html.escape(self.name)}</b> {html.escape(self.description)}"
            f"<table><thead><tr><th>axis</th><th>values</th><th>count</th><th>unit</th></tr></thead><tbody>{axes}</tbody></table>"
            f"{self.rows:,} rows, {self.neuron_steps:.3g} neuron-steps, about {self.wall_seconds:.3g} s "
            f"({html.escape(self.basis)})"
            f"{warnings}</div>"
        )


@dataclass(frozen=True)
class Model:
    """A model of a neuron.

    Attributes
    ----------
    name, title, source : str
        Its name, what it is, and where it was published.
    time : str
        The unit of time.
    kind : str
        ``differential`` or ``map``.
    variables, parameters : list of dict
        Each with ``name``, ``unit``, ``description``, and ``initial`` or ``default``.
    input : dict or None
        ``name``, ``unit`` and ``description`` of its input.
    let, equations, reset : list of dict
        Each with ``name`` and ``text``.
    """

    name: str
    title: str
    source: str
    time: str
    kind: str
    variables: list[dict[str, Any]]
    parameters: list[dict[str, Any]]
    let: list[dict[str, str]]
    equations: list[dict[str, str]]
    reset: list[dict[str, str]]
    input: dict[str, str] | None = None

    def __repr__(self) -> str:
        return f"Model({self.name!r}: {self.title})"

    def _repr_html_(self) -> str:
        sign = "'" if self.kind == "differential" else " next"
        formulas = [f"{each['name']} = {each['text']}" for each in self.let]
        formulas += [f"{each['name']}{sign} = {each['text']}" for each in self.equations]
        formulas += [f"at a spike, {each['name']} becomes {each['text']}" for each in self.reset]
        rows = "".join(
            f"<tr><td>{html.escape(each['name'])}</td><td>{_shown(each['default'])}</td>"
            f"<td>{html.escape(each['unit'])}</td><td>{html.escape(each['description'])}</td></tr>"
            for each in self.parameters
        )
        return (
            f"<div><b>{html.escape(self.name)}</b>: {html.escape(self.title)}<pre>{html.escape(chr(10).join(formulas))}</pre>"
            "<table><thead><tr><th>parameter</th><th>default</th><th>unit</th><th></th></tr></thead>"
            f"<tbody>{rows}</tbody></table></div>"
        )


def read(directory: str | os.PathLike[str]) -> Result:
    """Reads results: those of the command ``run``, or of ``run(…, out=…)``.

    Parameters
    ----------
    directory : path
        The folder with the Parquet files.

    Returns
    -------
    Result
        All rows that are there, sorted by id; ``complete`` says whether these are all.

    Raises
    ------
    SweepError
        If there are no results.
    """
    folder = Path(directory)
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SweepError(f"{folder}: there are no results: no {RECORD}") from None
    tables = [pq.ParquetFile(file).read() for file in sorted(folder.glob("*.parquet"))]
    tables = [table.replace_schema_metadata(None) for table in tables if table.num_rows > 0]
    if not tables:
        raise SweepError(f"{folder}: there are no rows yet")
    # The ids of files do not overlap.
    table = pa.concat_tables(sorted(tables, key=lambda part: part["id"][0].as_py())).combine_chunks()
    result = Result(table, record)
    result.directory = folder
    result.complete = record["state"] == "complete"
    return result
