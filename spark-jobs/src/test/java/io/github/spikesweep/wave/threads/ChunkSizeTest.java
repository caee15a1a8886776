package io.github.spikesweep.wave.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkSizeTest {
    /** Twenty rows are two chunks for two threads: a chunk takes about as long whether it has ten rows or one. */
    @Test
    void fewRowsAreSharedOutAtOnce() {
        assertEquals(List.of(10L, 10L), chunks(20, 2, 512, 0.05));
        assertEquals(List.of(3L, 3L, 1L), chunks(7, 3, 512, 10));
        assertEquals(List.of(1L, 1L), chunks(2, 8, 512, 3600));
        assertEquals(List.of(1L), chunks(1, 1, 64, 1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1000000, 1e-6", "100000, 1e-3", "3000, 0.1", "777, 2"})
    void chunksGetSmallerTowardsTheEnd(long rows, double secondsPerRow) {
        for (int threads : new int[] {1, 2, 7, 64}) {
            List<Long> chunks = chunks(rows, threads, 512, secondsPerRow);
            assertEquals(rows, chunks.stream().mapToLong(chunk -> chunk).sum());
            for (int i = 1; i < chunks.size(); i++) {
                assertTrue(chunks.get(i) <= chunks.get(i - 1), chunks::toString);
            }
            // What one thread does last is little beside what all have done, or too little to be divided.
            long last = chunks.get(Math.max(0, chunks.size() - threads));
            assertTrue(last <= Math.max(rows / threads / 2 + 1, 512) || chunks.size() <= threads, chunks::toString);
        }
    }

    /** Fewer rows than a kernel takes are simulated in a power of two of lanes, and a lane without a row takes as long as one with. */
    @ParameterizedTest
    @CsvSource({"512, 2, 5", "1000, 2, 5e-3", "1000, 2, 0.02", "5000, 16, 0.02", "700, 7, 0.01", "10000, 2, 1e-4"})
    void onlyTheLastChunkHasEmptyLanes(long rows, int threads, double secondsPerRow) {
        for (int lanes : new int[] {64, 256, 512}) {
            List<Long> chunks = chunks(rows, threads, lanes, secondsPerRow);
            for (long chunk : chunks.subList(0, chunks.size() - 1)) {
                assertTrue(chunk % lanes == 0 || Long.bitCount(chunk) == 1, chunks::toString);
            }
        }
    }

    /** Ten thousand rows fill 39 kernels of 256 lanes and one in part: no thread of two has more than twenty of them. */
    @Test
    void threadsThatAreEquallyFastEndTogether() {
        long[] kernels = new long[2];
        for (long chunk : chunks(10_000, 2, 256, 2.5e-4)) {
            int free = kernels[0] <= kernels[1] ? 0 : 1;
            kernels[free] += (chunk + 255) / 256;
        }
        assertEquals(20, Math.max(kernels[0], kernels[1]));
        assertEquals(256, ChunkSize.of(10_000, 2, 256, 2.5e-4).next(700));
    }

    private static List<Long> chunks(long rows, int threads, int lanes, double secondsPerRow) {
        ChunkSize size = ChunkSize.of(rows, threads, lanes, secondsPerRow);
        List<Long> chunks = new ArrayList<>();
        for (long left = rows; left > 0; left -= chunks.get(chunks.size() - 1)) {
            chunks.add(Math.min(left, size.next(left)));
        }
        return chunks;
    }
}
