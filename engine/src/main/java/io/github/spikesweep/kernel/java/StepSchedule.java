package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.lowering.StepGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The loops over lanes that compute a step.
 *
 * @param usual those of every step
 * @param rare those after them that compute what is only needed in some lanes of some steps, see {@link StepGraph#plain}; often none
 */
record StepSchedule(List<List<Value>> usual, List<List<Value>> rare) {
    static StepSchedule of(StepGraph step) {
        List<Value> results = step.results();
        Set<Value> usual = new HashSet<>(step.usual());
        List<Value> rare = step.rare();
        List<Value> kept = new ArrayList<>(results);
        kept.removeAll(rare);
        rare.forEach(value -> value.arguments().stream().filter(usual::contains).forEach(kept::add));
        return new StepSchedule(LoopSchedule.of(step.order(), kept), LoopSchedule.ofAll(rare, results));
    }

    /** All of them, in order. */
    List<List<Value>> loops() {
        List<List<Value>> loops = new ArrayList<>(usual);
        loops.addAll(rare);
        return loops;
    }

    /** What the rare loops compute, in order. */
    List<Value> rareValues() {
        return rare.stream().flatMap(List::stream).toList();
    }
}
