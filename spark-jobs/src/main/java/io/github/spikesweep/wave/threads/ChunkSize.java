package io.github.spikesweep.wave.threads;

/**
 * How many rows a thread takes at a time: many as long as many are left, fewer towards the end, so that all threads end together.
 *
 * @param threads how many there are
 * @param lanes how many rows a kernel takes side by side
 * @param fewest so many at least
 */
record ChunkSize(int threads, int lanes, long fewest) {
    /** Fewer rows side by side take about as long as this many. */
    private static final int FEWEST_ROWS = 32;
    /** A chunk that takes less is not worth a kernel of another width, which first has to be compiled. */
    private static final double SHORTEST_SECONDS = 0.5;

    /**
     * For a wave.
     *
     * @param rows how many it has
     * @param lanes how many of them a kernel takes side by side, a power of two
     * @param secondsPerRow about how long one takes
     */
    static ChunkSize of(long rows, int threads, int lanes, double secondsPerRow) {
        double telling = Math.min(lanes, SHORTEST_SECONDS / secondsPerRow);
        long fewest = FEWEST_ROWS;
        while (fewest < telling) {
            fewest *= 2;
        }
        return new ChunkSize(threads, lanes, Math.max(1, Math.min(fewest, share(rows, threads))));
    }

    private static long share(long rows, int threads) {
        return (rows + threads - 1) / threads;
    }

    /** The next one, if so many rows are left. */
    long next(long left) {
        long half = share(left, 2 * threads);
        if (half <= fewest) {
            return fewest;
        }
        // Whole batches keep every lane busy, and so do powers of two, as the widths of kernels are: the nearest one.
        return half < lanes ? Math.max(fewest, Long.highestOneBit(half + half / 3)) : half / lanes * lanes;
    }
}
