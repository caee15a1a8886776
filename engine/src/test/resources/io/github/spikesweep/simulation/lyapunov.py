"""Writes lyapunov.csv beside itself: largest Lyapunov exponents of maps and flows, with Jacobians written by hand. Needs Python alone, and takes some minutes.

Every line is the mean over runs from several initial values, with its standard error; a flow is followed by RK4 together with a tangent vector, which is made
as long as 1 in every step.
"""

import math
import pathlib

HERE = pathlib.Path(__file__).parent
RUNS = 4


def growth(step, state, steps, transient):
    vector = [1.0] * len(state)
    total = 0.0
    for k in range(transient + steps):
        state, vector = step(state, vector)
        length = math.sqrt(sum(c * c for c in vector))
        vector = [c / length for c in vector]
        if k >= transient:
            total += math.log(length)
    return total / steps


def henon(a, b):
    def step(s, u):
        x, y = s
        return (1 - a * x * x + y, b * x), (-2 * a * x * u[0] + u[1], b * u[0])

    return step


def rulkov_chaotic(alpha, mu, sigma):
    """Rulkov (2001), Phys. Rev. Lett. 86:183–186."""

    def step(s, u):
        x, y = s
        slope = -2 * alpha * x / (1 + x * x) ** 2
        return (alpha / (1 + x * x) + y, y - mu * (x - sigma)), (slope * u[0] + u[1], u[1] - mu * u[0])

    return step


def flow(slopes, h):
    """slopes(state, vector) gives those of both."""

    def step(s, u):
        n = len(s)
        y = list(s) + list(u)

        def f(y):
            ds, du = slopes(y[:n], y[n:])
            return list(ds) + list(du)

        k1 = f(y)
        k2 = f([a + h / 2 * b for a, b in zip(y, k1)])
        k3 = f([a + h / 2 * b for a, b in zip(y, k2)])
        k4 = f([a + h * b for a, b in zip(y, k3)])
        y = [a + h / 6 * (p + 2 * q + 2 * r + t) for a, p, q, r, t in zip(y, k1, k2, k3, k4)]
        return y[:n], y[n:]

    return step


def hindmarsh_rose(e, mu):
    def slopes(s, u):
        x, y, z = s
        dx, dy, dz = u
        return (
            (y + 3 * x * x - x**3 - z + e, 1 - 5 * x * x - y, mu * (-z + 4 * (x + 1.6))),
            (dy + (6 * x - 3 * x * x) * dx - dz, -10 * x * dx - dy, mu * (-dz + 4 * dx)),
        )

    return slopes


def lorenz(s, u, sigma=10, rho=28, beta=8 / 3):
    x, y, z = s
    dx, dy, dz = u
    return (
        (sigma * (y - x), x * (rho - z) - y, x * y - beta * z),
        (sigma * (dy - dx), dx * (rho - z) - x * dz - dy, dx * y + x * dy - beta * dz),
    )


def row(name, starts, step, length, steps, transient):
    values = [growth(step, start, steps, transient) / length for start in starts]
    mean = sum(values) / len(values)
    error = math.sqrt(sum((v - mean) ** 2 for v in values) / (len(values) - 1) / len(values))
    print(f"{name},{mean:.6f},{error:.6f}", flush=True)
    return f"{name},{mean:.6f},{error:.6f}\n"


def main():
    lines = ["system,exponent,standard_error\n"]
    lines.append(row("henon", [(0.1 + 0.1 * k, 0.1) for k in range(RUNS)], henon(1.4, 0.3), 1, 1_000_000, 1000))
    for alpha in (4.1, 4.5, 5.0):
        starts = [(-1 + 0.1 * k, -2.9) for k in range(RUNS)]
        lines.append(
            row(f"rulkov-{alpha}", starts, rulkov_chaotic(alpha, 0.001, -1), 1, 1_000_000, 20_000)
        )
    starts = [(1.0 + 0.1 * k, 1.0, 20.0) for k in range(RUNS)]
    lines.append(row("lorenz", starts, flow(lorenz, 0.01), 0.01, 500_000, 2_000))
    # At e 3.25, which the paper shows as chaotic with mu 0.005, the chaos of mu 0.0021 ends sooner or later in a periodic orbit.
    for e, mu in ((3.25, 0.005), (3.3, 0.0021)):
        starts = [(-1.5 + 0.1 * k, 0.0, 3.0) for k in range(RUNS)]
        lines.append(row(f"hindmarsh-rose-{e}", starts, flow(hindmarsh_rose(e, mu), 0.02), 0.02, 1_000_000, 200_000))
    (HERE / "lyapunov.csv").write_text("".join(lines))


if __name__ == "__main__":
    main()
