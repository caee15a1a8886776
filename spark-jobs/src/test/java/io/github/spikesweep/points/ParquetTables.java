package io.github.spikesweep.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.table.PointTable;
import io.github.spikesweep.table.TableFormats;
import io.github.spikesweep.table.TableRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Parquet files as Spark writes them for the tests, and what is read of them. The column {@code model} holds texts. */
final class ParquetTables {
    /** The files that {@code writers.py} wrote. */
    static final Path SAMPLES = Path.of("src/test/resources/io/github/spikesweep/points");

    private ParquetTables() {}

    /** The files of {@link #SAMPLES} that must be readable. */
    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    /** The rows of a query, as one file. */
    static byte[] written(Path folder, String query, Map<String, String> options) throws IOException {
        Path table = folder.resolve(UUID.randomUUID().toString());
        LocalSpark.session().sql(query).coalesce(1).write().options(options).parquet(table.toString());
        try (Stream<Path> files = Files.list(table)) {
            List<Path> parts =
                    files.filter(file -> file.toString().endsWith(".parquet")).toList();
            assertEquals(1, parts.size());
            return Files.readAllBytes(parts.get(0));
        }
    }

    /** All columns of {@link #SAMPLES} except the last, which has no numbers. */
    static TableRequest sampled() {
        return wanted("model", "double", "float", "int8", "int16", "int32", "int64", "uint8", "uint32", "uint64");
    }

    static TableRequest all() {
        return new TableRequest(Optional.empty(), Set.of("model"));
    }

    static TableRequest wanted(String... columns) {
        return new TableRequest(Optional.of(List.of(columns)), Set.of("model"));
    }

    static PointTable read(byte[] content, TableRequest request) {
        return TableFormats.find("p.parquet").orElseThrow().read("p.parquet", content, request);
    }

    /** What the user is told about a bad file. */
    static String fault(byte[] content, TableRequest request) {
        return assertThrows(InputException.class, () -> read(content, request)).getMessage();
    }

    /** Reads any bytes; checks that they are a table, or refused with a message of one line. */
    static void readOrRefuse(byte[] content, TableRequest request) {
        try {
            PointTable table = read(content, request);
            for (String column : table.columns()) {
                int rows = column.equals("model") ? table.texts(column).size() : table.numbers(column).length;
                assertEquals(table.rows(), rows);
            }
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith("p.parquet:"), e.getMessage());
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        }
    }
}
