package io.github.spikesweep.kernel.opencl;

import io.github.spikesweep.kernel.graph.ComputedValues;
import io.github.spikesweep.kernel.graph.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the host computes for the device, in one precision.
 *
 * @param perLane what is computed once for each lane
 * @param common what is computed once for all lanes
 * @param timed what is computed in every step for all lanes
 */
record Inputs(List<Value> perLane, List<Value> common, List<Value> timed) {

    /** @param inDouble which of those that the steps read: those in double precision in a kernel of another, or the rest */
    static Inputs of(ComputedValues computed, List<Value> results, boolean inDouble) {
        Set<Value> read = new HashSet<>(results);
        computed.perLane().forEach(value -> read.addAll(value.arguments()));
        return new Inputs(
                chosen(computed.invariants(), read, inDouble, true),
                chosen(computed.invariants(), read, inDouble, false),
                chosen(computed.times(), read, inDouble, false));
    }

    private static List<Value> chosen(Collection<Value> values, Set<Value> read, boolean inDouble, boolean varies) {
        return values.stream()
                .filter(value -> read.contains(value) && value.inDouble() == inDouble && value.varies() == varies)
                .toList();
    }

    boolean isEmpty() {
        return perLane.isEmpty() && common.isEmpty() && timed.isEmpty();
    }
}
