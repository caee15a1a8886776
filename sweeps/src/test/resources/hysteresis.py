"""Writes hysteresis.csv beside itself: between which currents the Hodgkin–Huxley membrane (per area, as HHArea) is bistable, by SciPy.

python hysteresis.py needs only scipy. The equations are written here anew. Rest becomes unstable where the real part of a pair of
eigenvalues of the Jacobian changes its sign (the Hopf bifurcation). Firing ends where its cycle meets an unstable one (a fold of
cycles): cycles are followed downwards by Newton's method on the map from one crossing of v = 0 to the next, until there is none.
Rinzel & Miller (1980), Mathematical Biosciences 49:27-59, describe both.
"""

import pathlib
from math import exp

import numpy as np
import scipy
from scipy.integrate import solve_ivp
from scipy.optimize import brentq, fsolve

HERE = pathlib.Path(__file__).parent


def linear_exp(u, k):
    """u / (1 - exp(-u/k))"""
    return k + u / 2 if abs(u / k) < 1e-6 else u / (1 - exp(-u / k))


def slope(current, y):
    v, m, h, n = y
    rates = [
        (0.1 * linear_exp(v + 40, 10), 4 * exp(-(v + 65) / 18)),
        (0.07 * exp(-(v + 65) / 20), 1 / (1 + exp(-(v + 35) / 10))),
        (0.01 * linear_exp(v + 55, 10), 0.125 * exp(-(v + 65) / 80)),
    ]
    dv = current - 120 * m**3 * h * (v - 50) - 36 * n**4 * (v + 77) - 0.3 * (v + 54.387)
    return np.array([dv, *(a * (1 - x) - b * x for (a, b), x in zip(rates, (m, h, n)))])


def growth(current):
    """The largest real part of the eigenvalues at rest."""
    rest = fsolve(lambda y: slope(current, y), [-60, 0.1, 0.4, 0.4], xtol=1e-13)
    jacobian = np.empty((4, 4))
    for i in range(4):
        d = np.zeros(4)
        d[i] = 1e-5
        jacobian[:, i] = (slope(current, rest + d) - slope(current, rest - d)) / 2e-5
    return np.linalg.eigvals(jacobian).real.max()


def crossing(t, y):
    return y[0] if t > 1 else -1


crossing.direction = 1
crossing.terminal = True


def next_crossing(current, gates):
    """The gates at the next upward crossing of 0 mV; none if there is none within 60 ms."""
    run = solve_ivp(
        lambda t, y: slope(current, y), (0, 60), [0, *gates], method="DOP853", rtol=1e-11, atol=1e-12, events=crossing
    )
    return run.y_events[0][0][1:] if len(run.t_events[0]) else None


def cycle(current, guess):
    """The gates at the crossing of a cycle; none if Newton's method finds none near the guess."""
    gates = np.array(guess)
    for _ in range(12):
        there = next_crossing(current, gates)
        if there is None:
            return None
        residual = there - gates
        if np.abs(residual).max() < 1e-9:
            return gates
        jacobian = np.empty((3, 3))
        for i in range(3):
            d = np.zeros(3)
            d[i] = 1e-6
            moved = next_crossing(current, gates + d)
            if moved is None:
                return None
            jacobian[:, i] = (moved - there) / 1e-6
        step = np.linalg.solve(jacobian - np.eye(3), -residual)
        if np.abs(step).max() > 0.1:
            return None
        gates = gates + step
    return None


def fold():
    gates = np.array([0.5, 0.4, 0.4])
    for _ in range(40):
        gates = next_crossing(8.0, gates)
    current, step = 8.0, 0.25
    gates = cycle(current, gates)
    while step > 5e-5:
        lower = cycle(current - step, gates)
        if lower is None:
            step /= 2
        else:
            current, gates = current - step, lower
    return current


if __name__ == "__main__":
    hopf = brentq(growth, 9, 10.5, xtol=1e-10)
    text = f"# by hysteresis.py with scipy {scipy.__version__}, µA/cm²\nrest_unstable_from,{hopf:.4f}\nfiring_from,{fold():.4f}\n"
    (HERE / "hysteresis.csv").write_text(text)
    print(text)
