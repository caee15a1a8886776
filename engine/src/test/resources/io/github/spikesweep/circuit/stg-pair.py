"""Prints the spikes of two STG cells that inhibit each other, by SciPy: the truth of StomatogastricPairTest.

python stg-pair.py needs only scipy. The cells are those of gallery-spikes.py, the synapses are written here anew.
"""

import importlib.util
import pathlib
from math import exp

from scipy.integrate import solve_ivp

GALLERY = pathlib.Path(__file__).resolve().parents[8] / "sweeps/src/test/resources/gallery-spikes.py"
DURATION = 2500
# Conductances of AB/PD 1 and LP 1, as gna gcat gcas ga gkca gkd gh gl, in mS/cm².
CELLS = [(400, 2.5, 6, 50, 10, 100, 0.01, 0), (100, 0, 8, 40, 5, 75, 0.05, 0.02)]
# From, to, conductance in mS/cm², reversal potential, longest and shortest time constant.
SYNAPSES = [(0, 1, 0.02, -70, 40, 0.1), (0, 1, 0.02, -80, 100, 0.1), (1, 0, 0.002, -70, 40, 0.1)]


def system():
    spec = importlib.util.spec_from_file_location("gallery", GALLERY)
    gallery = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(gallery)
    parameters = [{**dict(zip(gallery.STG, cell)), "temperature": 11, "I": 0} for cell in CELLS]
    cells = [gallery.stg(p) for p in parameters]

    def rhs(t, y):
        synapses = y[26:]
        currents, slopes = [0, 0], []
        for s, (source, target, g, reversal, longest, shortest) in zip(synapses, SYNAPSES):
            steady = 1 / (1 + exp((-35 - y[13 * source]) / 5))
            slopes.append((steady - s) / max((1 - steady) * longest, shortest))
            currents[target] += g * s * (y[13 * target] - reversal)
        for p, current in zip(parameters, currents):
            p["I"] = -current
        return [*cells[0][0](t, y[:13]), *cells[1][0](t, y[13:26]), *slopes]

    return rhs, [*cells[0][1], *cells[1][1], 0, 0, 0]


def rising(variable):
    def crossing(t, y):
        return y[variable]

    crossing.direction = 1
    return crossing


if __name__ == "__main__":
    rhs, start = system()
    events = [rising(0), rising(13)]
    for method in ("DOP853", "LSODA"):
        run = solve_ivp(rhs, (0, DURATION), start, method, events=events, rtol=1e-10, atol=1e-12)
        for name, times in zip(("ab", "lp"), run.t_events):
            print(method, name, len(times), f"first {times[0]:.6f} last {times[-1]:.6f}")
