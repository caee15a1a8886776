package io.github.spikesweep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowCount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    @TempDir
    private Path folder;

    @Test
    void sweepInTheRecordIsReadAsTheSame() throws IOException {
        String file = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        SweepDefinition definition = SweepFiles.read(file, List.of("duration=20", "description='µ: \"a\"'"));
        String text = record(definition).get("sweep").asText();
        assertTrue(text.startsWith("name: grid\ndescription: \"µ: \\\"a\\\"\"\n"), text);
        assertEquals(definition, SweepFiles.read(SweepText.write(folder, "again.yaml", text), List.of()));
    }

    @Test
    void sweepLongerThanAFileIsLeftOut() throws IOException {
        SweepText.write(folder, "points.jsonl", "{\"gna\": 1}\n".repeat(350_000));
        String file = SweepText.write(folder, "large.yaml", """
                name: large
                neuron: HHDoubleRK4
                duration: 1
                step: 0.01
                sweep: [{table: {path: points.jsonl}}]
                """);
        assertFalse(record(SweepFiles.read(file, List.of())).has("sweep"));
    }

    private static JsonNode record(SweepDefinition definition) throws IOException {
        Launch launch = new Launch(List.of("run"), Versions.current(), Instant.EPOCH);
        RunRecord record =
                new RunRecord(definition, Optional.empty(), new RowCount(24, true), List.of(launch), List.of());
        return new ObjectMapper().readTree(record.text(RunRecord.State.RUNNING, RunTotals.NONE));
    }
}
