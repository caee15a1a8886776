"""Measures how fast SpikeSweep and the published simulator of the pyloric circuit step its cells, on one core.

    pip install cython numpy setuptools tqdm
    git clone https://github.com/mackelab/pyloric ../../pyloric
    python pyloric_circuit.py ../../pyloric

That simulator (Deistler, Macke & Gonçalves 2022) is in Cython. Its cells and synapses are those of ../sweeps/circuits/pyloric.yaml, and so is its step of
0.025 ms; its method is exponential Euler, of order 1, which evaluates the equations once a step, while RK4 does so four times. Both are measured in CPU time,
which depends less on other load than that of a clock. For SpikeSweep it is that of the process with all its threads, less that of a run of a tenth
of the duration, which is mostly Java's start.
"""

import argparse
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import numpy as np

HOME = pathlib.Path(__file__).resolve().parent.parent
STEP = 0.025  # ms
CELLS = 3
ROWS = 256
NS = 1e-6  # mS
# As Na, CaT, CaS, A, KCa, Kd, H and leak, in mS, of cells of 0.628e-3 cm².
CONDUCTANCES = 0.628e-3 * np.array(
    [[100, 2.5, 6, 50, 5, 100, 0.01, 0], [100, 0, 4, 20, 0, 25, 0.05, 0.03], [100, 2.5, 2, 50, 0, 125, 0.05, 0.01]]
)
# To, from, strength, reversal potential, time constant, threshold, slope.
SYNAPSES = [
    (1, 0, 30, -70, 40), (1, 0, 30, -80, 100), (2, 0, 10, -70, 40), (2, 0, 3, -80, 100),
    (0, 1, 30, -70, 40), (2, 1, 1, -70, 40), (1, 2, 30, -70, 40),
]  # fmt: skip


def built(clone, folder):
    """The simulator's module, compiled in a folder."""
    shutil.copy(clone / "pyloric" / "simulator.pyx", folder)
    setup = "from setuptools import setup; from Cython.Build import cythonize; import numpy; "
    setup += "setup(ext_modules=cythonize('simulator.pyx', language_level=3), include_dirs=[numpy.get_include()])"
    subprocess.run(
        [sys.executable, "-c", setup, "build_ext", "--inplace"], cwd=folder, check=True, capture_output=True
    )
    sys.path.insert(0, str(folder))
    import simulator

    return simulator


def published(simulator, duration=11000):
    times = np.arange(0, duration, STEP)
    noise = np.random.RandomState(1).normal(scale=0.001, size=(CELLS, len(times)))
    synapses = np.array([(to, of, -g * NS, e, tau, -35, 5) for to, of, g, e, tau in SYNAPSES], float)
    q10 = ([1.5] * 7, [1.7] * 7, [1.5] * 8, [2.4] * 7, [2.8] * 4, [2.0], 283.0)
    begin = time.process_time()
    simulator.sim_time(STEP, times, noise, CONDUCTANCES, synapses, *q10, 0, 0, verbose=False)
    return CELLS * len(times) / (time.process_time() - begin)


def spikesweep(integrator, folder):
    long, short = (cpu_seconds(integrator, duration, folder) for duration in (2000, 200))
    return CELLS * ROWS * 1800 / STEP / (long - short)


def cpu_seconds(integrator, duration, folder):
    changes = {
        "integrator": integrator, "step": STEP, "duration": duration, "transient": 0, "outputs": "[abpd_spike_count]",
        "sweep.lp_ab_strength": "{logspace: [0.1, 100, 16]}", "sweep.py_lp_strength": "{logspace: [0.1, 100, 16]}",
    }  # fmt: skip
    command = [HOME / "spikesweep", "run", HOME / "sweeps" / "pyloric.yaml", "--threads", "1", "--overwrite"]
    command += ["--out", folder / "results"]
    for key, value in changes.items():
        command += ["--set", f"{key}={value}"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clone", type=pathlib.Path, help="a clone of the simulator's repository")
    parser.add_argument("--rounds", type=int, default=3, help="of which the fastest counts (default: 3)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        simulator = built(arguments.clone, folder)
        rates = {"published simulator": [], "SpikeSweep, RK4": [], "SpikeSweep, ExponentialEuler": []}
        subprocess.run([HOME / "spikesweep", "--version"], check=True, capture_output=True)  # builds it if necessary
        for _ in range(arguments.rounds):
            # It fills its memory faster when it has just had it.
            rates["published simulator"] += [published(simulator) for _ in range(3)]
            rates["SpikeSweep, RK4"].append(spikesweep("RK4", folder))
            rates["SpikeSweep, ExponentialEuler"].append(spikesweep("ExponentialEuler", folder))
    for tool, each in rates.items():
        times = max(each) / max(rates["published simulator"])
        print(f"{tool:28} {max(each) / 1e6:6.2f} million neuron-steps per second, {times:5.1f} times the published")


if __name__ == "__main__":
    main()
