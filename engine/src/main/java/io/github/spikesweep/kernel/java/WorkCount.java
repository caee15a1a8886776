package io.github.spikesweep.kernel.java;

import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.KernelWork;
import io.github.spikesweep.kernel.graph.ComputedValues;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.lowering.AdaptiveStep;
import io.github.spikesweep.kernel.lowering.StepGraph;
import io.github.spikesweep.kernel.transcendental.PowersOfTwo;
import java.util.List;
import java.util.TreeMap;

/** Counts what the loops of a kernel compute. */
final class WorkCount {
    private int operations;
    private int divisions;
    private int roots;
    private int extremes;
    private int singles;
    private final TreeMap<String, Integer> calls = new TreeMap<>();

    private WorkCount() {}

    /** What a step of a spec's kernel computes. */
    static KernelWork of(KernelSpec spec, int order) {
        WorkCount count = new WorkCount();
        values(spec, order).forEach(count::add);
        return new KernelWork(
                count.operations, count.divisions, count.roots, count.extremes, count.singles, count.calls);
    }

    private static List<Value> values(KernelSpec spec, int order) {
        if (spec.integrator().isAdaptive()) {
            AdaptiveStep step = AdaptiveStep.of(spec, order);
            return new ComputedValues(step.order(), step.results()).perLane();
        }
        return StepGraph.of(spec).usual();
    }

    private void add(Value value) {
        switch (value.operation()) {
            case CONSTANT, SYMBOL, ROUND, WIDEN -> {}
            case ADD, SUBTRACT, MULTIPLY, NEGATE, ABS, FLOOR -> operations++;
            case FMA -> operations += 2;
            case DIVIDE -> {
                operations++;
                divisions++;
            }
            case SQRT -> {
                operations++;
                roots++;
            }
            case MIN, MAX -> {
                operations++;
                extremes++;
            }
            case SELECT -> {
                operations++;
                singles++;
            }
            case CALL, PARTIAL_CALL -> {
                if (value.name().startsWith(PowersOfTwo.class.getName())) {
                    operations++;
                    singles++;
                } else {
                    calls.merge(value.function(), 1, Integer::sum);
                }
            }
        }
    }
}
