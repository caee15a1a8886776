package io.github.spikesweep.job;

import io.github.spikesweep.results.Existing;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.wave.spark.Session;
import io.github.spikesweep.wave.spark.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user asks to run.
 *
 * @param sweep the sweep file, and which of its rows are simulated
 * @param directory the directory for the results; {@code results/<name>} by default
 * @param existing what to do with existing results
 * @param wave about how long a wave takes, and so how much work an interruption can lose
 * @param threads how many threads compute, if Spark does not; all cores by default
 * @param master Spark's master, if Spark is to compute
 * @param eventLog the directory for the log for Spark's history server, if wanted
 * @param command the command line, for the record
 */
public record RunRequest(
        SweepInput sweep,
        Optional<String> directory,
        Existing existing,
        Duration wave,
        OptionalInt threads,
        Optional<String> master,
        Optional<String> eventLog,
        List<String> command) {
    /** The default duration of a wave. */
    public static final Duration WAVE = Duration.ofMinutes(5);

    public RunRequest {
        command = List.copyOf(command);
    }

    /** Whether Spark computes it: if it was asked for, or if spark-submit has started this program. */
    public boolean isForSpark() {
        return master.isPresent() || eventLog.isPresent() || Submission.isPresent();
    }

    /** Whether processes on other machines, as far as this one knows, compute it. */
    public boolean isForOtherMachines() {
        return isForSpark() && !Session.isLocal(Session.settings(master));
    }
}
