package io.github.spikesweep.circuit;

import io.github.spikesweep.model.Model;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One cell of a circuit, or several equal ones.
 *
 * @param name the name of the cell; of several, what their names begin with
 * @param count how many there are; 0 of one cell that has no number
 * @param modelText the model as the file names it
 * @param model the model, with the spike condition of the cell
 * @param parameters what differs from the model's defaults
 * @param initial values at time 0 that differ from the model's
 * @param spike what the file says about spikes, by key; the model includes it
 */
public record CellGroup(
        String name,
        int count,
        String modelText,
        Model model,
        Map<String, Double> parameters,
        Map<String, Double> initial,
        Map<String, Double> spike)
        implements Serializable {
    public CellGroup {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        initial = Collections.unmodifiableMap(new LinkedHashMap<>(initial));
        spike = Collections.unmodifiableMap(new LinkedHashMap<>(spike));
    }

    /** The names of the cells: {@code a}, or {@code a1} to {@code an}. */
    public List<String> cells() {
        return count == 0
                ? List.of(name)
                : IntStream.rangeClosed(1, count).mapToObj(k -> name + k).toList();
    }
}
