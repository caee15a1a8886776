"""Writes scipy-qmc.csv and scipy-quantiles.csv beside itself. Needs scipy 1.17.1."""

import pathlib

import numpy as np
import scipy
from scipy.stats import loguniform, norm, qmc

HERE = pathlib.Path(__file__).parent
ORIGIN = f"# SciPy {scipy.__version__}, NumPy {np.__version__}, 2026-11\n"
DIMENSIONS = 5
FAR = 2**31 - 20


def write(name, header, rows):
    lines = [",".join(map(repr, row)) for row in rows]
    (HERE / name).write_text(ORIGIN + header + "\n".join(lines) + "\n", newline="\n")


def points(first, count, **options):
    """Rows of an index, the Sobol point and the Halton point."""
    sobol = qmc.Sobol(d=DIMENSIONS, scramble=False, **options)
    halton = qmc.Halton(d=DIMENSIONS, scramble=False)
    if first > 0:
        sobol.fast_forward(first)
        # Its fast_forward would make all points before.
        halton.num_generated = first
    columns = np.hstack([sobol.random(count), halton.random(count)]).tolist()
    return [(first + k, *columns[k]) for k in range(count)]


write(
    "scipy-qmc.csv",
    "# qmc.Sobol(d=5, scramble=False).random(1024), qmc.Halton(d=5, scramble=False).random(1024)\n"
    "# and 16 each from index 2**31 - 20 on, Sobol with bits=31\n"
    "index,sobol0,sobol1,sobol2,sobol3,sobol4,halton0,halton1,halton2,halton3,halton4\n",
    points(0, 1024) + points(FAR, 16, bits=31),
)

tail = [m * 10.0**-k for k in (300, 100, 30, 16, 12, 9, 6, 4, 3, 2) for m in (1, 3)]
middle = (np.arange(1, 64) / 64).tolist()
upper = [1 - u for u in tail if u > 1e-16]
write(
    "scipy-quantiles.csv",
    "# norm.ppf(u), loguniform.ppf(u, 1e-3, 50.0)\nu,normal,loguniform\n",
    [(u, float(norm.ppf(u)), float(loguniform.ppf(u, 1e-3, 50.0))) for u in tail + middle + upper],
)
