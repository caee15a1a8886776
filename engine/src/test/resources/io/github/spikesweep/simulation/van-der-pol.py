"""Writes van-der-pol.csv: the upward crossings of 0 of x″ = mu (1 − x²) x′ − x from x = 2, x′ = 0, up to a time of 6000, by SciPy.

    pip install scipy
    python van-der-pol.py > van-der-pol.csv

By Radau where the equation is stiff, and by DOP853, which takes minutes less, where it is not.
"""

from scipy.integrate import solve_ivp


def upward(t, y):
    return y[0]


upward.direction = 1


def main():
    print("mu,method,count,first,last")
    for mu, method in ((1000, "Radau"), (100, "Radau"), (10, "DOP853"), (1, "DOP853")):
        jacobian = {"jac": lambda t, y, mu=mu: [[0, 1], [-2 * mu * y[0] * y[1] - 1, mu * (1 - y[0] ** 2)]]}
        solution = solve_ivp(
            lambda t, y, mu=mu: [y[1], mu * (1 - y[0] ** 2) * y[1] - y[0]], (0, 6000), [2.0, 0.0], method=method,
            rtol=1e-10, atol=1e-10, events=upward, **(jacobian if method == "Radau" else {}),
        )  # fmt: skip
        times = solution.t_events[0]
        print(f"{mu},{method},{len(times)},{times[0]:.6f},{times[-1]:.6f}", flush=True)


main()
