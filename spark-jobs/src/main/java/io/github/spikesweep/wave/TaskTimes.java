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
        return plus(new TaskTimes(1, task, task));
    }

    /** With other tasks. */
    public TaskTimes plus(TaskTimes other) {
        Duration longer = other.longest.compareTo(longest) > 0 ? other.longest : longest;
        return new TaskTimes(tasks + other.tasks, all.plus(other.all), longer);
    }
}
