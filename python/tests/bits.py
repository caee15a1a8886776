"""Tables, compared bit by bit."""

import pyarrow as pa
import pyarrow.compute as pc


def assert_same(one: pa.Table, other: pa.Table) -> None:
    """Names, types, what may be null, units, and the bits of all values."""
    assert one.schema.equals(other.schema, check_metadata=True), f"{one.schema}\n{other.schema}"
    assert one.num_rows == other.num_rows
    for name in one.column_names:
        a, b = one[name], other[name]
        if pa.types.is_list(a.type):
            assert pc.list_value_length(a).combine_chunks().equals(pc.list_value_length(b).combine_chunks()), name
            a, b = pc.list_flatten(a), pc.list_flatten(b)
        assert _bits(a).equals(_bits(b)), name


def _bits(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """With numbers as integers, so that NaN equals itself and -0 is not 0."""
    if not pa.types.is_float64(column.type):
        return column
    return pa.chunked_array([chunk.view(pa.int64()) for chunk in column.chunks], pa.int64())
