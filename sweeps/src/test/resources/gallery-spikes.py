"""Writes gallery-spikes.csv beside itself: how often the models of sweeps/models, and some built-in ones, spike, and when first, by SciPy.

python gallery-spikes.py [MODEL...] needs only scipy, and takes some minutes; with names, other lines are kept. The equations are
written here anew, as in the textbooks and papers that the models name. Every line is integrated by DOP853 and by LSODA,
which must agree.
"""

import multiprocessing
import pathlib
import sys
from math import atan, cos, exp, inf, log, pi, sin, sqrt, tanh

import numpy as np
import scipy
from scipy.integrate import solve_ivp

HERE = pathlib.Path(__file__).parent


def linear_exp(u, k):
    """u / (1 - exp(-u/k))"""
    return k + u / 2 if abs(u / k) < 1e-6 else u / (1 - exp(-u / k))


def gates(pairs):
    """Steady states of gates from their rates."""
    return [a / (a + b) for a, b in pairs]


def slopes(pairs, values):
    return [a * (1 - x) - b * x for (a, b), x in zip(pairs, values)]


def hodgkin_huxley(v):
    """Rates of m, h and n at a potential v above rest, in 1/ms."""
    return [
        (0.1 * linear_exp(v - 25, 10), 4 * exp(-v / 18)),
        (0.07 * exp(-v / 20), 1 / (1 + exp(-(v - 30) / 10))),
        (0.01 * linear_exp(v - 10, 10), 0.125 * exp(-v / 80)),
    ]


def hh_area(p):
    def rhs(t, y):
        v, m, h, n = y
        current = (
            p["I"]
            - p["gna"] * m**3 * h * (v - 50)
            - p["gk"] * n**4 * (v + 77)
            - 0.3 * (v + 54.387)
        )
        return [current, *slopes(hodgkin_huxley(v + 65), (m, h, n))]

    return rhs, [-65, 0.05, 0.6, 0.3], 0, None


def sigmoid(v, half, slope):
    return 1 / (1 + exp((v + half) / slope))


def stg(p):
    def steady(v, ca):
        s = sigmoid
        return [
            s(v, 25.5, -5.29), s(v, 48.9, 5.18), s(v, 27.1, -7.2), s(v, 32.1, 5.5), s(v, 33, -8.1), s(v, 60, 6.2),
            s(v, 27.2, -8.7), s(v, 56.9, 4.9), ca / (ca + 3) * s(v, 28.3, -12.6), s(v, 12.3, -11.8), s(v, 75, 5.5),
        ]

    def constants(v):
        s = sigmoid
        return [
            2.64 - 2.52 * s(v, 120, -25),
            1.34 * s(v, 62.9, -10) * (1.5 + s(v, 34.9, 3.6)),
            43.4 - 42.6 * s(v, 68.1, -20.5),
            210 - 179.6 * s(v, 55, -16.9),
            2.8 + 14 / (exp((v + 27) / 10) + exp((v + 70) / -13)),
            120 + 300 / (exp((v + 55) / 9) + exp((v + 65) / -16)),
            23.2 - 20.8 * s(v, 32.9, -15.2),
            77.2 - 58.4 * s(v, 38.9, -26.5),
            180.6 - 150.2 * s(v, 46, -22.7),
            14.4 - 12.8 * s(v, 28.3, -19.2),
            2 / (exp((v + 169.7) / -11.6) + exp((v - 26.7) / 14.3)),
        ]

    nernst = 1000 * 8.314462618 * (273.15 + p["temperature"]) / (2 * 96485.33212)  # mV

    def rhs(t, y):
        v, ca = y[0], y[1]
        m_na, h_na, m_cat, h_cat, m_cas, h_cas, m_a, h_a, m_kca, m_kd, m_h = y[2:]
        vca = nernst * log(3000 / ca)
        i_ca = p["gcat"] * m_cat**3 * h_cat * (v - vca) + p["gcas"] * m_cas**3 * h_cas * (v - vca)
        i_rest = (
            p["gna"] * m_na**3 * h_na * (v - 50)
            + p["ga"] * m_a**3 * h_a * (v + 80)
            + p["gkca"] * m_kca**4 * (v + 80)
            + p["gkd"] * m_kd**4 * (v + 80)
            + p["gh"] * m_h * (v + 20)
            + p["gl"] * (v + 50)
        )
        # 14.96 µM per nA, and 0.628e-3 cm² of membrane: a current in µA/cm² is 0.628 nA.
        slow = (-14.96 * 0.628 * i_ca - ca + 0.05) / 200
        return [p["I"] - i_ca - i_rest, slow, *((s - x) / tau for s, x, tau in zip(steady(v, ca), y[2:], constants(v)))]

    return rhs, [-50, 0.05, *steady(-50, 0.05)], 0, None


def connor_stevens(p):
    def rates(v):
        return [
            (0.38 * linear_exp(v + 29.7, 10), 15.2 * exp(-0.0556 * (v + 54.7))),
            (0.266 * exp(-0.05 * (v + 48)), 3.8 / (1 + exp(-0.1 * (v + 18)))),
            (0.02 * linear_exp(v + 45.7, 10), 0.25 * exp(-0.0125 * (v + 55.7))),
        ]

    def steady(v):
        a = (0.0761 * exp(0.0314 * (v + 94.22)) / (1 + exp(0.0346 * (v + 1.17)))) ** (1 / 3)
        return a, (1 / (1 + exp(0.0688 * (v + 53.3)))) ** 4

    def rhs(t, y):
        v, m, h, n, a, b = y
        a_inf, b_inf = steady(v)
        current = (
            p["I"]
            - 120 * m**3 * h * (v - 55)
            - 20 * n**4 * (v + 72)
            - p["ga"] * a**3 * b * (v + 75)
            - 0.3 * (v + 17)
        )
        return [
            current,
            *slopes(rates(v), (m, h, n)),
            (a_inf - a) / (0.3632 + 1.158 / (1 + exp(0.0497 * (v + 55.96)))),
            (b_inf - b) / (1.24 + 2.678 / (1 + exp(0.0624 * (v + 50)))),
        ]

    return rhs, [-68, *gates(rates(-68)), *steady(-68)], 0, None


def wang_buzsaki(p):
    def rates(v):
        return [
            (0.07 * exp(-(v + 58) / 20), 1 / (exp(-0.1 * (v + 28)) + 1)),
            (0.01 * linear_exp(v + 34, 10), 0.125 * exp(-(v + 44) / 80)),
        ]

    def rhs(t, y):
        v, h, n = y
        a, b = 0.1 * linear_exp(v + 35, 10), 4 * exp(-(v + 60) / 18)
        m = a / (a + b)
        current = p["I"] - 35 * m**3 * h * (v - 55) - 9 * n**4 * (v + 90) - 0.1 * (v + 65)
        return [current, *(p["phi"] * slope for slope in slopes(rates(v), (h, n)))]

    return rhs, [-64, *gates(rates(-64))], 0, None


def pospischil(p):
    def rates(v):
        u = v - p["vt"]
        return [
            (0.32 * linear_exp(u - 13, 4), 0.28 * linear_exp(-(u - 40), 5)),
            (0.128 * exp(-(u - 17) / 18), 4 / (1 + exp(-(u - 40) / 5))),
            (0.032 * linear_exp(u - 15, 5), 0.5 * exp(-(u - 10) / 40)),
        ]

    def steady(v):
        return 1 / (1 + exp(-(v + 35) / 10))

    def rhs(t, y):
        v, m, h, n, x = y
        tau = p["tau_max"] / (3.3 * exp((v + 35) / 20) + exp(-(v + 35) / 20))
        current = (
            p["I"]
            - p["gna"] * m**3 * h * (v - 50)
            - p["gk"] * n**4 * (v + 90)
            - p["gm"] * x * (v + 90)
            - p["gl"] * (v - p["vl"])
        )
        return [current, *slopes(rates(v), (m, h, n)), (steady(v) - x) / tau]

    return rhs, [p["v0"], *gates(rates(p["v0"])), steady(p["v0"])], 0, None


def chay_keizer(p):
    phi = 3 ** ((20 - 6.3) / 10)

    def rates(v):
        m, h, _ = hodgkin_huxley(v + 50)
        _, _, n = hodgkin_huxley(v + 30)
        return [(phi * a, phi * b) for a, b in (m, h, n)]

    def rhs(t, y):
        v, m, h, n, ca = y
        i_ca = 6.5 * m**3 * h * (100 - v)
        current = (
            p["I"] + 2 * i_ca + 12 * n**4 * (-75 - v) + p["gkca"] * ca / (ca + 1) * (-75 - v) + 0.04 * (-40 - v)
        )
        # µA/cm² over cm and C/mol is µM/ms.
        removal = p["kca"] * ca
        return [current, *slopes(rates(v), (m, h, n)), 0.004 * (3 / (8.9e-4 * 96487) * i_ca - removal)]

    return rhs, [-55, *gates(rates(-55)), 0.1], -30, None


def plant_r15(p):
    def rates(v):
        vs = 127 * v / 105 + 8265 / 105
        return [
            (0.1 * linear_exp(vs - 50, 10), 4 * exp((25 - vs) / 18)),
            (0.07 * exp((25 - vs) / 20), 1 / (exp((55 - vs) / 10) + 1)),
            (0.01 * linear_exp(vs - 55, 10), 0.125 * exp((45 - vs) / 80)),
        ]

    def steady(v):
        return 1 / (exp(0.15 * (-50 - v)) + 1)

    def rhs(t, y):
        v, h, n, x, ca = y
        m_rates, h_rates, n_rates = rates(v)
        m = m_rates[0] / (m_rates[0] + m_rates[1])
        current = (
            p["I"]
            + 4 * m**3 * h * (30 - v)
            + p["gt"] * x * (30 - v)
            + 0.3 * n**4 * (-75 - v)
            + p["gkca"] * ca / (0.5 + ca) * (-75 - v)
            + 0.003 * (-40 - v)
        )
        fast = slopes((h_rates, n_rates), (h, n))
        return [current, fast[0] / 12.5, fast[1] / 12.5, (steady(v) - x) / 235, 0.0003 * (0.0085 * x * (140 - v) - ca)]

    _, h0, n0 = gates(rates(-55))
    return rhs, [-55, h0, n0, steady(-55), 0.5], -20, None


def inap_ik(p):
    def n_inf(v):
        return 1 / (1 + exp((p["n_half"] - v) / 5))

    def rhs(t, y):
        v, n = y
        m = 1 / (1 + exp((-20 - v) / 15))
        return [
            p["I"] - 8 * (v - p["vl"]) - 20 * m * (v - 60) - 10 * n * (v + 90),
            (n_inf(v) - n) / p["tau"],
        ]

    return rhs, [-66, n_inf(-66)], -20, None


def fitzhugh_rinzel(p):
    def rhs(t, y):
        v, w, x = y
        return [
            v - v**3 / 3 - w + x + 0.3125 + p["I"],
            0.08 * (0.7 + v - 0.8 * w),
            p["mu"] * (p["c"] - v - x),
        ]

    return rhs, [-1, -0.4, 0], 1, None


def theta(p):
    def rhs(t, y):
        return [1 - cos(y[0]) + (1 + cos(y[0])) * p["I"]]

    return rhs, [-pi / 2], pi, lambda y: [-pi]


def qif(p):
    def rhs(t, y):
        return [y[0] ** 2 + p["I"]]

    return rhs, [p["v0"]], 100, lambda y: [p["v_reset"]]


def rowat_selverston(p):
    def rhs(t, y):
        v, q = y
        return [
            -(v - p["af"] * tanh(p["sf"] / p["af"] * v) + q - p["I"]) / p["tm"],
            (p["ss"] * (v - p["es"]) - q) / p["ts"],
        ]

    return rhs, [-0.5, 0], 0, None


def matsuoka(p):
    """Under an input of A sin(w t)."""

    def rhs(t, y):
        x, v = y
        return [
            (-x - p["beta"] * v + p["c"] + p["A"] * sin(p["w"] * t)) / p["t1"],
            (-v + max(0, x)) / p["t2"],
        ]

    return rhs, [0, 0], 0, None


def vavoulis(p):
    def steady(v, half, slope):
        return 1 / (1 + exp((half - v) / slope))

    def bell(v, peak, width):
        return exp(-(((peak - v) / width) ** 2))

    def rhs(t, y):
        v, va, p_, q, h, n = y
        # N1M's current does not inactivate.
        gate = p_**3 * (q if p["inactivation"] else 1)
        soma = (v + 67) + p["gx"] * gate * (v - p["vx"]) + p["g_ecs"] * (v - va)
        sodium = 350 * steady(va, -34.6, 9.6) ** 3 * h * (va - 55)
        axon = (va + 67) + sodium + 90 * n**4 * (va + 90) + p["g_eca"] * (va - v)
        return [
            (p["I"] - soma) / 10,
            -axon / 10,
            (steady(v, p["p_half"], p["p_slope"]) - p_) / (p["tau_p"] + p["dtau_p"] * bell(va, -11.8, 26.6)),
            (steady(v, p["q_half"], p["q_slope"]) - q) / (p["tau_q"] + p["dtau_q"] * bell(va, -9.5, 23.3)),
            (steady(va, -55.2, -7.1) - h) / (1.1 + 7.2 * bell(va, -61.3, 22.7)),
            (steady(va, -30, 17.4) - n) / (1.1 + 4.6 * bell(va, -61, 54.3)),
        ]

    gates = [(p["p_half"], p["p_slope"]), (p["q_half"], p["q_slope"]), (-55.2, -7.1), (-30, 17.4)]
    return rhs, [-65, -65, *(steady(-65, *gate) for gate in gates)], -30, None


RS = {"vt": -55, "tau_max": 1000, "gna": 50, "gk": 5, "gm": 0.07, "gl": 0.1, "vl": -70, "v0": -70}
FS = {"vt": -55, "tau_max": 1000, "gna": 50, "gk": 10, "gm": 0, "gl": 0.15, "vl": -70, "v0": -70}
STG = {"gna": 400, "gcat": 2.5, "gcas": 6, "ga": 50, "gkca": 10, "gkd": 100, "gh": 0.01, "gl": 0}


N3T = {"gx": 3.27, "vx": 80, "p_half": -61.6, "p_slope": 5.6, "tau_p": 4, "dtau_p": 0, "inactivation": 1,
       "q_half": -73.2, "q_slope": -5.1, "tau_q": 400, "dtau_q": 0, "g_ecs": 8, "g_eca": 8}
N1M = {"gx": 200, "vx": -30, "p_half": -38.8, "p_slope": 10, "tau_p": 250, "inactivation": 0}
N2V = {"gx": 2, "vx": 55, "p_half": -51, "p_slope": 10.3, "tau_p": 28.3, "dtau_p": 44.1, "q_half": -45, "q_slope": -3, "tau_q": 187.6, "dtau_q": 637.7, "g_ecs": 0.55, "g_eca": 0.06}
SO = {"gx": 0}


def cell(*densities):
    """What differs from the default."""
    return {name: value for name, value in zip(STG, densities) if value != STG[name]}


# By model: its equations and defaults; duration, step and tolerance for Java; and what is set, I being the input.
CASES = {
    "HHArea": (hh_area, {"gna": 120, "gk": 36}, 500, 0.01, 1e-7,
               [{"I": i} for i in (0, 2, 6, 6.5, 7, 10, 20, 50, 100)]
               + [{"I": 10, "gna": 80}, {"I": 10, "gna": 200}, {"I": 10, "gk": 50}]),
    "STG": (stg, {**STG, "temperature": 11}, 2000, 0.01, 1e-7,
            [{}, {"I": -0.5}, {"I": 1}, cell(100, 2.5, 6, 50, 5, 100, 0.01, 0), cell(300, 2.5, 2, 10, 5, 125, 0.01, 0),
             cell(200, 0, 4, 10, 10, 125, 0.05, 0.04), cell(100, 0, 4, 0, 15, 50, 0.02, 0.03), {"gcas": 0, "gcat": 0},
             {"temperature": 25}]),
    "RowatSelverston": (rowat_selverston, {"tm": 1, "sf": 2, "ts": 2, "ss": 1, "af": 1, "es": 0}, 300, 0.01, 1e-7,
                        [{}, {"ss": 1.5, "ts": 10}, {"ss": 3}, {"I": 0.05}, {"es": 1}, {"es": 1, "I": -0.95},
                         {"sf": 3, "ss": 2.5, "af": 2, "tm": 0.5}]),
    "Matsuoka": (matsuoka, {"beta": 2.5, "t1": 1, "t2": 12, "c": 1}, 200, 0.01, 1e-7,
                 [{"A": a, "w": w} for a in (0.1, 0.5, 1.5, 4) for w in (0.2, 1)]
                 + [{"A": 2, "w": 0.5, "beta": 1, "t1": 0.5, "t2": 1, "c": 0}]),
    "Vavoulis": (vavoulis, N3T, 2000, 0.01, 1e-7,
                 [{}, {"I": -10}, {"I": 5}, {"I": 25}, {"I": 2, **N1M}, {"I": 6, **N1M}, {"I": 6, **N2V},
                  {"I": 8.5, **N2V}, {"I": 6, **SO}, {"I": 8.5, **SO}]),
    "connor-stevens": (connor_stevens, {"ga": 47.7}, 500, 0.01, 1e-7,
                       [{"I": i} for i in (0, 7, 8, 8.3, 8.5, 9, 10, 15, 30)]
                       + [{"I": 0, "ga": 0}, {"I": 10, "ga": 0}, {"I": 12, "ga": 60}]),
    "wang-buzsaki": (wang_buzsaki, {"phi": 5}, 1000, 0.01, 1e-7,
                     [{"I": i} for i in (0, 0.1, 0.15, 0.17, 0.2, 0.5, 1, 2, 5, 10, 20)] + [{"I": 1, "phi": 3}]),
    "pospischil-rs": (pospischil, RS, 500, 0.01, 1e-7,
                      [{"I": i} for i in (0, 1, 1.2, 1.4, 2, 3, 5, 10)] + [{"I": 3, "gm": 0}, {"I": 3, "gm": 0.15}]),
    "pospischil-fs": (pospischil, FS, 500, 0.01, 1e-7,
                      [{"I": i} for i in (0, 1.5, 2, 2.2, 2.5, 3, 5, 10, 20)] + [{"I": 5, "gm": 0.07}]),
    "chay-keizer": (chay_keizer, {"gkca": 0.09, "kca": 0.04}, 15000, 0.02, 1e-7,
                    [{}, {"kca": 0.02}, {"kca": 0.03}, {"kca": 0.06}, {"kca": 0.1}, {"gkca": 0.12}, {"I": -0.5}]),
    "plant-r15": (plant_r15, {"gt": 0.01, "gkca": 0.03}, 30000, 0.1, 1e-6,
                  [{}, {"I": -0.3}, {"I": -0.05}, {"I": 0.05}, {"I": 0.3}, {"gt": 0.005}, {"gt": 0.015}]),
    "inap-ik": (inap_ik, {"n_half": -25, "vl": -80, "tau": 1}, 200, 0.01, 1e-7,
                [{"I": i} for i in (0, 4.4, 4.52, 4.6, 5, 10, 40)]
                + [{"I": i, "n_half": -45, "vl": -78} for i in (0, 10, 12, 16, 20, 40)]
                + [{"I": 4, "tau": 0.152}, {"I": 5, "tau": 0.152}]),
    "fitzhugh-rinzel": (fitzhugh_rinzel, {"c": -0.775, "mu": 0.0001}, 10000, 0.05, 1e-7,
                        [{}, {"I": -0.3}, {"I": 0.05}, {"I": 0.2}, {"c": -1}, {"c": -0.6}, {"mu": 0.002}]),
    "theta": (theta, {}, 100, 0.01, 1e-7, [{"I": i} for i in (-1, -0.01, 0.001, 0.01, 0.1, 0.5, 1, 4, 10)]),
    "qif": (qif, {"v0": -1, "v_reset": -100}, 100, 0.0005, 1e-7,
            [{"I": i} for i in (-1.01, -0.99, -0.1, 0.001, 0.01, 0.1, 0.5, 1, 4, 10)]
            + [{"I": 1, "v_reset": -1}, {"I": -0.5, "v_reset": 1}]),
}


def spikes(system, duration, method, tolerance):
    """Upward crossings of the threshold."""
    rhs, state, threshold, reset = system

    def crossing(t, y):
        return y[0] - threshold

    crossing.direction = 1
    crossing.terminal = reset is not None
    times, start = [], 0
    while start < duration:
        run = solve_ivp(rhs, (start, duration), state, method, events=crossing, rtol=tolerance, atol=1e-3 * tolerance)
        times += [time for time in run.t_events[0].tolist() if time > 0]
        if run.status != 1:
            break
        start, state = run.t[-1], reset(run.y[:, -1])
    return times


def line(case):
    name, changes = case
    equations, defaults, duration, step, tolerance, _ = CASES[name]
    system = equations({"I": 0, **defaults, **changes})
    times = spikes(system, duration, "DOP853", 1e-11)
    others = spikes(system, duration, "LSODA", 1e-11)
    assert len(times) == len(others), (case, len(times), len(others))
    assert not times or abs(times[0] - others[0]) < 1e-5, (case, times[0], others[0])
    margin = min([duration - times[-1]] if times else [inf])
    changed = " ".join(f"{name}={value}" for name, value in changes.items())
    first = f"{times[0]:.6f}" if times else ""
    row = f"{name},{changed},{duration},{step},{tolerance:g},{len(times)},{first}"
    intervals = np.diff(times)
    print(row, f"  (last {margin:.3g} before the end, intervals {intervals.min():.4g} to {intervals.max():.4g}, last {intervals[-1]:.5g})" if len(times) > 1 else "", flush=True)
    return row


def check_closed_forms():
    for drive in (0.01, 1, 4):
        system = theta({"I": drive})
        period = np.diff(spikes(system, 100, "DOP853", 1e-11))
        assert np.allclose(period, pi / sqrt(drive), rtol=1e-9), period
        system = qif({"I": drive, "v0": -1, "v_reset": -100})
        period = np.diff(spikes(system, 100, "DOP853", 1e-11))
        assert np.allclose(period, 2 * atan(100 / sqrt(drive)) / sqrt(drive), rtol=1e-9), period


if __name__ == "__main__":
    check_closed_forms()
    file = HERE / "gallery-spikes.csv"
    wanted = sys.argv[1:] or list(CASES)
    known = file.read_text().splitlines()[2:] if sys.argv[1:] else []
    cases = [(name, changes) for name in wanted for changes in CASES[name][-1]]
    with multiprocessing.Pool(2) as pool:
        rows = pool.map(line, cases, chunksize=1)
    rows += [row for row in known if row.split(",")[0] not in wanted]
    rows.sort(key=lambda row: list(CASES).index(row.split(",")[0]))
    origin = f"# gallery-spikes.py: SciPy {scipy.__version__}, NumPy {np.__version__}\n"
    header = "model,set,duration,step,tolerance,spike_count,first_spike\n"
    file.write_text(origin + header + "\n".join(rows) + "\n", newline="\n")
