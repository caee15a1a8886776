"""A local Spark session with the data source `spikesweep`."""

import os
from contextlib import contextmanager
from pathlib import Path

from pyspark.sql import SparkSession

from sweep_results import CHECKOUT, results_folder


def start() -> SparkSession:
    """Starts Spark, or returns the running session. Its log goes to spark.log beside the results."""
    log = results_folder() / "spark.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    settings = {
        "spark.jars": str(packaged_jar()),
        "spark.master": "local[*]",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        # The default, 200, is for clusters.
        "spark.sql.shuffle.partitions": "2",
        # Tables in a warehouse are not needed, but Spark makes a folder for them.
        "spark.sql.warehouse.dir": str(log.parent / "spark-warehouse"),
    }
    with _standard_error_in(log):
        return SparkSession.builder.config(map=settings).getOrCreate()


def packaged_jar() -> Path:
    """The jar for Spark of this checkout, or of this release."""
    folders = [CHECKOUT / "spark-jobs" / "target", CHECKOUT / "spark"]
    found = sorted(jar for folder in folders for jar in folder.glob("spikesweep-[0-9]*.jar"))
    if not found:
        raise FileNotFoundError("there is no spark-jobs/target/spikesweep-*.jar; build it with './mvnw -B -DskipTests package'")
    return found[-1]


@contextmanager
def _standard_error_in(log: Path):
    """Redirects standard error, which Spark's JVM keeps from its start; a notebook would show it between the cells."""
    kept = os.dup(2)
    with log.open("wb") as file:
        os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
