"""How long commands take from start to end: runs in this process beside runs on Spark, in pairs, and the other commands.

    python benchmarks/start.py            # ten pairs
    python benchmarks/start.py --pairs 3
"""

import argparse
import pathlib
import resource
import statistics
import subprocess
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parent.parent
SWEEPS = ["gna-scan", "gna-input-map"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=10, help="how often each pair is run (10)")
    pairs = parser.parse_args().pairs
    with tempfile.TemporaryDirectory() as folder:
        for sweep in SWEEPS:
            compare(sweep, pairs, folder)
        others(pairs, folder)


def compare(sweep, pairs, folder):
    """Prints seconds and core-seconds of each pair, and how much faster the run in this process is."""
    command = ["run", f"sweeps/{sweep}.yaml", "--overwrite", "--out", f"{folder}/{sweep}"]
    spark = [*command, "--master", "local[*]"]
    timed(command)  # builds, and makes archives of classes
    timed(spark)
    print(f"{sweep}: seconds (core-seconds) in this process, on Spark, ratio")
    here, ratios = [], []
    for _ in range(pairs):
        own = timed(command)
        other = timed(spark)
        here.append(own)
        ratios.append(other[0] / own[0])
        print(f"  {own[0]:.2f} ({own[1]:.2f})   {other[0]:.2f} ({other[1]:.2f})   {ratios[-1]:.1f}", flush=True)
    seconds, cores = (statistics.median(values) for values in zip(*here))
    print(f"  median {seconds:.2f} ({cores:.2f}), {statistics.median(ratios):.1f} times as fast as on Spark")


def others(times, folder):
    """Prints the median of other commands."""
    commands = {
        "--version": ["--version"],
        "--help": ["--help"],
        "models": ["models"],
        "plan --no-calibration": ["plan", "sweeps/gna-scan.yaml", "--no-calibration"],
        "trace, as CSV": ["trace", "sweeps/gna-scan.yaml", "--id", "19", "--out", f"{folder}/trace.csv", "--overwrite"],
        "plot": ["plot", f"{folder}/gna-scan", "--out", f"{folder}/plot.png"],
    }
    for name, command in commands.items():
        timed(command)
        seconds, cores = (statistics.median(values) for values in zip(*(timed(command) for _ in range(times))))
        print(f"{name}: {seconds:.2f} ({cores:.2f})", flush=True)


def timed(command):
    """Seconds and core-seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run(
        [HOME / "spikesweep", *command], check=True, cwd=HOME, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    seconds = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
