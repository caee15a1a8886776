"""Measures the neurons in SpikeSweep with the usual command, and checks which neurons it simulated."""

import json
import pathlib
import subprocess
import time

import numpy as np
import pandas as pd

import measurement
import scan

HOME = pathlib.Path(__file__).resolve().parent.parent
SWEEP = HOME / "sweeps" / "gna-scan.yaml"


def main():
    parser = measurement.tool_arguments(__doc__)
    parser.add_argument(
        "--rows-per-neuron",
        type=int,
        default=50,
        help="rows of the sweep for each density of the others, so that it runs long enough (default: 50)",
    )
    arguments = parser.parse_args()
    densities = scan.densities(arguments.neurons)
    rows = (arguments.neurons - 1) * arguments.rows_per_neuron + 1
    results = arguments.work / "results"

    # The first run builds SpikeSweep and its class archive if necessary.
    run(scan.SCAN_ROWS, results)
    short = run(scan.SCAN_ROWS, results)
    whole = run(rows, results)
    own = recorded_seconds(results, rows)
    counts = counted_spikes(results, densities, arguments.rows_per_neuron)
    versions = json.loads((results / "_spikesweep.json").read_text(encoding="utf-8"))["versions"]
    version = f"{versions['spikesweep']}, Spark {versions['spark']}, Java {versions['java']}"

    def measured(name, seconds, counts, remark):
        return measurement.Measurement(name, version, measurement.RK4, 1, rows, [seconds], counts, [remark])

    start = f"for {scan.SCAN_ROWS} rows it takes {short:.1f} s, nearly all of which is the start of Java and Spark"
    clock = "the seconds in `_spikesweep.json`, including the writing of results, without that start"
    measurement.write(
        arguments.measured,
        [
            measured("SpikeSweep, whole command", whole, counts, start),
            measured("SpikeSweep, its own clock", own, None, clock),
        ],
    )


def run(rows, results):
    """Runs this many rows and returns the seconds from the start of the command to its end."""
    values = f"[{scan.LEAST_DENSITY}, {scan.LARGEST_DENSITY}, {rows}]"
    command = [str(HOME / "spikesweep"), "run", str(SWEEP), "--master", "local[1]"]
    command += ["--out", str(results), "--overwrite"]
    for change in [f"step={scan.STEP}", f"sweep.gna_density.linspace={values}", "outputs=[spike_count]"]:
        command += ["--set", change]
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def recorded_seconds(results, rows):
    """The seconds in SpikeSweep's own record, without the start of Java and Spark."""
    totals = json.loads((results / "_spikesweep.json").read_text(encoding="utf-8"))["totals"]
    if totals["neuron_steps"] != rows * scan.STEPS or totals["diverged_rows"] != 0:
        raise SystemExit(f"SpikeSweep's record is not that of {rows} rows of {scan.STEPS} steps: {totals}")
    return totals["seconds"]


def counted_spikes(results, densities, rows_per_neuron):
    """The spike counts at these densities, selected from all rows."""
    table = pd.read_parquet(results).sort_values("id")[::rows_per_neuron]
    if not np.allclose(table["gna_density"], densities, rtol=1e-14, atol=0):
        raise SystemExit("SpikeSweep's densities are not those of the other tools")
    return [int(count) for count in table["spike_count"]]


if __name__ == "__main__":
    main()
