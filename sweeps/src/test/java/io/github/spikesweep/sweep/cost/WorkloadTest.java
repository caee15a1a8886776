package io.github.spikesweep.sweep.cost;

import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.space.Condition;
import io.github.spikesweep.space.Relation;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final String STEPS =
            "name: x\nmodel: HH\nduration: 10\nsweep: {step: [0.1, 0.01], gna: [1, 2, 3]}\n";

    @Test
    void countsTheStepsOfEveryRow() {
        SweepDefinition definition = read(STEPS);
        RowSet all = RowSet.of(definition);
        assertEquals(new Workload(6, 3 * 100 + 3 * 1_000), Workload.of(definition, all));
    }

    @Test
    void countsTheSelectedRowsOnly() {
        SweepDefinition definition = read(STEPS);
        RowSet all = RowSet.of(definition);
        RowSet fine = all.where(List.of(Condition.compare("step", Relation.LESS, 0.05)));
        assertEquals(new Workload(3, 3_000), Workload.of(definition, fine));
        assertEquals(new Workload(2, 200), Workload.of(definition, all.slice(0, 2)));
        assertEquals(new Workload(0, 0), Workload.of(definition, all.slice(2, 2)));
    }

    @Test
    void rowsThatLookForAValueTakeTheirStepsInEveryTrial() {
        SweepDefinition definition =
                read(STEPS + "find: {vl: {between: [0, 1], where: spike_count >= 1, tolerance: 0.25}}\n");
        RowSet all = RowSet.of(definition);
        assertEquals(new Workload(6, 4 * (3 * 100 + 3 * 1_000)), Workload.of(definition, all));
        assertEquals(4 * (3 * 100 + 3 * 1_000), Workload.cost(definition, all));
    }

    @Test
    void adaptiveStepsAreEstimated() {
        SweepDefinition definition = read("""
                name: x
                model: HH
                duration: 10
                step: 0.1
                tolerance: 1e-6
                sweep: {integrator: [Euler, DormandPrince, RK4], gna: [1, 2]}
                """);
        RowSet all = RowSet.of(definition);
        assertEquals(new Workload(6, 2 * (100 + 200 + 100)), Workload.of(definition, all));
        RowSet adaptive = all.where(List.of(Condition.compare("integrator", Relation.EQUAL, "DormandPrince")));
        assertEquals(new Workload(2, 400), Workload.of(definition, adaptive));
        assertEquals(4_000, Workload.cost(definition, adaptive), "an adaptive step costs ten of one length");
        assertEquals(100, definition.steps(0));
        assertEquals(200, definition.steps(2));
        assertFalse(definition.hasEqualSteps());
        assertFalse(read(STEPS).hasEqualSteps());
        assertTrue(read("name: x\nmodel: HH\nduration: 10\nstep: 0.1\nsweep: {integrator: [Euler, RK4]}\n")
                .hasEqualSteps());
    }

    @Test
    void auditsAreWork() {
        SweepDefinition definition = read("name: x\nmodel: HH\nduration: 10\nstep: 0.1\naudit: {fraction: 0.25}\n");
        assertEquals(new Workload(1, 100 + 0.25 * 200), Workload.of(definition, RowSet.of(definition)));
    }

    @Test
    void millionsOfMillionsOfRowsAreEstimatedAtOnce() {
        SweepDefinition definition = read("""
                name: x
                model: HH
                duration: 1e6
                step: 1e-3
                sweep: {gna: {linspace: [1, 2, 1e9]}, gk: {linspace: [1, 2, 1e9]}}
                """);
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertEquals(
                        new Workload(1_000_000_000_000_000_000L, 1e27),
                        Workload.of(definition, RowSet.of(definition))));
    }
}
