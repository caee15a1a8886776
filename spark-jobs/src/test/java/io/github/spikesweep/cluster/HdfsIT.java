package io.github.spikesweep.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Sweep and results on HDFS, a file system without locks that all machines of a cluster reach. */
@Tag("thorough")
class HdfsIT {
    private static final String OUT = "/lab/out";

    @Test
    void aRunGoesOnAfterItsLockHasOutlivedIt(TestInfo test) throws IOException, InterruptedException {
        LongSweep.undisturbed();
        Workplace place = Workplace.of(test);
        try (Hdfs hdfs = Hdfs.start(place)) {
            hdfs.files().copyFromLocalFile(local(place.copy(LongSweep.FILE)), path("/lab/" + LongSweep.FILE));
            try (Jvm run = start("run", RunProcess.Engine.SPARK, place, hdfs)) {
                awaitFile(hdfs.files(), run);
                run.kill();
            }
            try (Jvm last = start("last", RunProcess.Engine.THREADS, place, hdfs)) {
                Jvm.Exit exit = last.await(LongSweep.PATIENCE);
                assertEquals(0, exit.code(), exit::err);
                assertTrue(exit.err().contains("checking for 35 s whether it is still running\n"), exit::err);
                assertTrue(exit.err().matches("(?s).* already has [\\d,]+ of 12,000 rows\n.*"), exit::err);
            }
            List<String> others = Arrays.stream(hdfs.files().listStatus(path(OUT)))
                    .map(entry -> entry.getPath().getName())
                    .filter(name -> !name.endsWith(".parquet"))
                    .toList();
            assertEquals(List.of("_spikesweep.json"), others);
            Path copy = place.folder().resolve("out");
            hdfs.files().copyToLocalFile(path(OUT), local(copy));
            LongSweep.assertComplete(copy);
        }
    }

    private static Jvm start(String name, RunProcess.Engine engine, Workplace place, Hdfs hdfs)
            throws IOException, InterruptedException {
        String sweep = hdfs.address("/lab/" + LongSweep.FILE);
        return RunProcess.start(name, place, RunProcess.BRIEF, engine, 1, sweep, hdfs.address(OUT), "--wave", "0.3s");
    }

    private static void awaitFile(FileSystem files, Jvm run) throws IOException, InterruptedException {
        while (files.globStatus(path(OUT + "/*.parquet")).length == 0) {
            assertTrue(run.isAlive(), "the run ended too soon");
            Thread.sleep(50);
        }
    }

    private static org.apache.hadoop.fs.Path path(String path) {
        return new org.apache.hadoop.fs.Path(path);
    }

    private static org.apache.hadoop.fs.Path local(Path path) {
        return new org.apache.hadoop.fs.Path(path.toUri());
    }
}
