package io.github.spikesweep.sample;

import io.github.spikesweep.simulation.NoiseKey;

/** Stream numbers of axes: what makes their random numbers independent under one seed. */
public final class Streams {
    private Streams() {}

    /** The stream of the axis {@code name}: 64 bits, so that those of two names hardly ever meet. */
    public static long of(String name) {
        long stream = name.length();
        for (int i = 0; i < name.length(); i++) {
            stream = NoiseKey.of(stream, name.charAt(i));
        }
        return stream;
    }
}
