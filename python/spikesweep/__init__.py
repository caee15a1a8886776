"""Parameter sweeps of neuron models and small circuits, from Python.

>>> import spikesweep as ss
>>> scan = ss.run("sweeps/gna-scan.yaml")
>>> scan.to_pandas(), scan.units, scan.plot()

The first call starts the engine, a Java process; later ones find it warm.
"""

from ._engine import close
from ._error import EngineError, EngineWarning, SweepError
from ._result import Column, Model, Plan, Result, Trace, read
from ._run import models, plan, run, trace
from ._simulator import Simulator
from ._sweep import Sweep

__all__ = [
    "Column",
    "EngineError",
    "EngineWarning",
    "Model",
    "Plan",
    "Result",
    "Simulator",
    "Sweep",
    "SweepError",
    "Trace",
    "close",
    "models",
    "plan",
    "read",
    "run",
    "trace",
]
