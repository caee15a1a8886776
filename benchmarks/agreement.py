"""Whether the tools counted the same spikes."""

import measurement
import scan

# With a method other than RK4 a spike may fall beyond the end of the duration or before it: in a few rows, one spike.
OTHER_METHOD_SHARE = 0.01
OTHER_METHOD_SPIKES = 1


def compare(measurements, neurons):
    """Compares all counts with the known ones of gna-scan.yaml, and with those of the first tool that ran all rows with RK4.

    Returns a line for each tool, and the lines of tools that disagree.
    """
    counted = [m for m in measurements if m.counts is not None]
    reference = next((m for m in counted if m.method == measurement.RK4 and m.stride == 1), None)
    if reference is None:
        raise SystemExit("no tool ran all densities with RK4, so there is nothing to compare with")
    known = dict(zip(range(0, neurons, scan.scan_stride(neurons)), scan.SCAN_COUNTS, strict=True))
    truths = [(known, "the known ones"), (dict(enumerate(reference.counts)), f"those of {reference.name}")]
    lines, faults = [], []
    for m in counted:
        counts = dict(zip(range(0, neurons, m.stride), m.counts, strict=True))
        told, allowed = [], True
        for expected, whose in truths:
            common = sorted(counts.keys() & expected.keys())
            differences = {row: counts[row] - expected[row] for row in common if counts[row] != expected[row]}
            allowed = allowed and is_allowed(differences, m)
            if expected is known or m is not reference:
                where = places(differences, scan.densities(neurons))
                told.append(f"{len(differences)} of {len(common):,} counts differ from {whose}{where}")
        lines.append(f"{m.name}: {'; '.join(told)}")
        if not allowed:
            faults.append(lines[-1])
    return lines, faults


def is_allowed(differences, m):
    if m.method == measurement.RK4:
        return not differences
    few = len(differences) <= OTHER_METHOD_SHARE * len(m.counts)
    return few and all(abs(difference) <= OTHER_METHOD_SPIKES for difference in differences.values())


def places(differences, densities, most=20):
    """At which densities the counts differ, and by how much."""
    if not differences:
        return ""
    told = [f"{densities[row]:.6g} mS/cm² by {difference:+d}" for row, difference in list(differences.items())[:most]]
    more = [f"{len(differences) - most} more"] if len(differences) > most else []
    return f" (at {', '.join(told + more)})"
