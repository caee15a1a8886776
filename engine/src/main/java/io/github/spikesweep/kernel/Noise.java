package io.github.spikesweep.kernel;

import java.util.List;

/** A random current that is added to the input, held during a step. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
public enum Noise {
    /** No noise. */
    NONE(List.of()),
    /**
     * An Ornstein–Uhlenbeck process: Gaussian with a mean, a standard deviation and an exponential autocorrelation, from its
     * stationary distribution on. Sampled exactly, whatever the step.
     */
    ORNSTEIN_UHLENBECK(List.of("noise.mean", "noise.sigma", "noise.tau"));

    private final List<String> quantities;

    Noise(List<String> quantities) {
        this.quantities = quantities;
    }

    /** The names of what it needs: no name of a model or axis has a dot. */
    public List<String> quantities() {
        return quantities;
    }
}
