"""Draws what accuracy costs, of the tables that WorkPrecision and heyoka_precision.py print.

    python benchmarks/precision_picture.py precision.md --out precision.png

A file may have several tables, one after the other; a row is a tool or integrator, a step or tolerance, an error of spike times in ms, and ms per neuron.
"""

import argparse
import pathlib

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt

# Okabe and Ito's colours, which colour-blind people can distinguish.
COLOURS = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000"]
MARKS = "osD^vPX"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=pathlib.Path, help="a file with the tables")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("precision.png"))
    parser.add_argument("--title", default="Hodgkin–Huxley, scan of the sodium conductance, 100 ms, one core")
    arguments = parser.parse_args()
    write(arguments.out, curves(arguments.tables.read_text(encoding="utf-8")), arguments.title)


def curves(text):
    """Of each tool the pairs (error, ms per neuron); rows without an error are left out."""
    curves = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        try:
            point = float(cells[2]), float(cells[3])
        except (IndexError, ValueError):
            continue
        curves.setdefault(cells[0], []).append(point)
    return curves


def write(path, curves, title):
    figure, axes = plt.subplots(figsize=(8, 5), layout="constrained")
    for number, (name, points) in enumerate(curves.items()):
        errors, times = zip(*sorted(points), strict=True)
        style = COLOURS[number % len(COLOURS)], MARKS[number % len(MARKS)]
        axes.plot(errors, times, color=style[0], marker=style[1], markersize=6, linewidth=1.5, label=name)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.invert_xaxis()
    axes.set_xlabel("largest error of a spike time (ms)")
    axes.set_ylabel("CPU time per neuron (ms)")
    axes.grid(color="0.9")
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, fontsize=9)
    axes.set_title(title, loc="left", fontsize=10)
    figure.savefig(path, dpi=100)


if __name__ == "__main__":
    main()
