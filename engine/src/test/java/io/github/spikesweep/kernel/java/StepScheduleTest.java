package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.lowering.StepGraph;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepScheduleTest {
    private static StepGraph step(String model, Integrator integrator) {
        return StepGraph.of(KernelSpec.heldInput(
                ModelCatalog.find(model).orElseThrow(), integrator, Precision.DOUBLE, Set.of(), Set.of()));
    }

    private static List<Value> values(List<List<Value>> loops) {
        return loops.stream().flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Izhikevich", "AdEx"})
    void howCoarseAStepIsIsRarelyAsked(String model) {
        StepGraph step = step(model, Integrator.RK4);
        StepSchedule schedule = StepSchedule.of(step);
        List<Value> usual = values(schedule.usual());
        assertTrue(schedule.rareValues().containsAll(step.differences()));
        assertTrue(schedule.rareValues().contains(step.margin().orElseThrow()));
        assertTrue(usual.contains(step.plain().orElseThrow()));
    }

    /** Of the slopes the larger one, and of two distances from the threshold the smaller one. */
    @Test
    void twoExtremesTellThatAStepIsPlain() {
        StepSchedule schedule = StepSchedule.of(step("Izhikevich", Integrator.RK4));
        assertEquals(2, extremes(values(schedule.usual())));
        assertEquals(5, extremes(schedule.rareValues()));
    }

    private static long extremes(List<Value> values) {
        return values.stream()
                .filter(value -> Set.of(Operation.MIN, Operation.MAX).contains(value.operation()))
                .count();
    }

    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"RK4", "RK6", "BUTCHER6", "EULER", "EXPONENTIAL_EULER"})
    void everyValueIsComputedOnceAndAfterWhatItNeeds(Integrator integrator) {
        StepGraph step = step("AdEx", integrator);
        Set<Value> there = new HashSet<>();
        for (Value value : values(StepSchedule.of(step).loops())) {
            for (Value argument : value.arguments()) {
                assertTrue(
                        argument.arguments().isEmpty() || !argument.isPerLane() || there.contains(argument),
                        value + " before " + argument);
            }
            assertTrue(there.add(value), value + " twice");
        }
        step.results()
                .forEach(result -> assertTrue(
                        result.arguments().isEmpty() || !result.isPerLane() || there.contains(result), "no " + result));
    }

    @Test
    void nothingIsRareWhereAllOfItIsNeeded() {
        assertTrue(StepSchedule.of(step("HR", Integrator.RK4)).rare().isEmpty());
        // A method of one stage does not tell how coarse a step is.
        assertTrue(StepSchedule.of(step("Izhikevich", Integrator.EULER)).rare().isEmpty());
        assertFalse(StepSchedule.of(step("Izhikevich", Integrator.RK4)).rare().isEmpty());
    }
}
