"""Every shipped sweep gives the table that the command writes, bit for bit."""

import subprocess

import pytest
from bits import assert_same
from conftest import ROOT

import spikesweep as ss

SWEEPS = sorted((ROOT / "sweeps").glob("*.yaml"))

# Of a larger sweep no more rows are run, evenly spread.
MOST_ROWS = 12

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize("sweep", SWEEPS, ids=lambda sweep: sweep.stem)
def test_the_table_is_that_of_the_command(sweep, tmp_path):
    out = tmp_path / "results"
    is_refined = "\nrefine:" in sweep.read_text()
    where = None if is_refined else f"mod(id, {-(-ss.plan(sweep).combinations // MOST_ROWS)}) == 0"
    some = ["--where", where] if where else []
    subprocess.run([ROOT / "spikesweep", "run", sweep, "--out", out, *some], check=True, capture_output=True)
    written = ss.read(out)
    assert is_refined == ("refined" in written.facts)
    # A refined sweep looks for its rows in a directory.
    told = ss.run(sweep, out=tmp_path / "told") if is_refined else ss.run(sweep, where=where)
    assert_same(told.to_arrow(), written.to_arrow())
    assert told.schema == written.schema
    assert told.facts["hash"] == written.facts["hash"]


def test_there_are_sweeps():
    assert len(SWEEPS) >= 27
