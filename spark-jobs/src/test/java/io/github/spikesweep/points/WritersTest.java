package io.github.spikesweep.points;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.table.PointTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One table, which {@code writers.py} had written by pandas, pyarrow, fastparquet, Polars and DuckDB. */
class WritersTest {
    private static final int COUNT = 40;

    @ParameterizedTest
    @MethodSource("io.github.spikesweep.points.ParquetTables#samples")
    void everyWriterCodecAndEncodingIsRead(Path file) throws IOException {
        PointTable table = ParquetTables.read(Files.readAllBytes(file), ParquetTables.sampled());
        assertEquals(
                IntStream.range(0, COUNT)
                        .mapToObj(i -> "models/cell-" + i / 4 + ".yaml")
                        .toList(),
                table.texts("model"));
        assertNumbers(table, "double", i -> i / 8.0 - 1);
        assertNumbers(table, "float", i -> i * 0.1f);
        assertNumbers(table, "int8", i -> i - 20);
        assertNumbers(table, "int16", i -> 300 * (i - 20));
        assertNumbers(table, "int32", i -> 40_000_000.0 * (i - 20));
        assertNumbers(table, "int64", i -> 1e14 * (i - 20));
        assertNumbers(table, "uint8", i -> 5 * i);
        assertNumbers(table, "uint32", i -> 1e8 * i);
        assertNumbers(table, "uint64", i -> 2e14 * i);
    }

    @Test
    void brotliIsRefused() throws IOException {
        assertEquals(
                "p.parquet: is compressed by BROTLI; accepted: SNAPPY, ZSTD, GZIP, LZ4, LZ4_RAW, UNCOMPRESSED",
                ParquetTables.fault(
                        Files.readAllBytes(ParquetTables.SAMPLES.resolve("refused/pyarrow-brotli.parquet")),
                        ParquetTables.wanted("double")));
    }

    private static void assertNumbers(PointTable table, String column, IntToDoubleFunction number) {
        assertArrayEquals(IntStream.range(0, COUNT).mapToDouble(number).toArray(), table.numbers(column), column);
    }
}
