"""The package as a whole: its sources, its version, what it needs."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

PYTHON = ROOT / "python"
PROGRAMS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "check", [["ruff", "check", "--no-cache", "."], ["ruff", "format", "--no-cache", "--check", "."]], ids=["lint", "format"]
)
def test_ruff_finds_nothing(check):
    done = subprocess.run([PROGRAMS / check[0], *check[1:]], cwd=PYTHON, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.thorough
def test_mypy_finds_nothing():
    done = subprocess.run([PROGRAMS / "mypy", "--cache-dir=/dev/null"], cwd=PYTHON, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_version_is_that_of_the_build():
    tomllib = pytest.importorskip("tomllib")
    project = tomllib.loads((PYTHON / "pyproject.toml").read_text())["project"]
    pom = re.search(r"<version>([^<]+)</version>", (ROOT / "pom.xml").read_text()).group(1)
    assert project["version"] == pom.replace("-SNAPSHOT", ".dev0")
    assert len(project["dependencies"]) == 1
    assert project["dependencies"][0].startswith("pyarrow")


def test_optional_packages_are_imported_when_they_are_needed():
    code = (
        "import sys, spikesweep\n"
        "late = {'pandas', 'polars', 'matplotlib', 'tqdm', 'scipy'} & set(sys.modules)\n"
        "assert not late, late"
    )
    subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(PYTHON)}, check=True)
