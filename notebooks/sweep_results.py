"""The results of sweeps for the notebooks in this folder: simulated on first use, then only read."""

import json
import os
import subprocess
from pathlib import Path

import pandas as pd

CHECKOUT = Path(__file__).resolve().parent.parent


def results_folder() -> Path:
    """The folder with the results of all sweeps: that in SPIKESWEEP_RESULTS, or results/ in the checkout."""
    return Path(os.environ.get("SPIKESWEEP_RESULTS", CHECKOUT / "results")).resolve()


def results_of(name: str, **settings) -> Path:
    """The directory with the results of sweeps/NAME.yaml. Runs the sweep if they are missing or incomplete.

    Settings replace values of the file, as --set does: results_of("gna-scan", duration=200). They become part of the
    directory's name.
    """
    changes = [f"{key}={value}" for key, value in settings.items()]
    results = results_folder() / "-".join([name, *changes])
    if not _are_complete(results):
        command = ["./spikesweep", "run", f"sweeps/{name}.yaml"]
        for change in changes:
            command += ["--set", change]
        print(" ".join(command), flush=True)
        _run([*command, "--out", results])
    return results


def sensitivity_of(results: Path, features: list[str] | None = None) -> pd.DataFrame:
    """What the command sensitivity tells of results: feature, measure, axis, other_axis, value, low and high."""
    picture = results.with_name(results.name + "-sensitivity.svg")
    command = ["./spikesweep", "sensitivity", results, "--out", picture]
    for feature in features or []:
        command += ["--of", feature]
    _run(command)
    return pd.read_csv(picture.with_suffix(".csv"))


def record_of(results: Path) -> dict:
    """The content of _spikesweep.json: the definition, the columns, how long the run took."""
    return json.loads((results / "_spikesweep.json").read_text(encoding="utf-8"))


def columns_of(results: Path) -> dict[str, dict]:
    """The description of each column, by name: label, unit, description; for a trace also start, every and time_unit."""
    return {column["name"]: column for column in record_of(results)["columns"]}


def axis_title(column: dict) -> str:
    """The title of an axis in a picture: what the column contains, and its unit."""
    text = column["label"] or column["description"] or column["name"]
    return f"{text} ({column['unit']})" if column["unit"] else text


def _run(command: list) -> None:
    run = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(run.stderr)


def _are_complete(results: Path) -> bool:
    return (results / "_spikesweep.json").exists() and record_of(results)["state"] == "complete"
