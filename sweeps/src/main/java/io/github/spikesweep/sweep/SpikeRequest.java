package io.github.spikesweep.sweep;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a sweep file says of spikes. What it leaves out is each model's own.
 *
 * @param variable which one spikes, or empty
 * @param numbers the others by key
 */
public record SpikeRequest(String variable, Map<String, Double> numbers) implements Serializable {
    /** Leaves everything out. */
    public static final SpikeRequest NONE = new SpikeRequest("", Map.of());

    public SpikeRequest {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }
}
