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

CHECKOUT = Path(__file__).resolve().parent.parent

#: What of a release the engine needs.
PARTS = ("LICENSE", "NOTICE", "lib", "licences", "spikesweep", "spikesweep.cmd")


class EngineHook(BuildHookInterface[Any]):
    """Builds a release, or takes the archive of one that SPIKESWEEP_RELEASE names."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Unpacks the release. An editable installation uses the launcher of the checkout instead."""
        if version == "editable":
            return
        self.folder = Path(tempfile.mkdtemp(prefix="spikesweep-engine-"))
        with tarfile.open(release()) as archive:
            for member in archive:
                inside = Path(*Path(member.name).parts[1:])
                if inside.parts and inside.parts[0] in PARTS and member.isfile():
                    content = archive.extractfile(member)
                    assert content is not None
                    target = self.folder / inside
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(content.read())
                    target.chmod(member.mode)
        build_data["force_include"][str(self.folder)] = "spikesweep/engine"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes what was unpacked."""
        if version != "editable":
            shutil.rmtree(self.folder)


def release() -> Path:
    """The archive of a release."""
    given = os.environ.get("SPIKESWEEP_RELEASE")
    if given:
        return Path(given)
    build = CHECKOUT / ("mvnw.cmd" if os.name == "nt" else "mvnw")
    if not build.is_file():
        sys.exit("the engine is built from a checkout of SpikeSweep: pip install ./python there")
    done = subprocess.run([os.fspath(build), "-B", "-q", "-Prelease", "package"], cwd=CHECKOUT)
    if done.returncode != 0:
        sys.exit("the engine could not be built; it needs a JDK, 17 or later")
    found = sorted((CHECKOUT / "spark-jobs" / "target").glob("spikesweep-*.tar.gz"), key=os.path.getmtime)
    return found[-1]
