package io.github.spikesweep.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which way spikes point. Spikes that point down are those of the negative variable that point up. */
public enum SpikeDirection {
    /** The spike variable rises through the threshold. */
    UP(1, "below", "above"),
    /** The spike variable falls through the threshold. */
    DOWN(-1, "above", "below");

    private final double sign;
    private final String before;
    private final String beyond;

    SpikeDirection(double sign, String before, String beyond) {
        this.sign = sign;
        this.before = before;
        this.beyond = beyond;
    }

    /** 1 or −1: times this, the spikes of a variable point up. */
    public double sign() {
        return sign;
    }

    /** Where the variable is between spikes, seen from the threshold: {@code below} or {@code above}. */
    public String before() {
        return before;
    }

    /** The other side of the threshold: {@code above} or {@code below}. */
    public String beyond() {
        return beyond;
    }

    /** The name in files: {@code up} or {@code down}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SpikeDirection> find(String label) {
        return Arrays.stream(values()).filter(d -> d.label().equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(SpikeDirection::label).toList();
    }
}
