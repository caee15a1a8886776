package io.github.spikesweep.columnar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.sweep.output.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @TempDir
    private Path folder;

    /** A whole file, so that all that writes one is there. */
    @Test
    void writesARowWithAValueOfEachType() throws IOException {
        List<Column> columns = Arrays.stream(Column.Type.values())
                .map(type -> new Column(type.name(), type, Column.Role.FEATURE, "", ""))
                .toList();
        Path file = folder.resolve("x.parquet");
        Rehearsal.write(new LocalOutputFile(file), columns, "4.2.0");
        List<Integer> counts = new ArrayList<>();
        try (TableReader reader = TableReader.open(new LocalInputFile(file))) {
            reader.each(row -> columns.forEach(column -> counts.add(row.getFieldRepetitionCount(column.name()))));
        }
        assertEquals(List.of(1, 1, 1, 1, 1), counts);
        Rehearsal.of(columns, "4.2.0");
    }
}
