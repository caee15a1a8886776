package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.source.Slicing;
import java.time.Duration;

/**
 * How many rows make a wave of the wanted length, and into how many tasks and files it is cut: by assumption at first, then by what
 * the last waves took.
 */
final class WavePace {
    /** Files of this size are read well; what is estimated may be two and a half times off. */
    private static final double FILE_BYTES = 192 << 20;
    /** A file that each task writes for itself may be this small where the rows need not move for that. */
    private static final double SMALLEST_FILE_BYTES = 96 << 20;

    private static final double LONGEST_TASK_SECONDS = 120;
    /** Some rows take longer than others. */
    private static final double WANTED_TASK_SECONDS = 60;

    private static final int MOST_TASKS = 100_000;
    /** The first wave of a long run only finds out how long rows take. */
    private static final double FIRST_WAVE = 1.0 / 8;

    private static final double SHORTEST_FIRST_SECONDS = 1;
    /** A run that seems to take longer begins with such a wave: it may take ten times as long as it seems. */
    private static final double LONGEST_ASSUMED_SECONDS = 30;
    /** What is left may make the last wave this much longer. */
    private static final double LAST_WAVE = 1.25;
    /** No wave has more rows than those before by more than this. */
    private static final double MOST_GROWTH = 8;
    /** Below this the start of a task is most of its time. */
    private static final double TELLING_SECONDS = 0.2;
    /** Spark counts milliseconds. */
    private static final double SHORTEST_MEASURED_SECONDS = 1e-3;

    private static final int FEWEST_ROWS_PER_CORE = 32;

    private final double waveSeconds;
    private double secondsPerRow;
    private double bytesPerRow;
    private double mostRows = Double.POSITIVE_INFINITY;
    private boolean measured;

    /**
     * @param wave how long a wave is wanted to take
     * @param secondsPerRow of one core, as is assumed
     * @param bytesPerRow as is assumed
     */
    WavePace(Duration wave, double secondsPerRow, double bytesPerRow) {
        this.waveSeconds = Figures.seconds(wave);
        this.secondsPerRow = secondsPerRow;
        this.bytesPerRow = bytesPerRow;
    }

    /** How many of {@code left} rows the next wave takes. */
    long rows(long left, int cores) {
        double seconds = waveSeconds;
        double rowsPerSecond = cores / secondsPerRow;
        double known = Math.min(LAST_WAVE / 2 * waveSeconds, LONGEST_ASSUMED_SECONDS);
        boolean first = !measured && left > known * rowsPerSecond;
        if (first) {
            seconds = Math.min(waveSeconds, Math.max(SHORTEST_FIRST_SECONDS, FIRST_WAVE * waveSeconds));
        }
        double wanted = Math.max(
                (double) FEWEST_ROWS_PER_CORE * cores, Math.min(seconds * rowsPerSecond, MOST_GROWTH * mostRows));
        boolean rest = left <= (first ? 1 : LAST_WAVE) * wanted;
        return rest ? left : (long) wanted;
    }

    /**
     * Into what a wave is cut.
     *
     * @param tasks how many simulate it
     * @param files how many files hold it; where they are as many as the tasks, each task writes its own
     */
    record Cut(int tasks, int files) {
        Cut {
            if (files < 1 || files > tasks) {
                throw new IllegalArgumentException(files + " files of " + tasks + " tasks");
            }
        }

        /** Whether rows move from the tasks that simulate them to others that write them. */
        boolean gathers() {
            return files < tasks;
        }
    }

    /** How a wave of {@code rows} rows is cut. */
    Cut cut(long rows, int cores) {
        double seconds = secondsPerRow * rows;
        double bytes = bytesPerRow * rows;
        double least = Math.max(1, Math.min((double) rows / FEWEST_ROWS_PER_CORE, seconds / WANTED_TASK_SECONDS));
        int balanced = Slicing.ofSeconds(rows, seconds, cores).count();
        int tasks = inRounds((int) Math.min(MOST_TASKS, Math.max(balanced, Math.ceil(least))), rows, cores);
        long files = Math.max(1, Math.round(bytes / FILE_BYTES));
        // If these tasks are neither too few nor too long, each writes its own file.
        long own = (long) Math.ceil((double) files / cores) * cores;
        boolean ownFit = own <= tasks && bytes / own >= SMALLEST_FILE_BYTES && seconds / own <= LONGEST_TASK_SECONDS;
        if (ownFit || files >= tasks) {
            int each = (int) Math.min(rows, Math.min(Integer.MAX_VALUE, ownFit ? own : files));
            return new Cut(each, each);
        }
        return new Cut(tasks, (int) files);
    }

    /** About as many tasks, so that all cores have their last one at the same time: a wave ends with its last task. */
    private static int inRounds(int tasks, long rows, int cores) {
        int least = tasks - tasks % cores;
        if (tasks % cores == 0 || least == 0) {
            return tasks;
        }
        int more = least + cores;
        return (long) more * FEWEST_ROWS_PER_CORE <= rows ? more : least;
    }

    /**
     * What a wave took.
     *
     * @param rows how many rows it had
     * @param tasks how long those took that simulated them
     * @param bytes what it has written
     */
    void measured(long rows, RunListener.TaskTimes tasks, long bytes) {
        if (rows == 0) {
            return; // The next wave is the first that tells anything.
        }
        double perRow = Math.max(Figures.seconds(tasks.all()), SHORTEST_MEASURED_SECONDS) / rows;
        boolean tells = perRow * rows >= TELLING_SECONDS * tasks.tasks();
        // Of short tasks it is known only that rows take no longer.
        secondsPerRow = tells || !measured ? perRow : Math.min(secondsPerRow, perRow);
        mostRows = measured ? Math.max(mostRows, (double) rows) : rows;
        if (bytes > 0) {
            bytesPerRow = (double) bytes / rows;
        }
        measured = true;
    }
}
