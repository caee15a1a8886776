"""A thousand requests in a row: some wrong, some stopped, some large."""

import os
import subprocess
import sys

import pytest
from conftest import ROOT

pytestmark = pytest.mark.thorough

SCRIPT = """
import os, random, subprocess, sys, threading
import numpy as np
import spikesweep as ss
from spikesweep._engine import engine

class Stop(Exception):
    pass

def live():
    # A collection, so that only what is held counts: by themselves collectors let garbage lie up to the heap's limit.
    pid = str(engine().process.pid)
    jcmd = os.path.join(os.path.dirname(os.path.realpath(f"/proc/{pid}/exe")), "jcmd")
    found = subprocess.run([jcmd, pid, "GC.class_histogram"], capture_output=True, text=True, check=True).stdout
    return int(found.split()[-1])

def memory():
    with open(f"/proc/{engine().process.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

def stop(rows, of):
    raise Stop

# A map, whose steps cost nothing: a million rows are all about rows.
large = {"name": "large", "model": "Rulkov", "precision": "double", "duration": 20, "outputs": ["x_final"]}
small = {"name": "small", "neuron": "HHDoubleRK4", "duration": 5, "step": 0.01, "outputs": ["v_final"]}
simulate = ss.Simulator(small | {"input": 0.1}, ["gna"], ["v_final"])
expected = {}
draw = random.Random(5)
seen, held = [], []
for number in range(1000):
    kind = draw.choice(["few"] * 6 + ["theta"] * 3 + ["wrong"] * 3 + ["stopped"])
    if number % 100 == 50:
        kind = "large"
    if kind == "few":
        k = draw.randrange(1, 40)
        found = ss.run(small | {"input": 0.1, "sweep": {"gna": [0.5 + 0.01 * k, 0.9]}})
        assert found["gna"].tolist() == [0.5 + 0.01 * k, 0.9]
        assert expected.setdefault(k, found["v_final"].tolist()) == found["v_final"].tolist()
    elif kind == "theta":
        k = draw.randrange(1, 40)
        found = simulate([[0.5 + 0.01 * k], [0.9]])
        assert expected.setdefault(k, found[:, 0].tolist()) == found[:, 0].tolist()
    elif kind == "wrong":
        try:
            base = draw.choice([small, small | {"input": number}, {"name": number}, small | {"input": "1 +"}])
            ss.run(base | {"sweep": {"a b": [1]}})
        except ss.SweepError:
            pass
        else:
            raise AssertionError("was not refused")
    elif kind == "stopped":
        try:
            ss.run(small | {"duration": 5000, "input": 0.1, "sweep": {"gna": {"linspace": [0.5, 1, 1000]}}}, progress=stop)
        except Stop:
            pass
        else:
            raise AssertionError("was not stopped")
    else:
        found = ss.run(large | {"sweep": {"alpha": {"linspace": [4, 6, 1_000_000]}}})
        assert len(found) == 1_000_000
        assert found["id"][-1] == 999_999
        assert found["alpha"][-1] == 6
        assert not np.isnan(found["x_final"]).any()
        del found
    if number % 100 == 99:
        held.append(live())
        seen.append(memory())
print(held, seen)
# From the time on when all has happened, and everything is compiled.
assert max(held[5:]) < 1.05 * max(held[2:5]), held
assert max(seen[5:]) < 1.15 * max(seen[2:5]), seen
assert max(seen) < 700_000, seen
"""


def test_memory_is_flat_and_no_answer_is_mixed_up(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "python"), "SPIKESWEEP_JAVA_OPTS": "-Xmx384m"}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stderr == ""
