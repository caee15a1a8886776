package io.github.spikesweep.job;

import io.github.spikesweep.results.Existing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the user asks to run.
 *
 * @param sweep path of the sweep file
 * @param overrides texts {@code KEY=VALUE} that replace what the file says
 * @param where a condition in SQL on {@code id} and the axes: only these rows are simulated
 * @param directory where the results go; {@code results/<name>} unless given
 * @param existing what becomes of results that are there
 * @param wave about how long it takes from one safe state of the results to the next
 * @param master Spark's master; all cores of this machine unless given here or to spark-submit
 * @param eventLog the directory in which Spark keeps what the history server shows, if it is to
 * @param command the command line, for the record
 */
public record RunRequest(
        String sweep,
        List<String> overrides,
        Optional<String> where,
        Optional<String> directory,
        Existing existing,
        Duration wave,
        Optional<String> master,
        Optional<String> eventLog,
        List<String> command) {
    /** A wave of a long run, unless the user asks for another. */
    public static final Duration WAVE = Duration.ofMinutes(5);

    public RunRequest {
        overrides = List.copyOf(overrides);
        command = List.copyOf(command);
    }
}
