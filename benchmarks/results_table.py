"""The table of a comparison, as Markdown."""

import scan


def write(path, measurements, conditions, agreement):
    """Writes the measurements, slowest first; conditions and agreement are lines of text."""
    slowest = min(m.rate for m in measurements)
    lines = [
        "# The same neurons on one core",
        "",
        f"The neurons of `sweeps/gna-scan.yaml`, {scan.DURATION:g} ms in steps of {scan.STEP:g} ms, double precision.",
        "A neuron-step is one step of one neuron. The rate is that of the fastest round, the range that of all rounds.",
        "",
        "| tool | version | method | neurons | million neuron-steps/s | range | ratio to the slowest |",
        "| --- | --- | --- | --: | --: | --: | --: |",
    ]
    for m in sorted(measurements, key=lambda m: m.rate):
        spread = f"{million(min(m.rates))} to {million(max(m.rates))}"
        lines.append(
            f"| {m.name} | {m.version} | {m.method} | {m.neurons:,} | {million(m.rate)} | {spread} "
            f"| {m.rate / slowest:.1f} |"
        )
    lines += ["", "Measured on:", "", *(f"- {line}" for line in conditions)]
    remarks = [f"- {m.name}: {remark}" for m in measurements for remark in m.remarks]
    lines += ["", "Remarks:", "", *remarks] if remarks else []
    lines += ["", "Spike counts, compared before the times:", "", *(f"- {line}" for line in agreement)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def million(rate):
    return f"{rate / 1e6:.3g}"
