"""How sweeps are told to the engine; no engine is needed."""

import json
import pickle

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from spikesweep import Sweep


def told(sweep, folder=None):
    request, tables = Sweep(sweep, folder)._request()
    points = {name: pa.ipc.open_stream(content).read_all() for name, content in tables.items()}
    return json.loads(request["sweep"]), points


def test_a_dict_is_json_of_the_same_form(scan):
    assert told(scan) == (scan, {})


def test_numbers_of_numpy_and_short_arrays_are_listed(scan):
    scan["duration"] = np.float32(20)
    scan["sweep"] = {"gna": np.array([0.1, 1 / 3]), "gk": range(3), "gl": {"values": pa.array([1.5]), "unit": "mS"}}
    sweep, tables = told(scan)
    assert sweep["duration"] == 20
    assert sweep["sweep"] == {"gna": [0.1, 1 / 3], "gk": [0, 1, 2], "gl": {"values": [1.5], "unit": "mS"}}
    assert tables == {}


def test_long_arrays_are_tables_and_the_order_of_axes_stays(scan):
    long = np.linspace(0, 1, 1000)
    scan["sweep"] = {"gna": [1, 2], "gk": {"values": long, "unit": "mS"}, "gl": {"linspace": [1, 2, 3]}}
    sweep, tables = told(scan)
    assert sweep["sweep"] == [
        {"grid": {"gna": [1, 2]}},
        {"table": {"path": "table-1.arrow", "columns": {"gk": {"unit": "mS"}}}},
        {"grid": {"gl": {"linspace": [1, 2, 3]}}},
    ]
    assert tables["table-1.arrow"]["gk"].to_numpy().tobytes() == long.tobytes()


def test_long_arrays_of_a_zip_are_one_table(scan):
    long = np.arange(300.0)
    scan["sweep"] = [{"zip": {"gna": long, "gk": {"values": long + 1, "label": "g"}}}, {"replicates": 2}]
    sweep, tables = told(scan)
    assert sweep["sweep"][0] == {"table": {"path": "table-1.arrow", "columns": {"gna": {}, "gk": {"label": "g"}}}}
    assert sweep["sweep"][1] == {"replicates": 2}
    assert tables["table-1.arrow"].column_names == ["gna", "gk"]


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame, pa.table, dict])
def test_frames_are_tables(scan, kind):
    frame = kind({"gna": [0.5, 0.7], "model": ["HH", "HHArea"]})
    scan["sweep"] = [{"table": {"data": frame, "columns": ["gna"]}}, {"table": frame}]
    sweep, tables = told(scan)
    assert sweep["sweep"][0] == {"table": {"path": "table-1.arrow", "columns": ["gna"]}}
    assert sweep["sweep"][1] == {"table": {"path": "table-2.arrow"}}
    assert tables["table-2.arrow"].to_pydict() == {"gna": [0.5, 0.7], "model": ["HH", "HHArea"]}


def test_categories_are_texts(scan):
    frame = pd.DataFrame({"gna": [1.0, 2.0], "cell": pd.Categorical(["a", "b"])})
    scan["sweep"] = [{"table": frame}]
    assert pa.types.is_string(told(scan)[1]["table-1.arrow"].schema.field("cell").type) or pa.types.is_large_string(
        told(scan)[1]["table-1.arrow"].schema.field("cell").type
    )


def test_set_changes_a_copy(scan):
    sweep = Sweep(scan)
    longer = sweep.set(duration=200).set({"parameters.gk": 0.3, "outputs": None, "input": "0.1 * gna"}, step=np.float64(0.1))
    assert longer._changes == ("duration=200", "parameters.gk=0.3", "outputs=", "input=0.1 * gna", "step=0.1")
    assert longer.set(duration=5)._changes[0] == "duration=5"
    assert sweep._changes == ()
    assert repr(sweep.set(duration=1)) == "Sweep('scan', set duration=1)"


def test_a_sweep_keeps_what_it_was_made_of(scan):
    sweep = Sweep(scan)
    scan["sweep"]["gna"]["linspace"][2] = 1
    assert told(sweep)[0]["sweep"]["gna"]["linspace"] == [0.6, 1.2, 7]


def test_what_is_no_sweep_is_refused(scan):
    with pytest.raises(TypeError, match="cannot hold"):
        told({**scan, "input": object()})
    with pytest.raises(ValueError, match="folder is for a sweep that is in no file"):
        Sweep("sweeps/gna-scan.yaml", folder="sweeps")
    with pytest.raises(TypeError, match="a table is a data frame"):
        told({**scan, "sweep": [{"table": 3}]})


def test_a_pickled_path_holds_in_another_folder(monkeypatch, tmp_path):
    copy = pickle.dumps(Sweep("sweeps/gna-scan.yaml"))
    monkeypatch.chdir(tmp_path)
    assert pickle.loads(copy)._path.endswith("/sweeps/gna-scan.yaml")
