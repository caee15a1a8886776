package io.github.spikesweep.sample;

import io.github.spikesweep.simulation.noise.NoiseKey;

/** Stream numbers of axes, which make their random numbers independent with the same seed. */
public final class Streams {
    private Streams() {}

    /** The stream of the axis {@code name}: 64 bits, so that two names hardly ever have the same one. */
    public static long of(String name) {
        long stream = name.length();
        for (int i = 0; i < name.length(); i++) {
            stream = NoiseKey.of(stream, name.charAt(i));
        }
        return stream;
    }
}
