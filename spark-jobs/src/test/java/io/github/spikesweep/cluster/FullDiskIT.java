package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that becomes full during a wave. */
@Tag("thorough")
class FullDiskIT {
    /** Space for the first wave, but not for the whole table. */
    private static final String SMALL = "size=1100k";

    private static final String LARGE = "size=100m";

    @ParameterizedTest
    @EnumSource
    void keepsWhatWasWrittenAndGoesOnWhenThereIsRoom(RunProcess.Engine engine, TestInfo test)
            throws IOException, InterruptedException {
        LongSweep.undisturbed();
        Workplace place = Workplace.of(test);
        place.copy(LongSweep.FILE);
        Path disk = Files.createDirectory(place.folder().resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", SMALL, "tmpfs", disk.toString()) == 0,
                "only root can mount a small disk");
        try {
            Path out = disk.resolve("out");
            Jvm.Exit full = run("full", place, engine, out);
            assertEquals(1, full.code(), full::err);
            assertTrue(full.err().contains("failed: "), full::err);
            assertTrue(full.err().contains("No space left on device"), full::err);
            assertTrue(full.err().contains("run the same command again to resume"), full::err);
            assertTrue(LongSweep.hasBegun(out));

            assertEquals(0, command("mount", "-o", "remount," + LARGE, disk.toString()));
            Jvm.Exit roomy = run("roomy", place, engine.other(), out);
            assertEquals(0, roomy.code(), roomy::err);
            assertTrue(roomy.err().contains("already has"), roomy::err);
            LongSweep.assertComplete(out);
        } finally {
            command("umount", disk.toString());
        }
    }

    private static Jvm.Exit run(String name, Workplace place, RunProcess.Engine engine, Path out)
            throws IOException, InterruptedException {
        try (Jvm run = RunProcess.start(
                name, place, RunProcess.BRIEF, engine, 2, LongSweep.FILE, out.toString(), "--wave", "0.3s")) {
            return run.await(LongSweep.PATIENCE);
        }
    }

    private static int command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
