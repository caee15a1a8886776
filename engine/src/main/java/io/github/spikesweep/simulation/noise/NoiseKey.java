package io.github.spikesweep.simulation.noise;

/**
 * Counter-based random bits: a strong mixing function of key and counter, so that any number of the sequence can be computed
 * without those before it. The mixing is the finalizer of SplitMix64 (Steele, Lea &amp; Flood 2014, OOPSLA).
 */
public final class NoiseKey {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private NoiseKey() {}

    /** The key of the noise of row {@code id} under {@code seed}. */
    public static long of(long seed, long id) {
        return mix(mix(seed + GOLDEN) + id * GOLDEN);
    }

    /** The key of the noise of a cell in the row of {@code key}: that of the row itself for a neuron, whose name is empty. */
    public static long ofCell(long key, String name) {
        long of = key;
        for (int i = 0; i < name.length(); i++) {
            of = mix(of + (name.charAt(i) + 1) * GOLDEN);
        }
        return of;
    }

    /** The {@code counter}-th 64 random bits of {@code key}. */
    public static long bits(long key, long counter) {
        return mix(mix(key + counter * GOLDEN) + GOLDEN);
    }

    /** A number in (0, 1) from 64 random bits, of which 53 are used. */
    public static double unit(long bits) {
        // The largest one is halfway between 1 and the largest double below it, and would be rounded to 1.
        return Math.min(((bits >>> 11) + 0.5) * 0x1p-53, Math.nextDown(1.0));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
