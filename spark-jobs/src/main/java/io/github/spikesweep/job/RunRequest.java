package io.github.spikesweep.job;

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
 * @param master Spark's master; all cores of this machine unless given here or to spark-submit
 * @param command the command line, for the record
 */
public record RunRequest(
        String sweep,
        List<String> overrides,
        Optional<String> where,
        Optional<String> directory,
        Existing existing,
        Optional<String> master,
        List<String> command) {

    /** What to do with the results that a directory already holds. */
    public enum Existing {
        REFUSE,
        REPLACE
    }

    public RunRequest {
        overrides = List.copyOf(overrides);
        command = List.copyOf(command);
    }
}
