package io.github.spikesweep.job;

/**
 * Into what a wave is cut.
 *
 * @param tasks how many simulate it
 * @param files how many files hold it; where they are as many as the tasks, each task writes its own
 */
record WaveCut(int tasks, int files) {
    WaveCut {
        if (files < 1 || files > tasks) {
            throw new IllegalArgumentException(files + " files of " + tasks + " tasks");
        }
    }

    /** Whether rows move from the tasks that simulate them to others that write them. */
    boolean gathers() {
        return files < tasks;
    }
}
