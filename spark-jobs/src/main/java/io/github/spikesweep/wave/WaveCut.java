package io.github.spikesweep.wave;

/**
 * How a wave is divided.
 *
 * @param tasks how many simulate it
 * @param files how many files it leaves; if there are as many as tasks, each task writes one of them
 * @param secondsPerRow about how many seconds of one core a row takes
 */
public record WaveCut(int tasks, int files, double secondsPerRow) {
    public WaveCut {
        if (files < 1 || files > tasks) {
            throw new IllegalArgumentException(files + " files of " + tasks + " tasks");
        }
    }

    /** Whether what tasks write is gathered in fewer files. */
    public boolean gathers() {
        return files < tasks;
    }
}
