"""Measures neurons of the C++ library Neun, in a loop in Python that calls them each step, and in a loop in C++."""

import importlib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import sysconfig
import time

import pybind11

import measurement
import scan

SOURCE = pathlib.Path(__file__).with_name("neun_neuron.cpp")
FOLDERS = ["include", "integrators", "archetypes", "concepts", "models", "wrappers"]
# The flags in Neun's README, and those that Brian2 uses.
FLAGS = ["-O3"]
FAST_MATH_FLAGS = ["-O3", "-march=native", "-ffast-math"]


def main():
    parser = measurement.tool_arguments(__doc__)
    parser.add_argument("--neun", type=pathlib.Path, required=True, help="a checkout of Neun")
    parser.add_argument("--fast-math", action="store_true", help=f"compile with {' '.join(FAST_MATH_FLAGS)}")
    arguments = parser.parse_args()
    flags = FAST_MATH_FLAGS if arguments.fast_math else FLAGS
    Neuron = build(arguments.neun, arguments.work, flags).Neuron
    neurons = scan.densities(arguments.neurons)

    def measure(name, count_spikes, stride):
        begin = time.perf_counter()
        counts = [count_spikes(start(Neuron, density)) for density in neurons[::stride]]
        seconds = [time.perf_counter() - begin]
        version = neun_version(arguments.neun)
        return measurement.Measurement(name, version, measurement.RK4, stride, len(counts), seconds, counts)

    if arguments.fast_math:
        measured = [measure("Neun, loop in C++, fast math", count_spikes_in_cpp, 1)]
    else:
        measured = [
            measure("Neun, loop in Python", count_spikes_in_python, python_stride(arguments.neurons)),
            measure("Neun, loop in C++", count_spikes_in_cpp, 1),
        ]
    measured[-1].remarks.append(f"compiled with `{' '.join(flags)}`")
    measurement.write(arguments.measured, measured)


def python_stride(neurons):
    """One neuron in twenty, or only the rows of gna-scan.yaml: more would take minutes and give the same rate."""
    stride = scan.scan_stride(neurons)
    return stride // 5 if stride % 5 == 0 else stride


def start(Neuron, density):
    gna = density * scan.AREA
    neuron = Neuron(cm=scan.CAPACITANCE, vna=scan.VNA, vk=scan.VK, vl=scan.VL, gna=gna, gk=scan.GK, gl=scan.GL)
    neuron.start(**scan.START)
    return neuron


def count_spikes_in_python(neuron):
    spikes = 0
    before = neuron.v()
    for _ in range(scan.STEPS):
        neuron.add_synaptic_input(scan.INPUT)
        neuron.step(scan.STEP)
        after = neuron.v()
        if before <= scan.THRESHOLD < after:
            spikes += 1
        before = after
    return spikes


def count_spikes_in_cpp(neuron):
    return neuron.count_spikes(scan.INPUT, scan.STEP, scan.STEPS, scan.THRESHOLD)


def build(neun, work, flags):
    """Compiles the Python module and imports it."""
    missing = [folder for folder in FOLDERS if not (neun / folder).is_dir()]
    if missing:
        raise SystemExit(f"--neun {neun}: not a checkout of Neun, since it has no folder {', '.join(missing)}")
    work.mkdir(parents=True, exist_ok=True)
    includes = [pybind11.get_include(), sysconfig.get_path("include"), *(str(neun / folder) for folder in FOLDERS)]
    subprocess.run(
        [
            *shlex.split(os.environ.get("CXX", "g++")),
            *["-std=c++20", "-DNDEBUG", "-shared", "-fPIC", "-fvisibility=hidden"],
            *flags,
            *(f"-I{include}" for include in includes),
            str(SOURCE),
            *["-o", str(work / (SOURCE.stem + sysconfig.get_config_var("EXT_SUFFIX")))],
        ],
        check=True,
    )
    sys.path.insert(0, str(work))
    return importlib.import_module(SOURCE.stem)


def neun_version(neun):
    """The version in Neun's CMakeLists.txt, and the commit."""
    build_file = neun / "CMakeLists.txt"
    text = build_file.read_text(encoding="utf-8") if build_file.is_file() else ""
    told = re.search(r"project\(Neun VERSION (\S+)", text)
    version = told[1] if told else "unknown"
    if (neun / ".git").exists():
        commit = subprocess.run(
            ["git", "-C", str(neun), "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
        )
        version += " at " + commit.stdout.strip()
    return version


if __name__ == "__main__":
    main()
