"""Prints what SciPy says of circuits that are shipped as sweeps: the truth of ShippedCircuitsTest.

python shipped-circuits.py [gap] [pyloric] [half_centre] [stdp] needs only scipy, and takes some minutes. The cells are those of gallery-spikes.py; what connects them is
written here anew.
"""

import importlib.util
import pathlib
import sys
from math import exp, inf

from scipy.integrate import solve_ivp

HERE = pathlib.Path(__file__).resolve().parent
NS = 1e-6 / 0.628e-3  # mS/cm², of the cells of the stomatogastric ganglion


def gallery():
    spec = importlib.util.spec_from_file_location("gallery", HERE / "gallery-spikes.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rising(variable):
    def crossing(t, y):
        return y[variable]

    crossing.direction = 1
    return crossing


def show(what, rhs, start, cells, duration, transient, method):
    """Spikes of cells, whose potentials are the variables of these numbers."""
    run = solve_ivp(rhs, (0, duration), start, method, events=[rising(v) for v in cells.values()], rtol=1e-10, atol=1e-12)
    for name, times in zip(cells, run.t_events):
        counted = [t for t in times if t > transient]
        print(what, method, name, len(counted), *(f"{t:.6f}" for t in counted[:3]), "last", *(f"{t:.6f}" for t in counted[-1:]), flush=True)


def gap(method):
    """Two neurons of Hodgkin and Huxley, per area of 7.854e-3 cm², with a gap junction."""
    rates = gallery().hodgkin_huxley
    area = 7.854e-3

    def cell(y, current):
        v, m, h, n = y
        (am, bm), (ah, bh), (an, bn) = rates(v + 65)
        ionic = 120 * m**3 * h * (v - 50) + 36 * n**4 * (v + 77) + 0.3 * (v + 54.387)
        return [current / area - ionic, am * (1 - m) - bm * m, ah * (1 - h) - bh * h, an * (1 - n) - bn * n]

    for g in (-0.003, -0.001, 0, 0.001, 0.005, 0.02):
        def rhs(t, y, g=g):
            between = g * (y[0] - y[4])
            return [*cell(y[:4], 0.1 - between), *cell(y[4:], 0.08 + between)]

        start = [-75, 0.05, 0.6, 0.3, -65, 0.05, 0.6, 0.3]
        show(f"gap {g}", rhs, start, {"a": 0, "b": 4}, 600, 200, method)


def pyloric(method):
    """The circuit of Prinz, Bucher and Marder (2004)."""
    abpd, lp, py = 0, 1, 2
    densities = [
        (100, 2.5, 6, 50, 5, 100, 0.01, 0),
        (100, 0, 4, 20, 0, 25, 0.05, 0.03),
        (100, 2.5, 2, 50, 0, 125, 0.05, 0.01),
    ]
    # From, to, strength in nS, reversal potential, longest time constant.
    synapses = [
        (abpd, lp, 30, -70, 40), (abpd, lp, 30, -80, 100), (abpd, py, 10, -70, 40), (abpd, py, 3, -80, 100),
        (lp, abpd, 30, -70, 40), (lp, py, 1, -70, 40), (py, lp, 30, -70, 40),
    ]  # fmt: skip
    stg = gallery().STG
    parameters = [{**dict(zip(stg, cell)), "temperature": 11, "I": 0} for cell in densities]
    cells = [gallery().stg(p) for p in parameters]
    shortest = 0.02

    def rhs(t, y):
        currents, slopes = [0, 0, 0], []
        for s, (source, target, strength, reversal, longest) in zip(y[39:], synapses):
            steady = 1 / (1 + exp((-35 - y[13 * source]) / 5))
            slopes.append((steady - s) / max((1 - steady) * longest, shortest))
            currents[target] += strength * NS * s * (y[13 * target] - reversal)
        for p, current in zip(parameters, currents):
            p["I"] = -current
        changes = []
        for k, cell in enumerate(cells):
            changes += cell[0](t, y[13 * k : 13 * k + 13])
        return changes + slopes

    start = [value for cell in cells for value in cell[1]] + [0] * len(synapses)
    show("pyloric", rhs, start, {"abpd": 0, "lp": 13, "py": 26}, 4000, 0, method)


def half_centre(method):
    """Two neurons of Hindmarsh and Rose with graded inhibition, of a fast and a slow part."""

    def cell(x, y, z, drive, inhibition):
        return [y + 3 * x**2 - x**3 - z + drive - inhibition, 1 - 5 * x**2 - y, 0.006 * (4 * (x + 1.6) - z)]

    def sigmoid(x, half, slope):
        return 1 / (1 + exp(slope * (half - x)))

    for g in (0, 0.2, 0.3, 0.4):
        def rhs(t, y, g=g):
            left, right, m_right, m_left = y[:3], y[3:6], y[6], y[7]
            to_right = (g * sigmoid(left[0], -0.5, 4) + g / 2 * m_right) * (right[0] + 1.92)
            to_left = (g * sigmoid(right[0], -0.5, 4) + g / 2 * m_left) * (left[0] + 1.92)
            slow = [0.1 * (1 - m) * sigmoid(pre[0], -1, 5) - 0.05 * m for m, pre in ((m_right, left), (m_left, right))]
            return [*cell(*left, 2.2, to_left), *cell(*right, 2.4, to_right), *slow]

        show(f"half-centre {g}", rhs, [-1.5, 0, 0, -1, -3, 2, 0, 0], {"left": 0, "right": 3}, 5000, 2000, method)


def stdp(method):
    """Three neurons of Hodgkin and Huxley; a weight changes by the time since the last spike on the other side."""
    rates = gallery().hodgkin_huxley
    area = 7.854e-3

    def cell(y, current):
        v, m, h, n = y
        (am, bm), (ah, bh), (an, bn) = rates(v + 65)
        ionic = 120 * m**3 * h * (v - 50) + 36 * n**4 * (v + 77) + 0.3 * (v + 54.387)
        return [current / area - ionic, am * (1 - m) - bm * m, ah * (1 - h) - bh * h, an * (1 - n) - bn * n]

    events = [rising(variable) for variable in (0, 4, 8)]
    for event in events:
        event.terminal = True
    for drive in (0.08, 0.1, 0.2, 0.3):
        weights, last, counts = [0.001, 0.001], [-inf] * 3, [0] * 3

        def rhs(t, y, drive=drive, weights=weights):
            synapses = (weights[0] * y[12] + weights[1] * y[13]) * y[8]
            return [*cell(y[:4], drive), *cell(y[4:8], 0.1), *cell(y[8:12], 0.03 - synapses), -y[12] / 5, -y[13] / 5]

        t, y = 0, [-75, 0.05, 0.6, 0.3, -65, 0.05, 0.6, 0.3, -65, 0.05, 0.6, 0.3, 0, 0]
        while t < 3000:
            run = solve_ivp(rhs, (t, 3000), y, method, events=events, rtol=1e-10, atol=1e-12)
            t, y = run.t[-1], run.y[:, -1]
            for k in (k for k in range(3) if len(run.t_events[k])):
                last[k], counts[k] = t, counts[k] + 1
                y[4 * k] = max(y[4 * k], 1e-9)  # the crossing is done
                for w in (0, 1) if k == 2 else (k,):
                    if k == 2:
                        weights[w] = min(weights[w] + 1e-5 * exp((last[w] - t) / 20), 0.002)
                    else:
                        y[12 + k] = 1
                        weights[k] = max(weights[k] - 1.05e-5 * exp((last[2] - t) / 20), 0)
        print(f"stdp {drive}", method, *counts, *(f"{w:.9f}" for w in weights), flush=True)


if __name__ == "__main__":
    for name in sys.argv[1:] or ("gap", "pyloric", "half_centre", "stdp"):
        for method in ("DOP853", "LSODA"):
            globals()[name](method)
