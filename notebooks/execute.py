"""Executes the notebooks of this folder from top to bottom, each in a fresh kernel; fails where a cell does.

    python execute.py                                   # all; copies with their outputs go to target/executed
    python execute.py 01-gna-scan.ipynb                 # one
    python execute.py --in-place                        # writes the outputs into the notebooks themselves
"""

import argparse
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from traitlets.config import Config

FOLDER = Path(__file__).resolve().parent
# Connect to kernels through files if possible: other users of the machine could connect to ports.
CONFIG = Config({"KernelManager": {"transport": "ipc" if os.name == "posix" else "tcp"}})


def main() -> int:
    parser = argparse.ArgumentParser(description="Executes notebooks from top to bottom.")
    parser.add_argument("notebooks", nargs="*", type=Path, help="the notebooks; by default all in this folder")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--in-place", action="store_true", help="write the outputs into the notebooks themselves")
    where.add_argument("--out", type=Path, default=FOLDER / "target" / "executed", help="the folder for executed copies")
    arguments = parser.parse_args()
    # The package of this checkout, unless one is installed.
    os.environ["PYTHONPATH"] = os.pathsep.join([str(FOLDER.parent / "python"), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    failed = 0
    for notebook in arguments.notebooks or sorted(FOLDER.glob("*.ipynb")):
        copy = notebook if arguments.in_place else arguments.out / notebook.name
        try:
            execute(notebook, copy)
        except CellExecutionError as fault:
            print(f"{notebook.name} failed:\n{fault}", file=sys.stderr)
            failed += 1
    return 1 if failed else 0


def execute(notebook: Path, copy: Path) -> None:
    """Executes a notebook and writes it with its outputs to `copy`, also those up to a cell that fails."""
    content = nbformat.read(notebook, as_version=4)
    # In the notebook's folder, like Jupyter. Without execution times, which would differ from run to run.
    client = NotebookClient(
        content,
        config=CONFIG,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": FOLDER}},
        timeout=600,
    )
    try:
        client.execute()
    except CellExecutionError:
        # A notebook that fails keeps its old outputs.
        if copy != notebook:
            write(content, copy)
        raise
    write(content, copy)


def write(content: nbformat.NotebookNode, file: Path) -> None:
    # Metadata without details of the Python that executed it.
    content.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(content, file)


if __name__ == "__main__":
    sys.exit(main())
