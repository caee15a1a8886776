"""Compares the results of several engines as one library reads them: their schemas, the metadata of their files, and every value
to the last bit. Each folder has the results of one engine, in a subfolder for each sweep; the first is what is expected. Values
are also compared with those that pyarrow reads, and the libraries give Arrow tables for that.

    python same_tables.py pyarrow|polars|duckdb|record EXPECTED FOUND...
"""

import json
import os
import sys
from pathlib import Path

import duckdb
import polars
import pyarrow as pa
import pyarrow.parquet as pq

# What records differ in: the command, when and how long it ran, and how a wave was divided among tasks.
OF_THE_RUN = {"command", "started", "finished", "seconds", "tasks", "slowest_task_seconds"}


# Where Spark keeps what is told of columns.
OF_SPARK = b"org.apache.spark.sql.parquet.row.metadata"


def told_by_arrow(parquet: pq.ParquetFile) -> dict:
    """Unit, label and so on of each column, as texts: those of Arrow's fields, which have to be those of Spark's columns."""
    fields = {
        field.name: {key.decode(): text.decode() for key, text in (field.metadata or {}).items()}
        for field in parquet.schema_arrow
    }
    columns = {
        column["name"]: {key: fact for key, fact in column["metadata"].items() if key != "comment"}
        for column in json.loads(parquet.metadata.metadata[OF_SPARK])["fields"]
    }
    for name, facts in columns.items():
        facts.update({key: f"{fact:g}" for key, fact in facts.items() if isinstance(fact, float)})
        if fields[name] != facts:
            sys.exit(f"{name}: Arrow tells {fields[name]}, Spark {facts}")
    if not any("unit" in facts for facts in fields.values()):
        sys.exit("no column has a unit")
    return fields


class Pyarrow:
    @staticmethod
    def facts(file: str) -> dict:
        parquet = pq.ParquetFile(file)
        columns = range(len(parquet.schema.names))
        return {
            "schema": parquet.schema_arrow,
            "told of columns": told_by_arrow(parquet),
            "Parquet schema": str(parquet.schema).split("\n", 1)[1],
            "metadata": parquet.metadata.metadata,
            "written by": parquet.metadata.created_by,
            "format": parquet.metadata.format_version,
            "compression": {parquet.metadata.row_group(0).column(i).compression for i in columns},
        }

    @staticmethod
    def table(file: str) -> pa.Table:
        return pq.read_table(file)


class Polars:
    @staticmethod
    def facts(file: str) -> dict:
        return {"schema": polars.read_parquet_schema(file), "metadata": polars.read_parquet_metadata(file)}

    @staticmethod
    def table(file: str) -> pa.Table:
        return polars.read_parquet(file).to_arrow()


class DuckDB:
    @staticmethod
    def facts(file: str) -> dict:
        queries = {
            "schema": "DESCRIBE FROM read_parquet($file)",
            "Parquet schema": "SELECT * EXCLUDE file_name FROM parquet_schema($file)",
            "metadata": "SELECT key, value FROM parquet_kv_metadata($file) ORDER BY key",
            "written by": "SELECT created_by, format_version FROM parquet_file_metadata($file)",
        }
        return {name: duckdb.execute(query, {"file": file}).fetchall() for name, query in queries.items()}

    @staticmethod
    def table(file: str) -> pa.Table:
        return duckdb.execute("FROM read_parquet($file)", {"file": file}).to_arrow_table()


READERS = {"pyarrow": Pyarrow, "polars": Polars, "duckdb": DuckDB}


def only_file(results: Path) -> str:
    files = list(results.glob("*.parquet"))
    if len(files) != 1:
        sys.exit(f"{results} has {len(files)} Parquet files")
    return str(files[0])


def are_same(expected: object, found: object) -> bool:
    if isinstance(expected, pa.Schema):
        return expected.equals(found, check_metadata=True)
    return expected == found


def apart(name: str, expected: object, found: object) -> str:
    """Two texts from where they part."""
    one, two = str(expected), str(found)
    same = len(os.path.commonprefix([one, two]))
    shown = slice(max(0, same - 80), same + 160)
    return f"{name}: ...{two[shown]}...\ninstead of ...{one[shown]}..."


def different_facts(expected: dict, found: dict) -> list[str]:
    pairs = [(name, expected.get(name), found.get(name)) for name in {**expected, **found}]
    return [apart(name, one, two) for name, one, two in pairs if not are_same(one, two)]


def bits(values: pa.Array) -> list[pa.Array]:
    """What has to be equal for values to be: two zeros differ by their sign, two NaN by their payload."""
    if pa.types.is_list(values.type):
        return [values.value_lengths(), *bits(values.flatten())]
    if pa.types.is_float64(values.type):
        return [values.view(pa.int64())]
    return [values]


def different_columns(expected: pa.Table, found: pa.Table) -> list[str]:
    if expected.column_names != found.column_names:
        return [apart("columns", expected.column_names, found.column_names)]
    if len(expected) != len(found):
        return [f"{len(found)} rows instead of {len(expected)}"]
    differences = []
    for name in expected.column_names:
        column = expected.column(name).combine_chunks()
        # Libraries have several forms of texts and lists.
        other = found.column(name).combine_chunks().cast(column.type)
        if not all(one.equals(two) for one, two in zip(bits(column), bits(other), strict=True)):
            differences.append(apart(f"column {name}", column.to_pylist(), other.to_pylist()))
    return differences


def different_tables(reader: type, expected: Path, found: Path) -> list[str]:
    differences = different_facts(reader.facts(only_file(expected)), reader.facts(only_file(found)))
    return differences + different_columns(Pyarrow.table(only_file(expected)), reader.table(only_file(found)))


def record(results: Path) -> dict:
    return json.loads(
        (results / "_spikesweep.json").read_text(),
        object_hook=lambda entry: {key: value for key, value in entry.items() if key not in OF_THE_RUN},
    )


def main(how: str, expected: str, *found: str) -> None:
    sweeps = sorted(entry.name for entry in Path(expected).iterdir())
    differences = []
    for engine in found:
        others = sorted(entry.name for entry in Path(engine).iterdir())
        if others != sweeps:
            sys.exit(f"{engine} has {others}\ninstead of {sweeps}")
    for sweep in sweeps:
        # The first is also compared with itself: by a library with what pyarrow reads.
        for engine in [expected, *found]:
            one, other = Path(expected, sweep), Path(engine, sweep)
            if how == "record":
                different = different_facts(record(one), record(other))
            else:
                different = different_tables(READERS[how], one, other)
            differences += [f"{other}: {difference}" for difference in different]
    if differences:
        sys.exit("\n\n".join(differences))
    print(f"{len(sweeps)} sweeps by {1 + len(found)} engines are the same")


if __name__ == "__main__":
    main(*sys.argv[1:])
