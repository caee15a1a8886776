package io.github.spikesweep.sweep.cost;

import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Sweeps;
import io.github.spikesweep.sweep.rows.RowReader;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that measurements are finite and complete, not how long they take. */
class CalibrationTest {
    /** Seconds: a single round. */
    private static final double SHORTEST = 0;

    private static final String SCAN = "name: x\nmodel: HH\ninput: 0.1\nduration: 20\nstep: 0.01\n";
    private static final String AXIS = "sweep: {gna: {linspace: [0.4, 1.6, 40]}}\n";

    private static RowCost measure(SweepDefinition definition) {
        return measure(definition, SHORTEST);
    }

    private static RowCost measure(SweepDefinition definition, double seconds) {
        RowSet all = RowSet.of(definition);
        RowCost cost = new Calibration(definition, all, all.candidates().size()).measure(1, seconds, seconds);
        assertTrue(cost.seconds() > 0 && Double.isFinite(cost.seconds()), cost::toString);
        assertTrue(cost.steps() >= 0 && Double.isFinite(cost.steps()), cost::toString);
        return cost;
    }

    private static void assertCost(int rows, int kinds, double steps, SweepDefinition definition) {
        RowCost cost = measure(definition);
        assertEquals(rows, cost.rows());
        assertEquals(kinds, cost.kinds());
        assertEquals(steps, cost.steps(), 1e-9 * steps);
    }

    @Test
    void measuresAScan() {
        assertCost(40, 1, 2_000, read(SCAN + AXIS));
    }

    @Test
    void measuresASingleRow() {
        assertCost(1, 1, 2_000, read(SCAN));
    }

    @Tag("thorough")
    @Test
    void measuresASingleStep() {
        assertCost(1, 1, 1, read("name: x\nmodel: HH\nduration: 0.01\nstep: 0.01\n"));
    }

    @Test
    void measuresAMap() {
        assertCost(3, 1, 5_000, read("name: x\nmodel: Rulkov\nduration: 5000\nsweep: {alpha: [4, 5, 6]}\n"));
    }

    @Tag("thorough")
    @Test
    void measuresEveryKind() {
        assertCost(
                24,
                12,
                1_000,
                read("name: x\nduration: 100\nstep: 0.1\nsweep: {model: [HH, HR], precision: [double, float],"
                        + " input: [0, 0.1], integrator: [Euler, RK4, RK6]}\n"));
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit: {fraction: 0.5}\n",
                "noise: {kind: ornstein-uhlenbeck, sigma: 0.01, tau: 2}\n",
                "transient: 5\n",
                "outputs: [trace_v, spike_times_ms, steady_state_voltage]\n"
            })
    void measuresWhatIsDoneBesideSteps(String more) {
        assertCost(40, 1, 2_000, read(SCAN + AXIS + more));
    }

    /** A row that looks for a value takes its steps in every trial: at two ends, and at the middle of what is left, ten times here. */
    @ParameterizedTest
    @ValueSource(strings = {"", "audit: {fraction: 0.5}\n"})
    void measuresAllTrials(String more) {
        String find = "find: {vl: {between: [-70, -40], where: v_max > 0, tolerance: 0.03}}\n";
        assertCost(40, 1, 12 * 2_000, read(SCAN + AXIS + find + more));
    }

    /** Also if all rows differ in their tolerance, of which a few are sampled. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"tolerance: 1e-4\n" + AXIS, "sweep: {tolerance: {logspace: [1e-8, 1e-3, 6]}}\n"})
    void findsHowManyStepsRowsChoose(String accuracy) {
        SweepDefinition definition =
                read("name: x\nmodel: HH\nintegrator: DormandPrince\ninput: 0.1\nduration: 50\n" + accuracy);
        RowReader reader = new RowReader(definition, RowSet.of(definition), List.of("spike_count"));
        while (reader.next()) {}
        double steps = (double) reader.neuronSteps() / definition.space().size();
        // Long enough for more than the first steps of each row, which are shorter than the rest.
        RowCost cost = measure(definition, 1);
        assertTrue(cost.steps() > steps / 3 && cost.steps() < steps * 3, cost.steps() + " instead of " + steps);
    }

    @Test
    void rowsThatCannotBeSimulatedCostNoSteps() {
        String division = "parameters: {gna: 1 / a}\n";
        assertEquals(0, measure(read(SCAN + division + "sweep: {a: [0]}\n")).steps());
        assertEquals(
                1_000, measure(read(SCAN + division + "sweep: {a: [0, 1]}\n")).steps());
    }

    @Test
    void rowsThatDivergeAreMeasured() {
        assertCost(3, 1, 20, read(SCAN, "step=1", "integrator=Euler", "sweep.gna=[10, 20, 30]"));
    }

    @Test
    void measuresOneOfMoreRowsThanAnyoneCouldList() {
        RowCost cost = measure(read(SCAN + "sweep: {gna: {linspace: [1, 2, 3e9]}, gk: {linspace: [0.1, 0.3, 3e9]}}\n"));
        assertEquals(512, cost.rows());
        assertEquals(2_000, cost.steps());
    }

    @Test
    void changesNoResult() {
        SweepDefinition definition = read(SCAN + AXIS + "outputs: [spike_times_ms, v_final, v_max]\n");
        List<Map<String, Object>> before = rows(definition);
        measure(definition);
        assertEquals(before, rows(definition));
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }
}
