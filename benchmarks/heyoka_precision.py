"""What accuracy costs in heyoka: the largest error of a spike time, and the CPU time per neuron, over the densities of the scan.

    pip install heyoka==7.13.2 scipy
    python benchmarks/heyoka_precision.py --neurons 191 --batch 32 --tolerances 1e-6 1e-9

The truth is heyoka's own at 1e-16, whose spikes are first compared with the known ones of gna-scan.yaml. Times are the best of some rounds, of the process, after compilation;
spikes are found as events of the integrator in one run, and the time is that of another without events.
"""

import argparse
import time

import heyoka
import numpy as np

import scan


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--neurons", type=int, default=191, help="number of densities, 19·k + 1 (191)")
    parser.add_argument("--batch", type=int, default=heyoka.recommended_simd_size(), help="neurons side by side (heyoka's own)")
    parser.add_argument("--tolerances", type=float, nargs="+", default=[1e-4, 1e-6, 1e-9, 1e-12])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    densities = scan.densities(arguments.neurons)
    truth = spikes(densities, 1e-16, heyoka.recommended_simd_size())
    counts = [len(times) for times in truth[:: scan.scan_stride(arguments.neurons)]]
    if counts != scan.SCAN_COUNTS:
        raise SystemExit(f"heyoka counts {counts}, not {scan.SCAN_COUNTS}")
    print("| tool | tolerance | largest error of a spike time (ms) | ms per neuron | with events | steps |")
    print("| --- | --: | --: | --: | --: | --: |")
    for tolerance in arguments.tolerances:
        error = largest_error(spikes(densities, tolerance, arguments.batch), truth)
        plain, steps = best(densities, tolerance, arguments, [])
        events, _ = best(densities, tolerance, arguments, event([]))
        name = f"heyoka {heyoka.__version__}, batch {arguments.batch}"
        print(f"| {name} | {tolerance:g} | {error} | {plain:.4f} | {events:.4f} | {steps:.0f} |", flush=True)


def equations():
    v, m, h, n = heyoka.make_vars("v", "m", "h", "n")
    gna, exp = heyoka.par[0], heyoka.exp
    alpha_m = 0.1 * (v + 40.0) / (1.0 - exp(-(v + 40.0) / 10.0))
    beta_m = 4.0 * exp(-(v + 65.0) / 18.0)
    alpha_h = 0.07 * exp(-(v + 65.0) / 20.0)
    beta_h = 1.0 / (1.0 + exp(-(v + 35.0) / 10.0))
    alpha_n = 0.01 * (v + 55.0) / (1.0 - exp(-(v + 55.0) / 10.0))
    beta_n = 0.125 * exp(-(v + 65.0) / 80.0)
    sodium = gna * m**3 * h * (v - scan.VNA)
    potassium = scan.GK * n**4 * (v - scan.VK)
    return [
        (v, (scan.INPUT - scan.GL * (v - scan.VL) - sodium - potassium) / scan.CAPACITANCE),
        (m, alpha_m * (1.0 - m) - beta_m * m),
        (h, alpha_h * (1.0 - h) - beta_h * h),
        (n, alpha_n * (1.0 - n) - beta_n * n),
    ]


def event(found):
    """Upward crossings, as (time, number in the batch)."""
    v = heyoka.make_vars("v")
    callback = lambda integrator, when, direction, which: found.append((when, which))  # noqa: E731
    return [heyoka.nt_event_batch(v - scan.THRESHOLD, callback, direction=heyoka.event_direction.positive)]


def integrator(tolerance, batch, events):
    start = np.repeat(np.array(list(scan.START.values()))[:, None], batch, axis=1)
    return heyoka.taylor_adaptive_batch(
        equations(), start, tol=tolerance, pars=np.zeros((1, batch)), nt_events=events
    )


def integrate(ta, block):
    """Runs a block of densities; returns the steps of all."""
    ta.set_time(0.0)
    ta.state[:] = np.array(list(scan.START.values()))[:, None]
    ta.pars[0, :] = scan.AREA * np.resize(block, ta.pars.shape[1])
    ta.propagate_until(scan.DURATION)
    return sum(result[3] for result in ta.propagate_res)


def blocks(densities, batch):
    return [densities[start : start + batch] for start in range(0, len(densities), batch)]


def spikes(densities, tolerance, batch):
    found = []
    ta = integrator(tolerance, batch, event(found))
    times = []
    for block in blocks(densities, batch):
        found.clear()
        integrate(ta, block)
        times += [sorted(when for when, which in found if which == k) for k in range(len(block))]
    return times


def largest_error(times, truth):
    if any(len(a) != len(b) for a, b in zip(times, truth, strict=True)):
        return "other spikes"
    return f"{max(abs(a - b) for some, true in zip(times, truth, strict=True) for a, b in zip(some, true, strict=True)):.1e}"


def best(densities, tolerance, arguments, events):
    """The CPU time per neuron in ms, and the steps of each."""
    ta = integrator(tolerance, arguments.batch, events)
    simulated = sum(ta.pars.shape[1] for _ in blocks(densities, arguments.batch))
    integrate(ta, densities[: arguments.batch])
    best = float("inf")
    for _ in range(arguments.rounds):
        begin = time.process_time()
        steps = sum(integrate(ta, block) for block in blocks(densities, arguments.batch))
        best = min(best, (time.process_time() - begin) * 1000 / simulated)
    return best, steps / simulated


if __name__ == "__main__":
    main()
