package io.github.spikesweep.job;

import io.github.spikesweep.results.Existing;
import io.github.spikesweep.source.SweepInput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the user asks to run.
 *
 * @param sweep the sweep file, and which of its rows are simulated
 * @param directory the directory for the results; {@code results/<name>} by default
 * @param existing what to do with existing results
 * @param wave about how long a wave takes, and so how much work an interruption can lose
 * @param master Spark's master; all cores of this machine by default, or what spark-submit says
 * @param eventLog the directory for the log for Spark's history server, if wanted
 * @param command the command line, for the record
 */
public record RunRequest(
        SweepInput sweep,
        Optional<String> directory,
        Existing existing,
        Duration wave,
        Optional<String> master,
        Optional<String> eventLog,
        List<String> command) {
    /** The default duration of a wave. */
    public static final Duration WAVE = Duration.ofMinutes(5);

    public RunRequest {
        command = List.copyOf(command);
    }
}
