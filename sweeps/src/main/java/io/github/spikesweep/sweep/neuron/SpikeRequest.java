package io.github.spikesweep.sweep.neuron;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a sweep file says about spikes. The rest defaults to each model's condition.
 *
 * @param variable the spike variable, or empty
 * @param direction which way spikes point, {@code up} or {@code down}, or empty
 * @param numbers the other values by key
 */
public record SpikeRequest(String variable, String direction, Map<String, Double> numbers) implements Serializable {
    /** Leaves everything at its default. */
    public static final SpikeRequest NONE = new SpikeRequest("", "", Map.of());

    public SpikeRequest {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }
}
