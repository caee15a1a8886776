"""How long calls from Python take, on a warm engine, beside loops of other tools over the same twenty neurons.

    python benchmarks/python_calls.py                      # with Brian2, if it is installed
    python benchmarks/python_calls.py --neun ../../Neun    # and with a loop in Python over Neun

The package is that of this checkout, unless one is installed; it needs NumPy and pandas.
"""

import argparse
import importlib.util
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

HOME = pathlib.Path(__file__).resolve().parent.parent
sys.path.append(str(HOME / "python"))
SCAN = "sweeps/gna-scan.yaml"
#: Of gna-scan.yaml.
STEP, STEPS = 0.001, 100_000
POINTS = 10_000
#: So many rows of 50,000 steps are done in whole kernels of 256 lanes.
WHOLE = 2048
#: So many calls with thousands of rows it takes until the JVM has compiled what they need.
WARM_UP = 4

#: How often a process is started; the median counts.
STARTS = 7
#: Prints the seconds of its first two calls.
TWO_CALLS = f"""
import time
import pandas
import spikesweep as ss
for _ in range(2):
    begin = time.perf_counter()
    ss.run({SCAN!r}).to_pandas()
    print(time.perf_counter() - begin)
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=20, help="how often each call is repeated (20)")
    parser.add_argument("--neun", type=pathlib.Path, help="a checkout of Neun, for a loop in Python over its neurons")
    arguments = parser.parse_args()
    os.chdir(HOME)
    print("| what | seconds | core-seconds |")
    print("| --- | --: | --: |")
    package(arguments.calls)
    if importlib.util.find_spec("brian2"):
        brian2_loop()
    if arguments.neun:
        neun_loop(arguments.neun)


def show(what, seconds, cores=None, note=""):
    digits = 4 if seconds < 0.1 else 2
    shown = "" if cores is None else f"{cores:.{digits}f}"
    print(f"| {what} | {seconds:.{digits}f} | {shown} |{note}", flush=True)


def package(calls):
    """The calls of the package."""
    import spikesweep as ss

    started()  # builds, and makes an archive of classes
    process, first, second = (statistics.median(times) for times in zip(*(started() for _ in range(STARTS)), strict=True))
    show("a process with Python, pandas, the engine and two calls", process)
    show("its first call, with the engine to start", first)
    show("its second: twenty rows of gna-scan as a data frame", second)

    ss.run(SCAN).to_pandas()
    repeat("later ones", calls, lambda: ss.run(SCAN).to_pandas())
    short = ss.Sweep(SCAN).set(duration=1)
    ss.run(short, where="id == 3")
    repeat("one row of 1,000 steps", 5 * calls, lambda: ss.run(short, where="id == 3").to_pandas())
    repeat("one row of 100,000 steps", calls, lambda: ss.run(SCAN, where="id == 3").to_pandas())

    simulate_beside_engine(ss, calls)


def simulate_beside_engine(ss, calls):
    """`simulate`, in turns with about as many neuron-steps of fewer rows, in which there is little else to do."""
    simulate = ss.Simulator(SCAN, ["gna_density", "gk", "input"], ["spike_count"], set={"step": 0.01})
    theta = np.random.default_rng(1).uniform([50, 0.2, 0.05], [200, 0.4, 0.15], (POINTS, 3))
    long = ss.Sweep(SCAN).set({"step": 0.01, "duration": 500, "sweep.gna_density.linspace": [50, 200, WHOLE]})
    rounds = [
        (timed(lambda: simulate(theta)), timed(lambda: ss.run(long, columns=["spike_count"]))) for _ in range(WARM_UP + calls)
    ]
    show("simulate, 10,000 points of three parameters, 10,000 steps each: the first call", *rounds[0][0])
    ours, engine = (
        [statistics.median(readings) for readings in zip(*side, strict=True)] for side in zip(*rounds[WARM_UP:], strict=True)
    )
    show(f"later ones, from call {WARM_UP + 1} on", *ours)
    show(f"{WHOLE:,} rows of 50,000 steps in memory", *engine)
    rates = [POINTS * 10_000 / ours[1] / 1e6, WHOLE * 50_000 / engine[1] / 1e6]
    print("\nper core-second {:.0f} and {:.0f} million neuron-steps\n".format(*rates))


def environment():
    """That of a process with the package, which keeps the bytecode of what it imports."""
    path = os.pathsep.join([str(HOME / "python"), os.environ.get("PYTHONPATH", "")])
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": path}


def started():
    """Seconds of a process that makes two calls, and of each of them."""
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", TWO_CALLS], check=True, env=environment(), capture_output=True)
    return time.perf_counter() - begin, *map(float, done.stdout.split())


def repeat(what, calls, call):
    """Shows the median of the seconds of a call, and the mean of the core-seconds of the engine and of Python."""
    seconds, cores = zip(*(timed(call) for _ in range(calls)), strict=True)
    show(what, statistics.median(seconds), statistics.mean(cores))


def timed(call):
    """Seconds, and core-seconds of the engine and of Python."""
    busy, begin = core_seconds(), time.perf_counter()
    call()
    return time.perf_counter() - begin, core_seconds() - busy


def core_seconds():
    """What the engine and this process have used so far."""
    from spikesweep import _engine

    fields = pathlib.Path(f"/proc/{_engine.engine().process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") + time.process_time()


def brian2_loop():
    """Brian2's `run` of the same twenty neurons, in its usual mode, without the time to compile."""
    import brian2
    import brian2_run
    import scan

    brian2.defaultclock.dt = STEP * brian2.ms
    group = brian2_run.neuron_group(scan.densities(scan.SCAN_ROWS))
    spikes = brian2.SpikeMonitor(group, record=False)
    network = brian2.Network(group, spikes)
    network.run(STEP * brian2.ms)
    begin = time.perf_counter()
    network.run(STEP * STEPS * brian2.ms)
    show(f"Brian2 {brian2.__version__}, run of twenty neurons, {STEPS:,} steps", time.perf_counter() - begin)


def neun_loop(neun):
    """A loop in Python that calls Neun's neurons each step."""
    import neun_run
    import scan

    scan.STEP, scan.STEPS = STEP, STEPS
    with tempfile.TemporaryDirectory() as folder:
        Neuron = neun_run.build(neun, pathlib.Path(folder), neun_run.FLAGS).Neuron
        begin = time.perf_counter()
        for density in scan.densities(scan.SCAN_ROWS):
            neun_run.count_spikes_in_python(neun_run.start(Neuron, density))
        show(f"Neun, loop in Python, twenty neurons, {STEPS:,} steps", time.perf_counter() - begin)


if __name__ == "__main__":
    main()
