package io.github.spikesweep.simulation.pair;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.model.Model;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pair of cells of a circuit that is compared, by where its cells and their spike variables are in the circuit.
 *
 * @param sums to which the values of the spike variables are added
 */
public record ComparedPair(
        CellPair pair, int firstCell, int secondCell, int firstVariable, int secondVariable, PairSums sums) {
    /** Of these pairs, those whose cells the circuit has, with nothing added, in as many lanes. */
    public static List<ComparedPair> of(Collection<CellPair> pairs, KernelSpec spec, int lanes) {
        Model model = spec.model();
        return pairs.stream()
                .filter(pair -> model.cellIndex(pair.first()) >= 0 && model.cellIndex(pair.second()) >= 0)
                .map(pair -> of(pair, model.cellIndex(pair.first()), model.cellIndex(pair.second()), spec, lanes))
                .toList();
    }

    private static ComparedPair of(CellPair pair, int first, int second, KernelSpec spec, int lanes) {
        return new ComparedPair(
                pair, first, second, spec.spikeVariable(first), spec.spikeVariable(second), new PairSums(lanes));
    }

    /** What each gave in a lane. */
    public static Map<CellPair, PairOutcome> outcomes(List<ComparedPair> compared, int lane) {
        if (compared.isEmpty()) {
            return Map.of();
        }
        Map<CellPair, PairOutcome> outcomes = new HashMap<>();
        for (ComparedPair each : compared) {
            outcomes.put(each.pair(), PairOutcome.of(each.sums(), lane));
        }
        return outcomes;
    }
}
