"""The neurons that every tool simulates: the rows of sweeps/gna-scan.yaml, with more densities between them."""

import numpy as np

# The defaults of engine/src/main/resources/io/github/spikesweep/model/HH.yaml: values per area, and the area.
AREA = 7.854e-3  # cm²
CAPACITANCE = 1 * AREA  # µF
GK = 36 * AREA  # mS
GL = 0.3 * AREA  # mS
VNA, VK, VL = 50.0, -77.0, -54.387  # mV
START = {"v": -65.0, "m": 0.05, "h": 0.6, "n": 0.3}

INPUT = 0.1  # µA
STEP = 0.01  # ms
STEPS = 10_000
DURATION = STEP * STEPS  # ms
THRESHOLD = 0.0  # mV; a spike is an upward crossing

LEAST_DENSITY, LARGEST_DENSITY = 50, 200  # of sodium conductance, mS/cm²
SCAN_ROWS = 20
# With a step of 0.001 ms, as in gna-scan.yaml.
SCAN_COUNTS = [1, 1, 1, 1, 1, 1, 3, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9]


def densities(neurons):
    """Sodium densities of this many neurons, in mS/cm²."""
    check_neurons(neurons)
    return np.linspace(LEAST_DENSITY, LARGEST_DENSITY, neurons)


def check_neurons(neurons):
    """Refuses a number of neurons whose densities do not include those of gna-scan.yaml."""
    if neurons < SCAN_ROWS or (neurons - 1) % (SCAN_ROWS - 1) != 0:
        raise SystemExit(
            f"--neurons {neurons}: the densities of gna-scan.yaml must be among those simulated, "
            f"so the number must be {SCAN_ROWS - 1}·k + 1, such as 20, 191 or 1901"
        )


def scan_stride(neurons):
    """The number of densities from one of gna-scan.yaml to the next."""
    return (neurons - 1) // (SCAN_ROWS - 1)
