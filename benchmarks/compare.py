"""Measures how fast SpikeSweep, Neun, Brian2 and NEURON simulate the same neurons on one core of this machine.

The spike counts are compared first. If they disagree, this prints where and exits with code 1.
"""

import argparse
import datetime
import pathlib
import subprocess
import sys

import agreement
import machine
import measurement
import results_picture
import results_table
import scan

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = ["spikesweep", "neun", "brian2", "neuron"]
WITHOUT_NEUN = """\
No --neun DIR: Neun is left out. To include it, clone https://github.com/GNB-UAM/Neun and give the folder; this needs a
C++20 compiler, such as g++ 10 or later.
"""


def main():
    arguments = parsed_arguments()
    load = machine.load()
    pinned = machine.pin(arguments.core)
    if not pinned:
        print("This system cannot keep a process on one core: the figures are for one thread each.", file=sys.stderr)
    table, picture = arguments.out / "results.md", arguments.out / "results.png"
    for earlier in (table, picture):
        earlier.unlink(missing_ok=True)
    rows = {}
    # The tools take turns, so that a slow phase of the machine does not affect one tool only.
    for turn in range(1, arguments.rounds + 1):
        for name, command in commands(arguments).items():
            print(f"round {turn} of {arguments.rounds}: {name}…", file=sys.stderr, flush=True)
            for m in measured(name, command, arguments):
                rows[m.name] = rows[m.name].joined(m) if m.name in rows else m
    measurements = list(rows.values())

    comparisons, faults = agreement.compare(measurements, arguments.neurons)
    if faults:
        sys.exit("The spike counts disagree, so there is no table:\n" + "\n".join(faults))
    today = datetime.date.today().isoformat()
    conditions = [
        *machine.describe(),
        f"{today}, rounds: {arguments.rounds}, load average at the start: {load:.1f}",
        "every process was kept on one core" if pinned else "processes were not kept on one core",
    ]
    results_table.write(table, measurements, conditions, comparisons)
    title = f"Hodgkin–Huxley neurons, steps of {scan.STEP:g} ms, double precision\n{machine.processor()}, {today}"
    title += f"\npoint: the fastest of {arguments.rounds} rounds, line: down to the slowest"
    results_picture.write(picture, measurements, title)
    print(table.read_text(encoding="utf-8"))


def parsed_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--neun", type=pathlib.Path, metavar="DIR", help="a checkout of Neun; without it Neun is left out")
    parser.add_argument(
        "--neurons",
        type=int,
        default=1901,
        help="number of sodium channel densities, 19·k + 1: those of gna-scan.yaml with k - 1 in each gap (default: 1901)",
    )
    parser.add_argument(
        "--rows-per-neuron",
        type=int,
        default=50,
        help="SpikeSweep runs this many times as many densities, so that it runs long enough (default: 50)",
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each tool runs (default: 3)")
    parser.add_argument("--core", type=int, help="number of the core to use (default: the last)")
    parser.add_argument("--tools", nargs="+", choices=TOOLS, default=TOOLS, help="which tools to run (default: all)")
    parser.add_argument(
        "--out", type=pathlib.Path, default=HERE / "target", help="folder for the results (default: benchmarks/target)"
    )
    arguments = parser.parse_args()
    arguments.out = arguments.out.resolve()
    scan.check_neurons(arguments.neurons)
    if arguments.rounds < 1 or arguments.rows_per_neuron < 1:
        parser.error("--rounds and --rows-per-neuron take 1 or more")
    if "neun" in arguments.tools and arguments.neun is None:
        print(WITHOUT_NEUN, file=sys.stderr)
        arguments.tools = [tool for tool in arguments.tools if tool != "neun"]
    return arguments


def commands(arguments):
    """The command of each measurement, by name."""
    commands = {}
    for tool in arguments.tools:
        command = [sys.executable, str(HERE / f"{tool}_run.py")]
        if tool == "neun":
            command += ["--neun", str(arguments.neun)]
        if tool == "spikesweep":
            command += ["--rows-per-neuron", str(arguments.rows_per_neuron)]
        commands[tool] = command
        if tool == "neun":
            # In a separate process, since such code changes the processor's rounding for the whole process.
            commands["neun-fast-math"] = [*command, "--fast-math"]
    return commands


def measured(name, command, arguments):
    """Runs a tool in a separate process and reads its measurements."""
    work = arguments.out / "work" / name
    file = work / "measured.json"
    file.unlink(missing_ok=True)
    command = [*command, "--neurons", str(arguments.neurons), "--work", str(work), "--measured", str(file)]
    outcome = subprocess.run(command, stdout=subprocess.DEVNULL)
    if outcome.returncode != 0:
        sys.exit(f"{name} failed with exit code {outcome.returncode}")
    return measurement.read(file)


if __name__ == "__main__":
    main()
