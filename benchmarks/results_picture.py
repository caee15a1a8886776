"""The picture of a comparison."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt

# Okabe and Ito's colours, which colour-blind people can distinguish; the labels say the same.
SPIKESWEEP = "#0072B2"
OTHERS = "#E69F00"


def write(path, measurements, title):
    """Draws a point for each tool, at the rate of its fastest round, and a line down to that of its slowest."""
    rows = sorted(measurements, key=lambda m: m.rate)
    figure, axes = plt.subplots(figsize=(8, 1.7 + 0.5 * len(rows)), layout="constrained")
    for y, m in enumerate(rows):
        colour = SPIKESWEEP if m.name.startswith("SpikeSweep") else OTHERS
        axes.plot([min(m.rates), max(m.rates)], [y, y], color=colour, linewidth=3, alpha=0.5, solid_capstyle="butt")
        axes.plot(m.rate, y, "o", color=colour, markersize=9)
        axes.annotate(
            f"{m.rate / 1e6:.3g}  ({m.rate / rows[0].rate:.1f}×)",
            (m.rate, y),
            xytext=(10, 0),
            textcoords="offset points",
            va="center",
        )
    axes.set_xscale("log")
    axes.set_xlim(rows[0].rate / 2, rows[-1].rate * 5)
    axes.xaxis.set_major_formatter(lambda rate, _: f"{rate / 1e6:g}")
    axes.set_xlabel("million neuron-steps per second on one core, and times that of the slowest")
    axes.set_yticks(range(len(rows)), [f"{m.name}\n{m.method}" for m in rows], fontsize=9)
    axes.set_ylim(-0.6, len(rows) - 0.4)
    axes.grid(axis="x", color="0.9")
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_title(title, loc="left", fontsize=10)
    figure.savefig(path, dpi=100)
