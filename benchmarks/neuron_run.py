"""Measures the neurons in NEURON, with its own mechanism `hh`: all cells in one process, a compartment each."""

import math
import os
import time

import measurement
import scan

# Read when NEURON is imported: do not open windows.
os.environ.setdefault("NEURON_MODULE_OPTIONS", "-nogui")
from neuron import h

# Crank–Nicolson for the voltage and exact exponentials for the gates, half a step apart: NEURON has no Runge–Kutta.
SECOND_ORDER = 2
METHOD = "staggered Crank–Nicolson"
DIAMETER = 500  # µm
SQUARE_MICRONS = 1e8  # in a cm²
NANOAMPERES = 1e3  # in a µA


def main():
    arguments = measurement.tool_arguments(__doc__).parse_args()
    densities = scan.densities(arguments.neurons)
    h.celsius = 6.3  # where q10 is 1
    h.usetable_hh = 0  # rates as they are, not from a table
    h.secondorder = SECOND_ORDER
    h.dt = scan.STEP
    cells = [Cell(density) for density in densities]
    check_rates(cells[0])
    parallel = h.ParallelContext()
    parallel.set_maxstep(10)  # required by psolve, though irrelevant for unconnected cells

    h.finitialize(scan.START["v"])
    for cell in cells:
        cell.start()
    h.fcurrent()
    begin = time.perf_counter()
    parallel.psolve(scan.DURATION)
    seconds = time.perf_counter() - begin
    steps = round(h.t / scan.STEP)
    if steps != scan.STEPS:
        raise SystemExit(f"NEURON made {steps} steps instead of {scan.STEPS}")
    counts = [int(cell.spikes.n) for cell in cells]
    measured = measurement.Measurement(
        name="NEURON",
        version=h.nrnversion(5),
        method=METHOD,
        stride=1,
        neurons=len(counts),
        seconds=[seconds],
        counts=counts,
    )
    measurement.write(arguments.measured, [measured])


class Cell:
    """A cylinder with the scan's values, converted to values per area."""

    def __init__(self, density):
        self.section = h.Section(name=f"gna_{density}")
        self.section.diam = DIAMETER
        self.section.L = scan.AREA * SQUARE_MICRONS / (math.pi * DIAMETER)
        self.section.cm = scan.CAPACITANCE / scan.AREA
        self.section.insert("hh")
        self.section.ena = scan.VNA
        self.section.ek = scan.VK
        self.middle = self.section(0.5)
        self.channels = self.middle.hh
        siemens = 1e-3  # in a mS
        self.channels.gnabar = density * siemens
        self.channels.gkbar = scan.GK / scan.AREA * siemens
        self.channels.gl = scan.GL / scan.AREA * siemens
        self.channels.el = scan.VL
        self.clamp = h.IClamp(self.middle)
        self.clamp.delay = 0
        self.clamp.dur = 2 * scan.DURATION
        self.clamp.amp = scan.INPUT * NANOAMPERES
        self.spikes = h.APCount(self.middle)
        self.spikes.thresh = scan.THRESHOLD

    def start(self):
        self.channels.m = scan.START["m"]
        self.channels.h = scan.START["h"]
        self.channels.n = scan.START["n"]


def check_rates(cell):
    """Refuses a mechanism whose rates are not those of HH.yaml."""
    for tenths in range(-1005, 605, 10):
        # Off -40 and -55 mV, where both sides are 0/0 in this form.
        v = tenths / 10
        cell.channels.rates(v)
        rates = {
            "m": ((v + 40) / 10 / (1 - math.exp(-(v + 40) / 10)), 4 * math.exp(-(v + 65) / 18)),
            "h": (0.07 * math.exp(-(v + 65) / 20), 1 / (1 + math.exp(-(v + 35) / 10))),
            "n": ((v + 55) / 100 / (1 - math.exp(-(v + 55) / 10)), 0.125 * math.exp(-(v + 65) / 80)),
        }
        for gate, (opening, closing) in rates.items():
            expected = (opening / (opening + closing), 1 / (opening + closing))
            found = (getattr(cell.channels, f"{gate}inf"), getattr(cell.channels, f"{gate}tau"))
            if not all(math.isclose(e, f, rel_tol=1e-12) for e, f in zip(expected, found, strict=True)):
                raise SystemExit(f"{gate} of NEURON at {v} mV: steady state, time constant {found}, not {expected}")


if __name__ == "__main__":
    main()
