package io.github.spikesweep.wave.spark;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.folder.LocalFolder;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkEngineTest {
    @TempDir
    private Path folder;

    /** A run goes on without it. */
    @Test
    void aMergeThatFailsOnAnExecutorIsAnIoException() throws IOException {
        LocalSpark.session();
        String sweep = SweepText.write(folder, "grid.yaml", SweepText.GRID);
        String hash = CanonicalText.hash(SweepFiles.read(sweep, List.of()));
        Folder results = new LocalFolder(folder);
        List<DataFile> files = List.of(new DataFile(results, "missing.parquet", 1));
        try (SparkEngine engine = SparkEngine.start(
                Optional.empty(), Optional.empty(), SweepInput.of(sweep, List.of()), "grid", ComputeDevice.CPU, hash)) {
            IOException fault = assertThrows(
                    IOException.class,
                    () -> engine.merge(files, results.folder("_merging"), "merging", new StopSwitch()));
            assertTrue(fault.getMessage().contains("missing.parquet"), fault.getMessage());
        }
    }
}
