package io.github.spikesweep.wave;

import java.time.Duration;

/**
 * The durations of tasks.
 *
 * @param tasks how many
 * @param all the sum of their durations
 * @param longest the duration of the slowest
 */
public record TaskTimes(int tasks, Duration all, Duration longest) {
    public static final TaskTimes NONE = new TaskTimes(0, Duration.ZERO, Duration.ZERO);

    /** With one more task. */
    public TaskTimes and(Duration task) {
        return new TaskTimes(tasks + 1, all.plus(task), task.compareTo(longest) > 0 ? task : longest);
    }
}
