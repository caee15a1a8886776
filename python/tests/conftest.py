import signal
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

# The package of this checkout, unless one is installed.
sys.path.append(str(ROOT / "python"))

# A process in the background may have been started to ignore interrupts, which the tests send.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def in_the_checkout(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture
def scan():
    """A small sweep as a dict."""
    return {
        "name": "scan",
        "neuron": "HHDoubleRK4",
        "duration": 20,
        "step": 0.01,
        "input": 0.1,
        "outputs": ["spike_count", "isi_mean_ms"],
        "sweep": {"gna": {"linspace": [0.6, 1.2, 7], "unit": "mS"}},
    }


@pytest.fixture
def endless(scan):
    """Minutes of work."""
    return {**scan, "duration": 2000, "sweep": {"gna": {"linspace": [0.6, 1.2, 100_000]}}}
