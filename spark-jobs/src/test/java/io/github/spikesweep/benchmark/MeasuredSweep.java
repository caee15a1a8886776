package io.github.spikesweep.benchmark;

import io.github.spikesweep.job.RunReport;
import io.github.spikesweep.job.RunRequest;
import io.github.spikesweep.job.SweepRun;
import io.github.spikesweep.progress.WatchedRun;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;

/** A sweep for measuring runs, with any number of rows and all default columns. */
enum MeasuredSweep {
    /** 100 steps of Hindmarsh–Rose per row. */
    LIGHT("""
            name: light
            neuron: HRDoubleRK4
            duration: 1
            step: 0.01
            sweep: {e: {linspace: [1, 3.5, %d]}}
            """),

    /** 10,000 steps of Hodgkin–Huxley per row. */
    HEAVY("""
            name: heavy
            neuron: HHDoubleRK4
            duration: 100
            step: 0.01
            input: 0.1
            sweep: {gna: {linspace: [0.4, 1.6, %d]}}
            """);

    private final String text;

    MeasuredSweep(String text) {
        this.text = text;
    }

    /** The Spark of a run, in this JVM. */
    static SparkSession sparkOn(int cores) {
        return SparkSession.builder()
                .master("local[" + cores + "]")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
    }

    /** Runs it in the current Spark session, replacing the results in a folder within {@code folder}. */
    RunReport run(int rows, Path folder) throws IOException, InterruptedException {
        RunRequest request = new RunRequest(
                new SweepInput(
                        Files.writeString(folder.resolve("sweep.yaml"), text.formatted(rows))
                                .toString(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(folder.resolve("out").toString()),
                Existing.REPLACE,
                RunRequest.WAVE,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new SweepRun(request).run(new WatchedRun(Duration.ofHours(1), status -> {}), new StopSwitch());
    }
}
