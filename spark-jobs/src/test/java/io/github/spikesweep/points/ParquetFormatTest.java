package io.github.spikesweep.points;

import static io.github.spikesweep.points.ParquetTables.all;
import static io.github.spikesweep.points.ParquetTables.fault;
import static io.github.spikesweep.points.ParquetTables.read;
import static io.github.spikesweep.points.ParquetTables.wanted;
import static io.github.spikesweep.points.ParquetTables.written;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.spikesweep.table.PointTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetFormatTest {
    private static final Map<String, String> PLAIN = Map.of();

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"uncompressed", "snappy", "zstd", "gzip", "lz4", "lz4_raw"})
    void readsNumbersAndTextsOfEveryCompression(String codec) throws IOException {
        Map<String, String> small =
                Map.of("compression", codec, "parquet.page.size", "4096", "parquet.block.size", "65536");
        checkPoints(small, Map.of());
        checkPoints(small, Map.of("parquet.enable.dictionary", "false"));
        checkPoints(small, Map.of("parquet.writer.version", "PARQUET_2_0"));
        checkPoints(small, Map.of("parquet.writer.version", "PARQUET_2_0", "parquet.enable.dictionary", "false"));
    }

    private static void checkPoints(Map<String, String> options, Map<String, String> more) throws IOException {
        Map<String, String> both = new HashMap<>(options);
        both.putAll(more);
        PointTable table = read(
                written(
                        folder,
                        "SELECT id / 8D AS gna, IF(id % 3 = 0, 'HH', 'Izhikevich') AS model, id % 10 - 0.5D AS v, id AS n"
                                + " FROM range(0, 20000, 1, 1)",
                        both),
                all());
        assertEquals(List.of("gna", "model", "v", "n"), table.columns());
        assertEquals(20_000, table.rows());
        for (int row = 0; row < table.rows(); row++) {
            assertEquals(
                    row % 3 == 0 ? "HH" : "Izhikevich", table.texts("model").get(row));
        }
        assertSame(table.texts("model").get(0), table.texts("model").get(19_998));
        assertArrayEquals(numbers(row -> row / 8.0), table.numbers("gna"));
        assertArrayEquals(numbers(row -> row % 10 - 0.5), table.numbers("v"));
        assertArrayEquals(numbers(row -> row), table.numbers("n"));
    }

    private static double[] numbers(IntToDoubleFunction value) {
        return IntStream.range(0, 20_000).mapToDouble(value).toArray();
    }

    @Test
    void readsEveryTypeOfNumber() throws IOException {
        byte[] file = written(
                folder,
                "SELECT CAST(0.1 AS FLOAT) AS f, CAST(-1e300 AS DOUBLE) AS d, CAST(-7 AS TINYINT) AS i8,"
                        + " CAST(-300 AS SMALLINT) AS i16, CAST(-2147483648 AS INT) AS i32,"
                        + " -9007199254740992 AS i64, CAST(NULLIF(5, 6) AS INT) AS optional",
                PLAIN);
        PointTable table = read(file, all());
        assertArrayEquals(new double[] {0.1f}, table.numbers("f"));
        assertArrayEquals(new double[] {-1e300}, table.numbers("d"));
        assertArrayEquals(new double[] {-7}, table.numbers("i8"));
        assertArrayEquals(new double[] {-300}, table.numbers("i16"));
        assertArrayEquals(new double[] {-2147483648.0}, table.numbers("i32"));
        assertArrayEquals(new double[] {-0x1p53}, table.numbers("i64"));
        assertArrayEquals(new double[] {5}, table.numbers("optional"));
    }

    @Test
    void readsWantedColumnsInTheirOrderAndNoOthers() throws IOException {
        byte[] file = written(
                folder,
                "SELECT id AS a, array(id) AS list, named_struct('a', 'x', 'b', array(1)) AS group, CAST(NULL AS INT) AS n,"
                        + " map('k', 1) AS map, current_date() AS day, id * 2 AS b FROM range(0, 5, 1, 1)",
                PLAIN);
        PointTable table = read(file, wanted("b", "a"));
        assertEquals(List.of("b", "a"), table.columns());
        assertArrayEquals(new double[] {0, 2, 4, 6, 8}, table.numbers("b"));
        assertArrayEquals(new double[] {0, 1, 2, 3, 4}, table.numbers("a"));
        assertEquals("p.parquet:5:7", table.position("b", 4).toString());
        assertEquals("p.parquet:1:1", table.header("a").toString());

        assertEquals(
                "p.parquet:1:2: 'list' must hold one value in each row, found a group of columns",
                fault(file, wanted("a", "list")));
        assertEquals(
                "p.parquet:1:3: 'group' must hold one value in each row, found a group of columns",
                fault(file, wanted("group")));
        assertEquals(
                "p.parquet:1:5: 'map' must hold one value in each row, found a group of columns",
                fault(file, wanted("map")));
        assertEquals(
                "p.parquet:1:6: 'day' must hold numbers (double, float, int32 or int64), found date",
                fault(file, wanted("day")));
        assertEquals(
                "p.parquet:1:1: unknown column 'c'; did you mean 'a'? (a, list, group, n, map, day, b)",
                fault(file, wanted("c")));
    }

    @Test
    void refusesOtherTypes() throws IOException {
        byte[] file = written(
                folder,
                "SELECT '1' AS text, TRUE AS flag, X'01' AS bytes, 1.5BD AS decimal, CAST(1e20 AS DECIMAL(38, 0)) AS large,"
                        + " timestamp_ntz'2026-01-01 00:00:00' AS time, 1D AS model",
                Map.of());
        String numbers = "must hold numbers (double, float, int32 or int64), found ";
        assertEquals("p.parquet:1:1: 'text' " + numbers + "string", fault(file, wanted("text")));
        assertEquals("p.parquet:1:2: 'flag' " + numbers + "boolean", fault(file, wanted("flag")));
        assertEquals("p.parquet:1:3: 'bytes' " + numbers + "binary", fault(file, wanted("bytes")));
        assertEquals("p.parquet:1:4: 'decimal' " + numbers + "decimal(2,1)", fault(file, wanted("decimal")));
        assertEquals("p.parquet:1:5: 'large' " + numbers + "decimal(38,0)", fault(file, wanted("large")));
        assertEquals("p.parquet:1:6: 'time' " + numbers + "timestamp(micros,false)", fault(file, wanted("time")));
        assertEquals("p.parquet:1:7: 'model' must hold texts (string), found double", fault(file, wanted("model")));
    }

    @Test
    void refusesValuesThatAreNoFiniteNumbers() throws IOException {
        String sevenRows = " FROM range(0, 9, 1, 1)";
        assertEquals(
                "p.parquet:7:2: row 7: 'gna' is null; expected a number",
                fault(written(folder, "SELECT id, IF(id = 6, NULL, id) AS gna" + sevenRows, PLAIN), all()));
        assertEquals(
                "p.parquet:7:2: row 7: 'model' is null; expected a text",
                fault(written(folder, "SELECT id, IF(id = 6, NULL, 'HH') AS model" + sevenRows, PLAIN), all()));
        assertEquals(
                "p.parquet:7:2: row 7: 'gna' must be finite, found NaN",
                fault(written(folder, "SELECT id, IF(id = 6, DOUBLE('NaN'), 1D) AS gna" + sevenRows, PLAIN), all()));
        assertEquals(
                "p.parquet:7:2: row 7: 'gna' must be finite, found -Infinity",
                fault(written(folder, "SELECT id, IF(id = 6, FLOAT('-inf'), 1F) AS gna" + sevenRows, PLAIN), all()));
        assertEquals(
                "p.parquet:1:1: row 1: 'gna' must be at most 2^53 in size to be exact, found 9007199254740993",
                fault(written(folder, "SELECT 9007199254740993 AS gna", PLAIN), all()));
        assertEquals(
                "p.parquet:1:1: row 1: 'gna' must be at most 2^53 in size to be exact, found -9007199254740993",
                fault(written(folder, "SELECT -9007199254740993 AS gna", PLAIN), all()));
        assertEquals(
                "p.parquet:1:1: row 1: 'model' is empty; expected a text",
                fault(written(folder, "SELECT ' ' AS model", PLAIN), all()));
        assertEquals(
                "p.parquet:1:1: row 1: 'model' is not text in UTF-8",
                fault(written(folder, "SELECT CAST(X'48FF' AS STRING) AS model", PLAIN), all()));
    }

    @Tag("thorough")
    @Test
    void boundsAreThoseOfAllTables() throws IOException {
        assertEquals(
                1_000_000,
                read(written(folder, "SELECT id FROM range(0, 1000000, 1, 1)", PLAIN), all())
                        .rows());
        assertEquals(
                "p.parquet:1:1: more rows than a table may have (1000000)",
                fault(written(folder, "SELECT id FROM range(0, 1000001, 1, 1)", PLAIN), all()));
        assertEquals(
                "p.parquet:1:1: more values than a table may have (5000000): of 6 columns, at most 833333 rows",
                fault(
                        written(folder, "SELECT id a, id b, id c, id d, id e, id f FROM range(0, 833334, 1, 1)", PLAIN),
                        all()));
        String columns = IntStream.range(0, 1001).mapToObj(i -> i + " AS c" + i).collect(Collectors.joining(", "));
        assertEquals(
                "p.parquet:1:1001: more columns than a table may have (1000)",
                fault(written(folder, "SELECT " + columns, PLAIN), wanted("c0")));
        assertEquals(
                List.of("µ".repeat(1000)),
                read(written(folder, "SELECT repeat('µ', 1000) AS model", PLAIN), all())
                        .texts("model"));
        for (String letter : List.of("x", "µ", "€")) {
            assertEquals(
                    "p.parquet:1:1: row 1: 'model' has more characters than accepted (1000)",
                    fault(written(folder, "SELECT repeat('" + letter + "', 1001) AS model", PLAIN), all()));
        }
        assertEquals(
                "p.parquet:10001:1: row 10001: 'model' makes more different texts than a table may have (10000)",
                fault(written(folder, "SELECT 'm' || id AS model FROM range(0, 10001, 1, 1)", PLAIN), all()));
    }

    @Test
    void refusesFilesWithoutRows() throws IOException {
        assertEquals(
                "p.parquet:1:1: the table has no rows",
                fault(written(folder, "SELECT 1 AS a WHERE 1 = 2", PLAIN), all()));
    }

    /** As pandas writes a table of which some rows were left out. */
    @Test
    void indexOfPandasIsNoAxis() throws IOException {
        byte[] file = Files.readAllBytes(ParquetTables.SAMPLES.resolve("refused/pandas-index.parquet"));
        String choose = "; to read only some columns, list them under 'columns'";
        assertEquals(
                "p.parquet:1:4: '__index_level_0__' is the index that pandas writes without index=False" + choose,
                fault(file, all()));
        assertArrayEquals(
                new double[] {120, 60, 40}, read(file, wanted("gna", "gk")).numbers("gna"));
        assertEquals(
                "p.parquet:1:3: 'cell' must hold numbers (double, float, int32 or int64), found string",
                fault(file, wanted("cell")));
        byte[] texts = written(folder, "SELECT 'A1' AS cell, 1D AS gna", PLAIN);
        assertEquals(
                "p.parquet:1:1: 'cell' must hold numbers (double, float, int32 or int64), found string" + choose,
                fault(texts, all()));
    }

    @Test
    void refusesWhatIsNoParquet() throws IOException {
        byte[] file = written(folder, "SELECT 1 AS a", PLAIN);
        String broken = "p.parquet: is not a Parquet file, or a broken one: ";
        assertEquals(broken + "it does not start with PAR1", fault(new byte[0], all()));
        assertEquals(
                broken + "it does not start with PAR1",
                fault("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8), all()));
        assertEquals(broken + "it does not end with PAR1", fault(Arrays.copyOf(file, file.length - 1), all()));
        byte[] longFooter = file.clone();
        longFooter[file.length - 5] = 1;
        assertEquals(broken + "its footer is cut off", fault(longFooter, all()));
        byte[] encrypted = file.clone();
        encrypted[file.length - 1] = 'E';
        assertEquals("p.parquet: is encrypted; expected a Parquet file that is not", fault(encrypted, all()));
    }
}
