"""Tools for inference and optimisation that call the simulator, each installed into an environment of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT

pytestmark = pytest.mark.thorough

#: Of the tests, all with the same versions.
ARROW = "pyarrow==25.0.1"
#: The truth of both scripts, in mS.
TRUTH = np.array([1.05, 0.25])


def told(folder, script, gigabytes, *packages):
    """What a script prints as its last line, after these packages were installed for it; so much room they take."""
    free = shutil.disk_usage(folder).free / 1e9
    if free < gigabytes:
        pytest.skip(f"{packages[0]} takes {gigabytes} GB while it is installed, and {free:.0f} GB are free on this disk")
    venv = folder / "venv"
    try:
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        pip = [venv / "bin/python", "-m", "pip", "install", "-q", "--no-compile", "--disable-pip-version-check"]
        subprocess.run([*pip, ARROW, *packages], check=True, timeout=900)
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "python")}
        code = Path(__file__).parent / "tools" / script
        done = subprocess.run(
            [venv / "bin/python", code], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=600
        )
    finally:
        shutil.rmtree(venv, ignore_errors=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_sbi_infers_two_conductances(tmp_path):
    # PyTorch brings what it needs for graphics cards, also where there is none.
    found = told(tmp_path, "posterior_by_sbi.py", 12, "sbi==0.27.0", "torch==2.15.0")
    assert found["shape"] == [1000, 6]
    # These fire once or never: what they have no interval for is NaN, and sbi leaves them out.
    assert 0.1 < found["without_interval"] < 0.5
    spread = np.array(found["spread"])
    assert (np.abs(np.array(found["mean"]) - TRUTH) < 2.5 * spread).all()
    # That of the prior is 0.32 and 0.12 mS. More sodium is compensated by more potassium.
    assert (spread < [0.1, 0.03]).all()
    assert found["correlation"] > 0.5
    # Of others that were drawn from the prior the truth has any rank, and is rarely outside of the middle 95 %.
    ranks = np.array(found["ranks"])
    assert len(ranks) > 30
    assert (np.abs(ranks.mean(axis=0) - 0.5) < 0.15).all()
    assert (((ranks > 0.025) & (ranks < 0.975)).mean(axis=0) > 0.8).all()


def test_bluepyopt_fits_two_conductances(tmp_path):
    found = told(tmp_path, "conductances_by_bluepyopt.py", 2, "bluepyopt==1.14.26")
    assert all(score > 0 for score in found["alone"])
    assert found["truth"] == [0, 0, 0]
    # A generation is a call.
    assert found["calls"] == 15
    assert sum(found["scores"]) < 1
    assert np.allclose(found["best"], TRUTH, rtol=0.03)
