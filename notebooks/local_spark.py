"""A Spark on this machine that knows the data source `spikesweep`."""

import os
from contextlib import contextmanager
from pathlib import Path

from pyspark.sql import SparkSession

from sweep_results import CHECKOUT, results_folder


def start() -> SparkSession:
    """Starts Spark, or returns the one that runs. What it logs goes to spark.log beside the results."""
    log = results_folder() / "spark.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    settings = {
        "spark.jars": str(packaged_jar()),
        "spark.master": "local[*]",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        # For a cluster it is 200.
        "spark.sql.shuffle.partitions": "2",
        # Tables in a warehouse are not needed, but Spark makes a folder for them.
        "spark.sql.warehouse.dir": str(log.parent / "spark-warehouse"),
    }
    with _standard_error_in(log):
        return SparkSession.builder.config(map=settings).getOrCreate()


def packaged_jar() -> Path:
    """The jar of this checkout that Spark takes."""
    found = sorted((CHECKOUT / "spark-jobs" / "target").glob("spikesweep-[0-9]*.jar"))
    if not found:
        raise FileNotFoundError("there is no spark-jobs/target/spikesweep-*.jar: './mvnw -B -DskipTests package' makes it")
    return found[-1]


@contextmanager
def _standard_error_in(log: Path):
    """Spark's JVM keeps the standard error that it is started with; a notebook would show it between the cells."""
    kept = os.dup(2)
    with log.open("wb") as file:
        os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
