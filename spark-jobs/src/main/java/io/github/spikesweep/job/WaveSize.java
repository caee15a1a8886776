package io.github.spikesweep.job;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.source.Slicing;
import io.github.spikesweep.wave.TaskTimes;
import io.github.spikesweep.wave.WaveCut;
import java.time.Duration;

/**
 * Chooses how many rows a wave has, and how many tasks and files, so that it takes the wanted time: first by assumptions, then
 * by the times of the last waves.
 */
final class WaveSize {
    /** Files of this size are read efficiently, even if the estimate is wrong by a factor of two and a half. */
    private static final double FILE_BYTES = 192 << 20;
    /** If each task writes its own file, so that none have to be merged, the file may be this small. */
    private static final double SMALLEST_FILE_BYTES = 96 << 20;

    private static final double LONGEST_TASK_SECONDS = 120;
    /** Allows for rows that take longer than others. */
    private static final double WANTED_TASK_SECONDS = 60;

    private static final int MOST_TASKS = 100_000;
    /** The first wave of a long run is short: it measures how long rows take. */
    private static final double FIRST_WAVE = 1.0 / 8;

    private static final double SHORTEST_FIRST_SECONDS = 1;
    /** A run that is estimated to take longer starts with such a wave, since the estimate may be wrong by a factor of ten. */
    private static final double LONGEST_ASSUMED_SECONDS = 30;
    /** The last wave may be longer by this factor, to include the rest. */
    private static final double LAST_WAVE = 1.25;
    /** The largest growth in rows from wave to wave. */
    private static final double MOST_GROWTH = 8;
    /** For tasks shorter than this, most of the time is their start. */
    private static final double TELLING_SECONDS = 0.2;
    /** Spark's clock counts milliseconds. */
    private static final double SHORTEST_MEASURED_SECONDS = 1e-3;

    private static final int FEWEST_ROWS_PER_CORE = 32;

    private final double waveSeconds;
    private final long chain;
    private double secondsPerRow;
    private double bytesPerRow;
    private double mostRows = Double.POSITIVE_INFINITY;
    private boolean measured;

    /**
     * @param wave the wanted duration of a wave
     * @param chain how many rows are simulated one after the other
     * @param secondsPerRow the assumed seconds of one core per row
     * @param bytesPerRow the assumed size of a row
     */
    WaveSize(Duration wave, long chain, double secondsPerRow, double bytesPerRow) {
        this.chain = chain;
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
                (double) FEWEST_ROWS_PER_CORE * chain * cores,
                Math.min(seconds * rowsPerSecond, MOST_GROWTH * mostRows));
        boolean rest = left <= (first ? 1 : LAST_WAVE) * wanted;
        return rest ? left : (long) wanted;
    }

    /** How a wave of {@code rows} rows is divided. */
    WaveCut cut(long rows, int cores) {
        double seconds = secondsPerRow * rows;
        double bytes = bytesPerRow * rows;
        long chains = (rows + chain - 1) / chain;
        double least = Math.max(1, Math.min((double) chains / FEWEST_ROWS_PER_CORE, seconds / WANTED_TASK_SECONDS));
        int balanced = Slicing.ofSeconds(chains, seconds, cores).count();
        int tasks = inRounds((int) Math.min(MOST_TASKS, Math.max(balanced, Math.ceil(least))), chains, cores);
        long files = Math.max(1, Math.round(bytes / FILE_BYTES));
        // If there are enough of these tasks and none is too long, each writes its own file.
        long own = (long) Math.ceil((double) files / cores) * cores;
        boolean ownFit = own <= tasks && bytes / own >= SMALLEST_FILE_BYTES && seconds / own <= LONGEST_TASK_SECONDS;
        if (ownFit || files >= tasks) {
            int each = (int) Math.min(chains, Math.min(Integer.MAX_VALUE, ownFit ? own : files));
            return new WaveCut(each, each, secondsPerRow);
        }
        return new WaveCut(tasks, (int) files, secondsPerRow);
    }

    /** About as many tasks, adjusted so that all cores finish their last task at the same time. */
    private static int inRounds(int tasks, long rows, int cores) {
        int least = tasks - tasks % cores;
        if (tasks % cores == 0 || least == 0) {
            return tasks;
        }
        int more = least + cores;
        return (long) more * FEWEST_ROWS_PER_CORE <= rows ? more : least;
    }

    /**
     * Takes the measurements of a wave.
     *
     * @param rows how many rows it had
     * @param tasks the durations of the tasks that simulated them
     * @param bytes what it has written
     */
    void measured(long rows, TaskTimes tasks, long bytes) {
        if (rows == 0) {
            return; // The next wave is the first one that can be measured.
        }
        double perRow = Math.max(Figures.seconds(tasks.all()), SHORTEST_MEASURED_SECONDS) / rows;
        boolean tells = perRow * rows >= TELLING_SECONDS * tasks.tasks();
        // Short tasks only give an upper bound on the time per row.
        secondsPerRow = tells || !measured ? perRow : Math.min(secondsPerRow, perRow);
        mostRows = measured ? Math.max(mostRows, (double) rows) : rows;
        if (bytes > 0) {
            bytesPerRow = (double) bytes / rows;
        }
        measured = true;
    }
}
