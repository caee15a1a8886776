"""Puts the engine into the wheel: the jars and the launcher of a release, without what Spark needs."""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: A checkout, or an unpacked release.
ROOT = Path(__file__).resolve().parent.parent

#: What of a release the engine needs.
PARTS = ("LICENSE", "NOTICE", "lib", "licences", "spikesweep", "spikesweep.cmd")


class EngineHook(BuildHookInterface[Any]):
    """Builds a release, or takes the one that the package is in, or the archive that SPIKESWEEP_RELEASE names."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Gathers the engine. An editable installation uses the launcher beside the package instead."""
        if version == "editable":
            return
        self.folder = Path(tempfile.mkdtemp(prefix="spikesweep-engine-"))
        if (ROOT / "lib" / "release.sh").is_file():
            self.copy_release()
        else:
            self.unpack(release())
        build_data["force_include"][str(self.folder)] = "spikesweep/engine"

    def copy_release(self) -> None:
        """Copies the parts of the release that this package is in."""
        archives = shutil.ignore_patterns("quick-start*", "training-*")
        for part in PARTS:
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, self.folder / part, ignore=archives)
            else:
                shutil.copy2(ROOT / part, self.folder / part)

    def unpack(self, release: Path) -> None:
        """Unpacks the parts from the archive of a release."""
        with tarfile.open(release) as archive:
            for member in archive:
                inside = Path(*Path(member.name).parts[1:])
                if inside.parts and inside.parts[0] in PARTS and member.isfile():
                    content = archive.extractfile(member)
                    assert content is not None
                    target = self.folder / inside
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(content.read())
                    target.chmod(member.mode)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes what was unpacked."""
        if version != "editable":
            shutil.rmtree(self.folder)


def release() -> Path:
    """The archive of a release."""
    given = os.environ.get("SPIKESWEEP_RELEASE")
    if given:
        return Path(given)
    build = ROOT / ("mvnw.cmd" if os.name == "nt" else "mvnw")
    if not build.is_file():
        sys.exit("the engine is built from a checkout of SpikeSweep, or copied from a release: pip install ./python there")
    done = subprocess.run([os.fspath(build), "-B", "-q", "-Prelease", "package"], cwd=ROOT)
    if done.returncode != 0:
        sys.exit("the engine could not be built; it needs a JDK, 17 or later")
    found = sorted((ROOT / "spark-jobs" / "target").glob("spikesweep-*.tar.gz"), key=os.path.getmtime)
    return found[-1]
