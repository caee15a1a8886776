"""Writes salib.csv beside itself: what SALib and NumPy say of the results of the sweeps here. Needs SALib 1.6.0 and pyarrow.

Run each sweep first, into RESULTS/NAME:

    spikesweep run NAME.yaml --out RESULTS/NAME
    python salib.py RESULTS
"""

import pathlib
import sys
from importlib.metadata import version

import numpy as np
import pyarrow.parquet as pq
from SALib.analyze import morris, sobol

HERE = pathlib.Path(__file__).parent
RESULTS = pathlib.Path(sys.argv[1])
RESAMPLES = 1000


def table(name):
    """The axes' names, their values and the feature, in the order of the ids."""
    rows = pq.read_table(RESULTS / name).sort_by("id")
    columns = rows.column_names
    axes = columns[1 : columns.index("diverged_at_ms") - 1]
    feature = columns[columns.index("diverged_at_ms") - 1]
    return axes, np.column_stack([rows[axis] for axis in axes]), rows[feature].to_numpy()


def problem(axes, x):
    return {"num_vars": len(axes), "names": axes, "bounds": [[low, high] for low, high in zip(x.min(0), x.max(0))]}


def of_sobol(name, second_order):
    axes, x, y = table(name)
    found = sobol.analyze(problem(axes, x), y, calc_second_order=second_order, num_resamples=RESAMPLES, seed=1)
    for j, axis in enumerate(axes):
        for measure in ("S1", "ST"):
            yield measure, axis, "", found[measure][j], found[measure + "_conf"][j]
    for j in range(len(axes) if second_order else 0):
        for k in range(j + 1, len(axes)):
            yield "S2", axes[j], axes[k], found["S2"][j, k], found["S2_conf"][j, k]


def of_morris(name, levels):
    axes, x, y = table(name)
    found = morris.analyze(problem(axes, x), x, y, num_levels=levels, num_resamples=RESAMPLES, seed=1)
    for j, axis in enumerate(axes):
        for measure in ("mu", "mu_star", "sigma"):
            yield measure, axis, "", found[measure][j], found["mu_star_conf"][j] if measure == "mu_star" else np.nan


def ranks(values):
    """With the mean rank of equal values."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[place]


def of_ranks(name):
    axes, x, y = table(name)
    kept = np.isfinite(y)
    ranked = np.column_stack([ranks(column[kept]) for column in x.T])
    feature = ranks(y[kept])
    for j, axis in enumerate(axes):
        others = np.column_stack([np.ones(len(ranked)), np.delete(ranked, j, 1)])
        left = [v - others @ np.linalg.lstsq(others, v, rcond=None)[0] for v in (ranked[:, j], feature)]
        yield "prcc", axis, "", np.corrcoef(*left)[0, 1], np.nan


SWEEPS = {
    "ishigami-saltelli": lambda name: of_sobol(name, False),
    "g-function-saltelli": lambda name: of_sobol(name, False),
    "g-function-second": lambda name: of_sobol(name, True),
    "hh-saltelli": lambda name: of_sobol(name, False),
    "ishigami-morris": lambda name: of_morris(name, 4),
    "g-function-morris": lambda name: of_morris(name, 4),
    "hh-morris": lambda name: of_morris(name, 6),
    "ishigami-lhs": of_ranks,
    "hh-lhs": of_ranks,
}
lines = [f"# SALib {version('SALib')}, NumPy {np.__version__}; margins from {RESAMPLES} resamples of SALib's own"]
lines.append("sweep,measure,axis,other_axis,value,margin")
for sweep, found in SWEEPS.items():
    for measure, axis, other, value, margin in found(sweep):
        shown = "" if np.isnan(margin) else repr(float(margin))
        lines.append(f"{sweep},{measure},{axis},{other},{float(value)!r},{shown}")
(HERE / "salib.csv").write_text("\n".join(lines) + "\n", newline="\n")
