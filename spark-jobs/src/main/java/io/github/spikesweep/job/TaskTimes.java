package io.github.spikesweep.job;

import java.time.Duration;

/**
 * How long tasks took.
 *
 * @param tasks how many
 * @param all their times together
 * @param longest that of the slowest
 */
record TaskTimes(int tasks, Duration all, Duration longest) {
    static final TaskTimes NONE = new TaskTimes(0, Duration.ZERO, Duration.ZERO);

    /** These and one more. */
    TaskTimes and(Duration task) {
        return new TaskTimes(tasks + 1, all.plus(task), task.compareTo(longest) > 0 ? task : longest);
    }
}
