"""Sweeps, traces, plans and models by the engine."""

import json

import matplotlib as mpl
import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from bits import assert_same
from conftest import ROOT

import spikesweep as ss

mpl.use("agg")


def test_the_rows_of_a_sweep_file():
    scan = ss.run("sweeps/gna-scan.yaml")
    assert len(scan) == 20
    # The figures on the README, from the command.
    assert scan["spike_count"][[0, 5, 6, 7, 10, 16, 19]].tolist() == [1, 1, 3, 7, 8, 8, 9]
    assert scan["gna_density"][5] == pytest.approx(89.474, abs=1e-3)
    assert scan.units["gna_density"] == "mS/cm²"
    assert scan.title("gna_density") == "maximal sodium conductance per area (mS/cm²)"
    assert scan.of_role("axis") == ["gna_density"]
    assert scan.warnings == []
    assert scan.name == "gna-scan"
    frame = scan.to_pandas()
    assert frame["isi_mean_ms"].isna().sum() == np.isnan(scan["isi_mean_ms"]).sum() == 6
    assert isinstance(scan.to_polars(), pl.DataFrame)
    assert scan.to_polars()["frequency_hz"].to_list() == frame["frequency_hz"].to_list()
    assert "20 rows" in scan._repr_html_()
    assert "mS/cm²" in scan._repr_html_()


def test_text_dict_and_file_say_the_same(scan):
    text = (ROOT / "sweeps/gna-scan.yaml").read_text(encoding="utf-8")
    few = {"set": {"duration": 20}, "where": "id in [3, 17]"}
    file = ss.run("sweeps/gna-scan.yaml", **few)
    assert file["id"].tolist() == [3, 17]
    assert_same(ss.run(text, **few).to_arrow(), file.to_arrow())
    spaced = ss.run(scan)
    listed = ss.run({**scan, "sweep": {"gna": {"values": spaced["gna"], "unit": "mS"}}})
    assert_same(listed.to_arrow(), spaced.to_arrow())


def test_arrays_of_any_length_are_axes(scan):
    values = np.random.default_rng(1).uniform(0.6, 1.2, 300)
    del scan["input"]
    long = ss.run({**scan, "duration": 2, "sweep": {"gna": values, "input": [0.1, 0.2]}})
    assert len(long) == 600
    assert long["gna"][::2].tobytes() == values.tobytes()
    short = ss.run({**scan, "duration": 2, "sweep": {"gna": values[:7], "input": [0.1, 0.2]}})
    assert_same(short.to_arrow(), long.to_arrow().slice(0, 14))


def test_columns_choose(scan):
    chosen = ss.run(scan, columns=["spike_count"])
    assert chosen.columns == ["spike_count"]
    with pytest.raises(ss.SweepError, match="unknown column 'spikes'"):
        ss.run(scan, columns=["spikes"])


def test_a_folder_lets_a_dict_name_files(scan, tmp_path):
    (tmp_path / "points.csv").write_text("gna\n0.7\n0.9\n")
    scan["sweep"] = [{"table": {"path": "points.csv"}}]
    assert ss.run(ss.Sweep(scan, folder=tmp_path))["gna"].tolist() == [0.7, 0.9]
    with pytest.raises(ss.SweepError, match="no such file"):
        ss.run(scan)


def test_a_mistake_has_a_place(scan, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("name: mine\nneuron: HHDoubleRK4\nduration: 20\nstep: 0.01\ninput: 0.1\nparameters: {gNa: 1}\n")
    with pytest.raises(ss.SweepError) as fault:
        ss.run(file)
    assert (fault.value.file, fault.value.line, fault.value.column) == (str(file), 6, 14)
    assert fault.value.message.startswith(f"{file}:6:14: unknown parameter 'gNa'")
    with pytest.raises(ss.SweepError) as fault:
        ss.run({**scan, "input": "0.1 * foo"})
    assert fault.value.file == "sweep"
    assert str(fault.value).splitlines()[1].strip() == '"input": "0.1 * foo",'
    assert str(fault.value).splitlines()[2].strip() == "^"
    assert fault.value.column == str(fault.value).splitlines()[2].index("^") - 1
    with pytest.raises(ss.SweepError, match=r"^set durtion=5:1:1: ") as fault:
        ss.run(scan, set={"durtion": 5})
    assert fault.value.file == "set durtion=5"
    with pytest.raises(ss.SweepError, match="no such file"):
        ss.run("missing.yaml")
    with pytest.raises(ss.SweepError, match="row 2: 'gna' must be finite"):
        ss.run({**scan, "sweep": [{"table": {"gna": [1, np.nan]}}]})


def test_a_trace_is_every_variable_over_time():
    trace = ss.trace("sweeps/gna-scan.yaml", id=19, every=0.01, set={"duration": 20})
    assert trace.columns == ["t", "v", "m", "h", "n"]
    assert len(trace) == 2001
    assert trace["t"][[0, 1, 2000]].tolist() == [0, 0.01, 20]
    assert trace.units == {"t": "ms", "v": "mV", "m": "1", "h": "1", "n": "1"}
    assert trace["v"].max() > 30
    assert trace.diverged_at is None
    assert trace.id == 19
    axes = trace.plot()
    assert axes.get_ylabel().endswith("(mV)")
    with pytest.raises(ss.SweepError, match="id 20: the rows of gna-scan are 0 to 19"):
        ss.trace("sweeps/gna-scan.yaml", 20)


def test_a_plan_runs_nothing():
    plan = ss.plan("sweeps/gna-input-map.yaml", where="input > 0.05")
    assert plan.name == "gna-input-map"
    assert plan.combinations == 10_000
    assert 0 < plan.rows < 10_000
    assert [axis["name"] for axis in plan.axes] == ["gna_density", "input"] or len(plan.axes) == 2
    assert ss.plan(plan.sweep).rows == 10_000
    assert "rows" in plan._repr_html_()


def test_models_tell_their_equations():
    models = ss.models()
    assert {"HH", "HR", "Rulkov"} <= {model.name for model in models}
    hh = ss.models("HH")
    assert {each["name"]: each["default"] for each in hh.parameters}["gna"] == 0.94248
    assert [each["name"] for each in hh.variables] == ["v", "m", "h", "n"]
    assert "<pre>" in hh._repr_html_()
    assert ss.models("sweeps/models/wang-buzsaki.yaml").name.lower().startswith("wang")
    with pytest.raises(ss.SweepError, match="did you mean 'HH'"):
        ss.models("Hh")


def test_a_run_into_a_directory_is_read_and_goes_on(scan, tmp_path):
    out = tmp_path / "results"
    first = ss.run(scan, out=out, where="id < 5")
    assert len(first) == 5
    assert first.directory == out
    with pytest.raises(ss.SweepError):
        ss.run({**scan, "duration": 30}, out=out)
    second = ss.run(scan, out=out, where="id < 5")
    assert_same(second.to_arrow(), first.to_arrow())
    memory = ss.run(scan, where="id < 5")
    assert_same(memory.to_arrow(), first.to_arrow())
    assert memory.schema == first.schema
    record = json.loads((out / "_spikesweep.json").read_text())
    assert record["state"] == "complete"
    assert ss.read(out).complete
    longer = ss.run({**scan, "duration": 30}, out=out, overwrite=True)
    assert len(longer) == 7
    with pytest.raises(ss.SweepError, match="there are no results"):
        ss.read(tmp_path)


def test_pictures_have_titles_and_units(tmp_path):
    few = {"set": {"duration": 20, "step": 0.01}}
    line = ss.run("sweeps/gna-scan.yaml", **few).plot()
    assert line.get_xlabel() == "maximal sodium conductance per area (mS/cm²)"
    assert line.get_ylabel().endswith("(Hz)")
    grid = {"gna": {"linspace": [0.6, 1.2, 4]}, "input": {"linspace": [0, 0.1, 3]}}
    base = {"name": "map", "neuron": "HHDoubleRK4", "duration": 20, "step": 0.01, "sweep": grid}
    field = ss.run(base)
    axes = field.plot("v_max")
    assert len(axes.collections) == 1
    assert axes.collections[0].get_array().size == 12
    several = ss.run({**base, "input": 0.1, "sweep": [{"zip": {"gk": [0.2, 0.3, 0.3], "gna": [0.6, 1.2, 1.3]}}]}).plot()
    assert len(several.lines) == 2
    axes.figure.savefig(tmp_path / "map.png")


def test_progress_is_told(scan):
    seen = []
    ss.run({**scan, "duration": 1000, "sweep": {"gna": {"linspace": [0.6, 1.2, 1000]}}}, progress=lambda *now: seen.append(now))
    assert seen
    assert all(0 <= rows <= of == 1000 for rows, of in seen)
    assert [rows for rows, _ in seen] == sorted(rows for rows, _ in seen)


def test_a_bar_is_shown_where_it_is_wanted(scan, capsys):
    long = {**scan, "duration": 1000, "sweep": {"gna": {"linspace": [0.6, 1.2, 1000]}}}
    ss.run(long, progress=True)
    assert "/1000" in capsys.readouterr().err
    ss.run(long)
    assert capsys.readouterr().err == ""  # It is no terminal.


def test_the_schema_of_lists_is_that_of_files(scan, tmp_path):
    scan["outputs"] = ["spike_times_ms"]
    memory = ss.run(scan)
    assert pa.types.is_list(memory.to_arrow().schema.field("spike_times_ms").type)
    assert_same(memory.to_arrow(), ss.run(scan, out=tmp_path / "out").to_arrow())
