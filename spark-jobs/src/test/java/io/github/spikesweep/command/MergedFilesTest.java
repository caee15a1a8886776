package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.SweepText;
import io.github.spikesweep.columnar.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that was merged from two is what a single wave writes, whichever engine merged it, and is kept when the run goes on. */
class MergedFilesTest {
    private static final String OUTPUTS = "outputs: [spike_count, spike_times_ms, v_final]\n";

    /**
     * What is in a file.
     *
     * @param texts of its footer
     * @param rows as texts, in their order
     */
    private record Content(MessageType schema, Map<String, String> texts, List<String> rows) {}

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--threads=2", "--master=local[2]"})
    void isThatOfASingleWave(String engine) throws IOException {
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID + OUTPUTS);
        run(sweep, "whole");
        run(sweep, "merged", engine, "--where", "id < 9");
        run(sweep, "merged", engine);
        Content whole = content("whole");
        assertEquals(24, whole.rows.size());
        assertTrue(whole.rows.stream().anyMatch(row -> row.contains("element")), "spikes in lists");
        assertEquals(whole, content("merged"));
        String again = run(sweep, "merged", engine);
        assertFalse(again.contains("damaged"), again);
    }

    private String run(String sweep, String out, String... more) {
        List<String> line = new ArrayList<>(
                List.of("run", sweep, "--out", folder.resolve(out).toString()));
        line.addAll(List.of(more));
        Execution run = Execution.of(line.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        return run.err();
    }

    private Content content(String out) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder.resolve(out))) {
            files = entries.filter(entry -> entry.toString().endsWith(".parquet"))
                    .toList();
        }
        assertEquals(1, files.size());
        List<String> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(new LocalInputFile(files.get(0)))) {
            reader.each(row -> rows.add(row.toString()));
            return new Content(reader.schema(), reader.texts(), rows);
        }
    }
}
