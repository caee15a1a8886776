package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the quantities lie: those that differ between lanes in rows, the others in single elements at the arena's end. */
final class QuantityRows {
    private final List<String> names;
    private final Map<String, Integer> varying = new HashMap<>();

    QuantityRows(KernelSpec spec, Rows rows) {
        this.names = spec.quantities();
        names.stream().filter(spec.varying()::contains).forEach(name -> varying.put(name, rows.newRow()));
    }

    /** The row of a quantity that differs between lanes. */
    int row(int quantity) {
        return varying.get(names.get(quantity));
    }

    /** @param shared the first of the single elements, of which there is one per quantity */
    List<KernelLayout.Place> places(int shared) {
        List<KernelLayout.Place> places = new ArrayList<>();
        for (String name : names) {
            Integer row = varying.get(name);
            places.add(
                    row != null
                            ? new KernelLayout.Place(row, true)
                            : new KernelLayout.Place(shared + places.size(), false));
        }
        return places;
    }
}
