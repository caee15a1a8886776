"""Writes one table by every writer of Parquet for Python, in the codecs and encodings that each has. The files beside this script
are those of pandas 2.3.3, pyarrow 25.0.1, fastparquet 2026.9.0, Polars 2.0.0 and DuckDB 1.5.6.

    pip install pandas==2.3.3 pyarrow==25.0.1 fastparquet==2026.9.0 polars==2.0.0 duckdb==1.5.6
    python3 writers.py
"""

from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

HERE = Path(__file__).resolve().parent
COUNT = 40
I = np.arange(COUNT)
# WritersTest has the same formulas.
COLUMNS = {
    "double": I / 8 - 1,
    "float": I.astype("f4") * np.float32(0.1),
    "int8": (I - 20).astype("i1"),
    "int16": (300 * (I - 20)).astype("i2"),
    "int32": (40_000_000 * (I - 20)).astype("i4"),
    "int64": 100_000_000_000_000 * (I - 20),
    "uint8": (5 * I).astype("u1"),
    "uint32": (100_000_000 * I).astype("u4"),
    "uint64": (200_000_000_000_000 * I).astype("u8"),
    "model": [f"models/cell-{i // 4}.yaml" for i in I],
    "flag": I % 3 == 0,
}
FRAME = pd.DataFrame(COLUMNS)
TABLE = pa.table(COLUMNS)


def arrow(name: str, table: pa.Table = TABLE, **options) -> None:
    pq.write_table(table, HERE / f"pyarrow-{name}.parquet", **{"store_schema": False, "compression": "none"} | options)


def ipc() -> None:
    """The same table in Arrow's IPC format."""
    with pa.OSFile(str(HERE / "pyarrow-stream.arrow"), "wb") as file, pa.ipc.new_stream(file, TABLE.schema) as stream:
        stream.write_table(TABLE, max_chunksize=15)
    feather.write_feather(TABLE, HERE / "pyarrow-file.arrow", compression="uncompressed")
    feather.write_feather(FRAME, HERE / "pandas.arrow", compression="uncompressed")
    large = pa.schema([field.with_type(pa.large_string()) if field.name == "model" else field for field in TABLE.schema])
    feather.write_feather(TABLE.cast(large), HERE / "pyarrow-large.arrow", compression="uncompressed")
    feather.write_feather(TABLE, HERE / "refused" / "pyarrow-zstd.arrow", compression="zstd")
    lists = TABLE.append_column("lists", pa.array([[1.0]] * len(I)))
    feather.write_feather(lists, HERE / "refused" / "pyarrow-lists.arrow", compression="uncompressed")
    kinds = pa.table({"kind": pa.array(["a", "b"]).dictionary_encode(), "day": pa.array([1, 2], pa.date32())})
    feather.write_feather(kinds, HERE / "refused" / "pyarrow-kinds.arrow", compression="uncompressed")


def main() -> None:
    for old in [*HERE.rglob("*.parquet"), *HERE.rglob("*.arrow")]:
        old.unlink()
    ipc()
    for codec in ["none", "snappy", "gzip", "lz4", "zstd"]:
        arrow(codec, compression=codec)
    pq.write_table(TABLE, HERE / "refused" / "pyarrow-brotli.parquet", compression="brotli")
    cells = pd.DataFrame({"gna": [120.0, 80, 60, 40], "gk": [36.0, 36, 18, 9], "cell": ["A1", "A2", "B1", "B2"]})
    cells.drop(1).to_parquet(HERE / "refused" / "pandas-index.parquet")
    for codec in ["none", "zstd"]:
        arrow(f"{codec}-2", compression=codec, data_page_version="2.0")
    numbers = [name for name in COLUMNS if name not in ("model", "flag")]
    whole = [name for name in numbers if "int" in name]
    encodings = {
        "plain": {},
        "delta": dict.fromkeys(whole, "DELTA_BINARY_PACKED") | {"model": "DELTA_LENGTH_BYTE_ARRAY", "flag": "RLE"},
        "split": dict.fromkeys(numbers, "BYTE_STREAM_SPLIT") | {"model": "DELTA_BYTE_ARRAY"},
    }
    for name, encoding in encodings.items():
        for version in "12":
            arrow(
                f"{name}-{version}",
                use_dictionary=False,
                column_encoding=encoding,
                data_page_version=f"{version}.0",
            )
    arrow("checksums", write_page_checksum=True, compression="zstd")
    arrow("no-statistics", write_statistics=False)
    arrow("row-groups", row_group_size=15, data_page_size=64, write_batch_size=4)
    required = pa.schema([field.with_nullable(False) for field in TABLE.schema])
    arrow("required-1", TABLE.cast(required), data_page_version="1.0")
    arrow("required-2", TABLE.cast(required), data_page_version="2.0")

    FRAME.to_parquet(HERE / "pandas.parquet")
    FRAME.to_parquet(HERE / "fastparquet.parquet", engine="fastparquet")

    for codec in ["uncompressed", "snappy", "gzip", "lz4", "zstd"]:
        pl.DataFrame(COLUMNS).write_parquet(HERE / f"polars-{codec}.parquet", compression=codec)

    for codec in ["uncompressed", "snappy", "gzip", "lz4", "zstd"]:
        for version in "12":
            target = HERE / f"duckdb-{codec}-{version}.parquet"
            duckdb.sql(
                f"COPY (FROM FRAME) TO '{target}' (FORMAT parquet, COMPRESSION {codec}, PARQUET_VERSION v{version})"
            )


if __name__ == "__main__":
    main()
