package io.github.spikesweep.points;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import io.github.spikesweep.table.PointTable;
import io.github.spikesweep.table.TableFormats;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All formats of tables, with the libraries that come with Spark. */
class FormatsTest {
    @Test
    void parquetAndArrowAreFoundBesideTheOthers() {
        assertEquals(List.of(".arrow", ".csv", ".jsonl", ".ndjson", ".parquet"), TableFormats.suffixes());
    }

    @Test
    void readerOfCsvIsOfTheVersionOfSparksJackson() {
        assertEquals(
                new JsonFactory().version().toString(),
                new CsvFactory().version().toString());
    }

    @Test
    void textsAreReadWithSparksJackson() {
        assertArrayEquals(new double[] {1, 2}, read("p.csv", "a\n1\n2\n").numbers("a"));
        assertArrayEquals(
                new double[] {1, 2}, read("p.jsonl", "{\"a\":1}\n{\"a\":2}\n").numbers("a"));
    }

    private static PointTable read(String source, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return TableFormats.find(source).orElseThrow().read(source, content, ParquetTables.all());
    }
}
