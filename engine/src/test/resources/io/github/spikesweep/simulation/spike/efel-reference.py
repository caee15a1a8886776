"""Writes efel-intervals.csv, efel-trace.csv and efel-shapes.csv beside itself. Needs efel 5.7.34, numpy, scipy.

mean_frequency is in Hz, times in ms, voltages in mV.
"""

import csv
import logging
import pathlib

import efel
import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

HERE = pathlib.Path(__file__).parent
GRID = 0.1
SOLVER = {"method": "DOP853", "rtol": 1e-11, "atol": 1e-13}


def hodgkin_huxley(t, y):
    """Hodgkin and Huxley (1952) per area: 1 uF/cm2, 10 uA/cm2 from 5 ms on."""
    v, m, h, n = y
    current = 10.0 if t >= 5 else 0.0
    ionic = 120 * m**3 * h * (v - 50) + 36 * n**4 * (v + 77) + 0.3 * (v + 54.387)

    def gate(x, a, b):
        return a * (1 - x) - b * x

    am = 0.1 * (v + 40) / -np.expm1(-(v + 40) / 10)
    an = 0.01 * (v + 55) / -np.expm1(-(v + 55) / 10)
    return [
        current - ionic,
        gate(m, am, 4 * np.exp(-(v + 65) / 18)),
        gate(h, 0.07 * np.exp(-(v + 65) / 20), 1 / (1 + np.exp(-(v + 35) / 10))),
        gate(n, an, 0.125 * np.exp(-(v + 65) / 80)),
    ]


def hindmarsh_rose(t, y, e):
    """Hindmarsh and Rose (1984), bursting."""
    x, u, z = y
    return [u - x**3 + 3 * x**2 - z + e, 1 - 5 * x**2 - u, 0.0021 * (4 * (x + 1.6) - z)]


def hindmarsh_rose_times(e):
    def rise(t, y, e):
        return y[0] - 1

    rise.direction = 1
    solved = solve_ivp(hindmarsh_rose, (0, 1000), [-1.5, 0, 0], args=(e,), events=rise, **SOLVER)
    return solved.t_events[0]


def trains():
    rng = np.random.default_rng(20250601)

    def times(intervals):
        return 10 + np.cumsum(np.concatenate([[0], intervals]))

    for n in (1, 2, 3, 4, 5, 6, 14, 15, 24, 25, 40):
        yield f"random-{n}", times(rng.uniform(3, 90, n - 1))
    yield "regular", times(np.full(29, 12.5))
    yield "adapting", times(8 + 30 * (1 - np.exp(-np.arange(24) / 7)))
    yield "bursting", times(np.tile([4, 5, 6, 80], 9))
    yield "single-spikes-between-bursts", times(np.tile([4, 5, 6, 80, 90, 100], 6))
    yield "one-pause", times([5, 5, 5, 5, 60, 5, 5, 5])
    yield "pause-at-the-end", times([5, 5, 5, 5, 5, 60])
    yield "five-spikes-with-a-pause", times([5, 5, 60, 5])
    yield "hindmarsh-rose-2", hindmarsh_rose_times(2.0)
    yield "hindmarsh-rose-3.2", hindmarsh_rose_times(3.2)


def needles(times):
    """A trace at rest with one sample at 20 mV at the grid point next to each time."""
    end = times[-1] + 50
    grid = np.arange(int(end / GRID) + 1) * GRID
    voltage = np.full(len(grid), -65.0)
    voltage[np.round(times / GRID).astype(int)] = 20
    return {"T": grid, "V": voltage, "stim_start": [0], "stim_end": [end]}


def features(trace, names, **settings):
    efel.reset()
    for name, value in settings.items():
        efel.set_setting(name, value)
    values = efel.get_feature_values([trace], names, raise_warnings=False)[0]
    return [[] if values[name] is None else [float(x) for x in values[name]] for name in names]


def write_intervals():
    with open(HERE / "efel-intervals.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow("train mean_frequency isi_cv adaptation_index burst_number peak_times_ms".split())
        for name, times in trains():
            trace = needles(times)
            frequency, adaptation, bursts, peaks = features(
                trace, ["mean_frequency", "adaptation_index", "burst_number", "peak_time"], interp_step=GRID
            )
            assert len(peaks) == len(times)
            (cv,) = features(trace, ["ISI_CV"], interp_step=GRID, ignore_first_ISI=False)
            row = [next(iter(x), "nan") for x in (frequency, cv, adaptation, bursts)]
            out.writerow([name, *row, " ".join(map(repr, peaks))])


def write_shapes():
    end, step = 45.0, 0.0005
    pieces = []
    rest = [-65.0, 0.0529, 0.5961, 0.3177]
    for span in ((0, 5), (5, end)):
        # The input jumps at 5 ms: no step goes across.
        pieces.append(solve_ivp(hodgkin_huxley, span, rest, dense_output=True, max_step=0.02, **SOLVER))
        rest = pieces[-1].y[:, -1]

    def state(t):
        return pieces[0 if t < 5 else 1].sol(t)

    def v(t):
        return state(t)[0]

    def slope(t):
        return hodgkin_huxley(t, state(t))[0]

    with open(HERE / "efel-trace.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["t_ms", "v_mv", "slope_mv_per_ms"])
        for k in range(round((end - 5) / 0.05) + 1):
            t = 5 + k / 20
            out.writerow([t, repr(float(v(t))), repr(float(slope(t)))])

    grid = np.arange(round(end / step) + 1) * step
    dense = np.where(grid < 5, pieces[0].sol(np.minimum(grid, 5))[0], pieces[1].sol(np.maximum(grid, 5))[0])
    trace = {"T": grid, "V": dense, "stim_start": [5], "stim_end": [end]}
    amplitudes, widths = features(trace, ["AP_amplitude", "AP_duration_half_width"], interp_step=step)

    # The same by the solver's own interpolation.
    slopes = np.array([slope(t) for t in grid])
    true_amplitudes, true_widths = [], []
    for k in np.flatnonzero((dense[:-1] < 0) & (dense[1:] >= 0)):
        top = k + np.argmax(slopes[k:] <= 0)
        if slopes[top] > 0:
            break
        peak = brentq(slope, grid[top - 1], grid[top], xtol=1e-12)
        foot = k - np.argmax(slopes[k::-1] < 10)
        onset = brentq(lambda t: slope(t) - 10, grid[foot], grid[foot + 1], xtol=1e-12)
        middle = (v(onset) + v(peak)) / 2
        up = brentq(lambda t: v(t) - middle, onset, peak, xtol=1e-12)
        low = top + np.argmax(dense[top:] <= middle)
        down = brentq(lambda t: v(t) - middle, grid[low - 1], grid[low], xtol=1e-12)
        true_amplitudes.append(v(peak) - v(onset))
        true_widths.append(down - up)
    assert len(amplitudes) == len(widths) == len(true_amplitudes)

    with open(HERE / "efel-shapes.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow("amplitude_mv half_width_ms true_amplitude_mv true_half_width_ms".split())
        for row in zip(amplitudes, widths, true_amplitudes, true_widths):
            out.writerow([repr(float(x)) for x in row])


logging.disable(logging.CRITICAL)
write_intervals()
write_shapes()
