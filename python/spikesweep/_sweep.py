"""Sweeps, and how they are told to the engine."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any, Union

import pyarrow as pa

from . import _engine

#: Longer lists of numbers are sent as a table.
_MOST_LISTED = 256

_FORMS = {"linspace", "logspace", "range"}


class Sweep:
    """A sweep: a sweep file, its text, or a dict of the same form.

    Parameters
    ----------
    source : str, path, mapping or Sweep
        The path of a sweep file; the text of one, if it has a line break; or a mapping with the same keys. In a mapping,
        arrays, such as those of NumPy, are lists of numbers, and the block ``table`` may be a data frame, a table of
        pyarrow, or a mapping of arrays, instead of ``path``.
    folder : path, optional
        For a text or a mapping: where the model files and tables are that it names. Without it, it can name none.

    Examples
    --------
    >>> sweep = Sweep({
    ...     "name": "scan", "neuron": "HHDoubleRK4", "duration": 100, "step": 0.01, "input": 0.1,
    ...     "sweep": {"gna": {"linspace": [0.6, 1.2, 4], "unit": "mS"}},
    ... })
    >>> sweep.set(duration=200)
    Sweep('scan', set duration=200)
    """

    def __init__(self, source: SweepLike, folder: str | os.PathLike[str] | None = None) -> None:
        self._changes: tuple[str, ...] = ()
        self._folder = None if folder is None else os.path.abspath(os.fspath(folder))
        self._path: str | None = None
        self._text: str | None = None
        self._mapping: dict[str, Any] | None = None
        if isinstance(source, Sweep):
            self.__dict__.update(source.__dict__)
        elif isinstance(source, Mapping):
            self._mapping = deepcopy(dict(source))
        elif isinstance(source, str) and "\n" in source:
            self._text = source
        else:
            self._path = os.fspath(source)
        if self._path is not None and folder is not None:
            raise ValueError("folder is for a sweep that is in no file")

    def set(self, changes: Mapping[str, Any] | None = None, /, **more: Any) -> Sweep:
        """The same sweep with other values.

        Parameters
        ----------
        changes : mapping of str to object
            Values by their keys, dotted as for ``--set``: ``{"parameters.gk": 0.3}``. None deletes a key. A text is what
            would stand in the file, such as an expression.
        **more
            The same for keys without a dot.

        Returns
        -------
        Sweep
            A changed copy.
        """
        changed = Sweep(self)
        texts = dict(pair.split("=", 1) for pair in self._changes)
        for key, value in {**(changes or {}), **more}.items():
            texts[key] = _change(value)
        changed._changes = tuple(f"{key}={text}" for key, text in texts.items())
        return changed

    def __repr__(self) -> str:
        name = self._path or (self._mapping or {}).get("name") or "text"
        return f"Sweep({', '.join([repr(str(name)), *(f'set {change}' for change in self._changes)])})"

    def __getstate__(self) -> dict[str, Any]:
        # The process that unpickles it may be in another folder.
        path = None if self._path is None else os.path.abspath(self._path)
        return {**self.__dict__, "_path": path}

    def _request(self) -> tuple[dict[str, Any], dict[str, bytes]]:
        """The keys of a request, and its tables."""
        request: dict[str, Any] = {}
        tables: dict[str, bytes] = {}
        if self._path is not None:
            request["path"] = _engine.path(self._path)
        else:
            text = self._text
            if self._mapping is not None:
                text = json.dumps(_rendered(self._mapping, tables), indent=2, ensure_ascii=False)
            request["sweep"] = text
            request["name"] = "sweep"
            if self._folder is not None:
                request["folder"] = self._folder
        if self._changes:
            request["set"] = list(self._changes)
        return request, tables


SweepLike = Union[str, "os.PathLike[str]", Mapping[str, Any], Sweep]


def excerpt(request: Mapping[str, Any], line: int, column: int) -> str | None:
    """The line of a sweep that is in no file, with a mark below the column."""
    lines = str(request.get("sweep", "")).splitlines()
    if not 1 <= line <= len(lines):
        return None
    shown = lines[line - 1].expandtabs(1)
    return f"  {shown}\n  {' ' * (column - 1)}^" if len(shown) <= 200 else None


def _change(value: Any) -> str:
    """A value as the text of an override; empty to delete what is there."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    """With arrays as lists, and scalars of NumPy as Python's."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (str, bool, int, float)) or value is None:
        return value
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    for method in ("tolist", "to_pylist", "to_list"):
        if hasattr(value, method):
            return _plain(getattr(value, method)())
    if isinstance(value, (Sequence, range)):
        return [_plain(inner) for inner in value]
    raise TypeError(f"a sweep cannot hold {value!r}")


def _rendered(mapping: Mapping[str, Any], tables: dict[str, bytes]) -> dict[str, Any]:
    """As JSON has it, with large arrays and data frames moved to ``tables``."""
    rendered = {str(key): _plain(value) for key, value in mapping.items() if key != "sweep"}
    if "sweep" in mapping:
        rendered["sweep"] = _blocks(mapping["sweep"], tables)
    return rendered


def _blocks(sweep: Any, tables: dict[str, bytes]) -> Any:
    if isinstance(sweep, Mapping):
        if not any(_is_large(axis) for axis in sweep.values()):
            return _plain(sweep)
        return _grid(sweep, tables)
    if isinstance(sweep, (str, bytes)) or not isinstance(sweep, Sequence):
        return _plain(sweep)
    blocks: list[Any] = []
    for block in sweep:
        if isinstance(block, Mapping) and len(block) == 1:
            kind, content = next(iter(block.items()))
            if kind == "grid" and isinstance(content, Mapping):
                blocks += _grid(content, tables)
                continue
            if kind == "zip" and isinstance(content, Mapping) and _all_listed(content):
                blocks.append(_zip(content, tables))
                continue
            if kind == "table":
                blocks.append({"table": _table(content, tables)})
                continue
        blocks.append(_plain(block))
    return blocks


def _grid(axes: Mapping[str, Any], tables: dict[str, bytes]) -> list[Any]:
    """A block for each large axis, and for those between."""
    blocks: list[Any] = []
    for name, axis in axes.items():
        if _is_large(axis):
            blocks.append(_zip({name: axis}, tables))
        elif blocks and "grid" in blocks[-1]:
            blocks[-1]["grid"][str(name)] = _plain(axis)
        else:
            blocks.append({"grid": {str(name): _plain(axis)}})
    return blocks


def _zip(axes: Mapping[str, Any], tables: dict[str, bytes]) -> dict[str, Any]:
    columns = {str(name): _plain(_facts(axis)) for name, axis in axes.items()}
    values = {str(name): _values(axis) for name, axis in axes.items()}
    if not any(_is_large(axis) for axis in axes.values()):
        return {"zip": {str(name): _plain(axis) for name, axis in axes.items()}}
    return {"table": {"path": _add(pa.table(values), tables), "columns": columns}}


def _table(content: Any, tables: dict[str, bytes]) -> Any:
    if isinstance(content, Mapping) and "path" in content:
        return _plain(content)
    columns: Mapping[str, Any] = {}
    if isinstance(content, Mapping) and "data" in content:
        columns = {key: value for key, value in content.items() if key != "data"}
        content = content["data"]
    return {"path": _add(arrow_table(content), tables), **_plain(columns)}


def arrow_table(data: Any) -> pa.Table:
    """A table of pyarrow from one, from a data frame, or from a mapping of arrays."""
    if isinstance(data, pa.Table):
        return data
    if isinstance(data, Mapping):
        return pa.table({str(name): values for name, values in data.items()})
    if type(data).__module__.startswith("pandas"):
        return pa.Table.from_pandas(data, preserve_index=False)
    if hasattr(data, "to_arrow"):
        return data.to_arrow()
    raise TypeError(f"a table is a data frame, a pyarrow.Table or a mapping of arrays, not {type(data).__name__}")


def arrow_bytes(table: pa.Table) -> bytes:
    """A table in Arrow's stream format, of types that the engine reads."""
    plain = []
    for column in table.schema:
        kind = column.type
        if pa.types.is_dictionary(kind):
            kind = kind.value_type
        if pa.types.is_string_view(kind):
            kind = pa.large_string()
        plain.append(pa.field(column.name, kind))
    table = table.replace_schema_metadata(None).cast(pa.schema(plain)).combine_chunks()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _add(table: pa.Table, tables: dict[str, bytes]) -> str:
    name = f"table-{len(tables) + 1}.arrow"
    tables[name] = arrow_bytes(table)
    return name


def _values(axis: Any) -> Any:
    return axis["values"] if isinstance(axis, Mapping) else axis


def _facts(axis: Any) -> dict[str, Any]:
    """What is said of an axis besides its values."""
    return {key: value for key, value in axis.items() if key != "values"} if isinstance(axis, Mapping) else {}


def _is_listed(axis: Any) -> bool:
    """Whether the values of an axis are listed, rather than given by their ends."""
    if isinstance(axis, Mapping):
        return "values" in axis and not _FORMS & set(axis) and _is_listed(axis["values"])
    return hasattr(axis, "__len__") and not isinstance(axis, (str, bytes, Mapping))


def _is_large(axis: Any) -> bool:
    return _is_listed(axis) and len(_values(axis)) > _MOST_LISTED


def _all_listed(axes: Mapping[str, Any]) -> bool:
    return bool(axes) and all(_is_listed(axis) for axis in axes.values())


_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")


def names(value: Any, what: str) -> list[str]:
    """Names as a list, checked: they become part of a sweep."""
    listed = [value] if isinstance(value, str) else list(value)
    for name in listed:
        if not isinstance(name, str) or not _ID.fullmatch(name):
            raise ValueError(f"{what}: {name!r} is not a name")
    if not listed or len(set(listed)) < len(listed):
        raise ValueError(f"{what}: one or more different names are needed")
    return listed
