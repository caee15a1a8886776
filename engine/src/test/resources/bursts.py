"""Writes bursts.csv beside itself: regimes and bursts of a thousand drawn spike trains. Needs Python alone."""

import math
import pathlib
import random
import statistics

HERE = pathlib.Path(__file__).parent
UNIT = 1 / 128  # of the times, so that all are exact
LONGEST_PATTERN = 16


def drawn(rng):
    """The start, the end and the spike times of a train, in units."""
    start = rng.choice([0, 12800])
    kind = rng.choice(["none", "few", "tonic", "tonic", "pattern", "random", "adapting", "stopping"] + ["bursts"] * 6)
    intervals = []
    if kind == "few":
        intervals = [rng.randint(100, 3000) for _ in range(rng.randint(1, 6))]
    elif kind in ("tonic", "stopping"):
        mean, spread = rng.randint(300, 2000), rng.choice([0, 0.005, 0.02, 0.1])
        intervals = [max(1, round(mean * (1 + spread * rng.gauss(0, 1)))) for _ in range(rng.randint(3, 40))]
    elif kind == "pattern":
        pattern = [rng.randint(300, 1500) for _ in range(rng.randint(2, 6))]
        intervals = pattern * rng.randint(1, 8)
    elif kind == "random":
        intervals = [1 + round(rng.expovariate(1 / 800)) for _ in range(rng.randint(4, 60))]
    elif kind == "adapting":
        intervals = [round(400 * (1 + 4 * (1 - math.exp(-i / 5)))) for i in range(rng.randint(4, 40))]
    elif kind == "bursts":
        within, ratio = rng.randint(100, 500), rng.choice([1.8, 2.5, 5, 15])
        spread, spikes = rng.choice([0, 0, 0.005, 0.05, 0.3]), rng.choice([2, 2, 3, 4, 7])
        for _ in range(rng.randint(1, 12)):
            count = max(1, spikes + (rng.randint(-1, 1) if spread >= 0.05 else 0))
            for _ in range(count - 1):
                intervals.append(max(1, round(within * (1 + spread * rng.gauss(0, 1)))))
            intervals.append(max(1, round(within * ratio * (1 + spread * rng.gauss(0, 1)))))
    times = []
    if kind != "none":
        times = [start + rng.randint(1, 2000)]
        for interval in intervals:
            times.append(times[-1] + interval)
    rest = rng.randint(20000, 60000) if kind == "stopping" else rng.randint(0, 600)
    return start, (times[-1] if times else start) + rest, times


def repeats(values, regularity):
    most = regularity * sum(values) / len(values)
    for k in range(1, LONGEST_PATTERN + 1):
        if 3 * k <= len(values):
            changes = [(b - a) ** 2 for a, b in zip(values, values[k:])]
            if math.sqrt(sum(changes) / len(changes) / 2) <= most:
                return True
    return False


def widest(intervals, fewest):
    """The ratio of the widest gap in the sorted intervals, and the longest of them below it."""
    ordered = sorted(intervals)
    found = (0.0, 0.0)
    for below in range(1, len(ordered) - fewest + 1):
        above = len(ordered) - below
        ratio = ordered[below] / ordered[below - 1]
        if above <= below + 1 and ratio > found[0]:
            found = (ratio, ordered[below - 1])
    return found


def told(start, end, times, gap, regularity, rest):
    """The regime, and the features of the bursts if there are any."""
    if not times:
        return "silent", None
    intervals = [b - a for a, b in zip(times, times[1:])]
    ratio, below = widest(intervals, 5)
    groups, bursts = [], []
    if ratio >= gap:
        ends = [i for i, interval in enumerate(intervals) if interval > below]
        groups = [times[a + 1 : b + 1] for a, b in zip(ends, ends[1:])]
        bursts = [group for group in groups if len(group) >= 2]
    single = 2 * len(bursts) < len(groups)
    features = None
    if len(bursts) >= 4 and not single:
        periods = [b[0] - a[0] for a, b in zip(bursts, bursts[1:])]
        duration = statistics.fmean(burst[-1] - burst[0] for burst in bursts)
        pause = statistics.fmean(b[0] - a[-1] for a, b in zip(bursts, bursts[1:]))
        period = statistics.fmean(periods)
        features = (statistics.fmean(len(burst) for burst in bursts), duration, pause, period, duration / period)
    longest = max(intervals) if intervals else times[0] - start
    if end - times[-1] > rest * longest:
        return "transient", features
    if ratio >= gap and not single:
        if features is None:
            return "", None
        return ("bursting" if repeats(periods, regularity) else "irregular"), features
    if ratio < gap and (len(times) < 4 or widest(intervals, 1)[0] >= gap):
        return "", features
    return ("tonic" if repeats(intervals, regularity) else "irregular"), features


def main():
    rng = random.Random(1)
    lines = ["# start and end, gap, regularity, rest; intervals from the start on; in units of 1/128"]
    lines.append("start,end,gap,regularity,rest,regime,spikes_per_burst,duration,pause,period,duty_cycle,intervals")
    for _ in range(1000):
        start, end, times = drawn(rng)
        rule = rng.choice([(2, 0.02, 2)] * 3 + [(1.5, 0.1, 1), (4, 0.001, 3)])
        regime, features = told(start * UNIT, end * UNIT, [time * UNIT for time in times], *rule)
        shown = ["" for _ in range(5)] if features is None else [repr(feature) for feature in features]
        intervals = " ".join(str(b - a) for a, b in zip([start] + times, times))
        lines.append(",".join([str(start), str(end), *map(str, rule), regime, *shown, intervals]))
    (HERE / "bursts.csv").write_text("\n".join(lines) + "\n", newline="\n")


main()
