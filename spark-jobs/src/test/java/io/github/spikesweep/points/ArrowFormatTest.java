package io.github.spikesweep.points;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.table.PointTable;
import io.github.spikesweep.table.TableFormats;
import io.github.spikesweep.table.TableRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrow's format as pyarrow and pandas write it ({@code writers.py}), and bytes that are none. */
class ArrowFormatTest {
    private static final int COUNT = 40;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(ParquetTables.SAMPLES)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".arrow"))
                    .sorted()
                    .toList();
            assertEquals(4, found.size());
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void filesAndStreamsAreRead(Path file) throws IOException {
        PointTable table = read(Files.readAllBytes(file), ParquetTables.sampled());
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
        assertEquals(new Position("p.arrow", 3, 4), table.position("int16", 2));
    }

    @Test
    void whatIsNoTableOfPointsIsRefused() throws IOException {
        assertEquals("p.arrow: is compressed; write it without compression", refused("pyarrow-zstd", "double"));
        assertEquals(
                "p.arrow: is not an Arrow table, or a broken one: column 'lists' has values that are lists, views or structures",
                refused("pyarrow-lists", "double"));
        assertEquals(
                "p.arrow:1:1: 'kind' must hold numbers (double, float or integers), found another type",
                refused("pyarrow-kinds", "kind"));
        assertEquals(
                "p.arrow:1:2: 'day' must hold numbers (double, float or integers), found another type",
                refused("pyarrow-kinds", "day"));
        assertEquals(
                "p.arrow:1:11: 'flag' must hold numbers (double, float or integers), found another type",
                fault(stream(), ParquetTables.wanted("flag")));
        assertEquals(
                "p.arrow:1:1: 'double' must hold texts (utf8), found double",
                fault(stream(), new TableRequest(Optional.of(List.of("double")), Set.of("double"))));
        assertEquals(
                "p.arrow: is not an Arrow table, or a broken one: it does not begin with a schema",
                fault(new byte[0], ParquetTables.wanted("double")));
        assertEquals(
                "p.arrow: is not an Arrow table, or a broken one: no message begins where one should",
                fault(
                        "gna,gk\n1,2\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        ParquetTables.wanted("gna")));
    }

    private static String refused(String name, String column) throws IOException {
        return fault(
                Files.readAllBytes(ParquetTables.SAMPLES.resolve("refused/" + name + ".arrow")),
                ParquetTables.wanted(column));
    }

    /** A table may end after any message, so a cut is one or refused; whatever the bytes, nothing else happens. */
    @Tag("thorough")
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void everyTruncationAndMutationIsReadOrRefused() throws IOException {
        byte[] stream = stream();
        for (int length = 0; length < stream.length; length++) {
            readOrRefuse(Arrays.copyOf(stream, length));
        }
        Random random = new Random(11);
        for (Path file : samples()) {
            byte[] content = Files.readAllBytes(file);
            for (int i = 0; i < 3000; i++) {
                byte[] mutant = content.clone();
                for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                    int at = random.nextInt(mutant.length);
                    mutant[at] =
                            (byte) (random.nextBoolean() ? random.nextInt() : mutant[at] ^ (1 << random.nextInt(8)));
                }
                readOrRefuse(mutant);
            }
        }
    }

    /** A message that announces gigabytes, or fewer than none. */
    @Test
    void nothingIsMadeRoomForThatIsNotThere() {
        for (int length : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -8, 1 << 30}) {
            ByteBuffer message = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
            message.putInt(-1).putInt(length);
            assertTrue(fault(message.array(), ParquetTables.all()).startsWith("p.arrow: is not an Arrow table"));
        }
    }

    private static byte[] stream() throws IOException {
        return Files.readAllBytes(ParquetTables.SAMPLES.resolve("pyarrow-stream.arrow"));
    }

    private static PointTable read(byte[] content, TableRequest request) {
        return TableFormats.find("p.arrow").orElseThrow().read("p.arrow", content, request);
    }

    private static String fault(byte[] content, TableRequest request) {
        return assertThrows(InputException.class, () -> read(content, request)).getMessage();
    }

    private static void readOrRefuse(byte[] content) {
        try {
            PointTable table = read(content, ParquetTables.sampled());
            assertEquals(table.rows(), table.numbers("double").length);
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith("p.arrow:"), e.getMessage());
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        }
    }

    private static void assertNumbers(PointTable table, String column, IntToDoubleFunction number) {
        assertArrayEquals(IntStream.range(0, COUNT).mapToDouble(number).toArray(), table.numbers(column), column);
    }
}
