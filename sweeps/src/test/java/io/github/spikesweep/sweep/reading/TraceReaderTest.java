package io.github.spikesweep.sweep.reading;

import static io.github.spikesweep.sweep.Sweeps.HH;
import static io.github.spikesweep.sweep.Sweeps.MODELLESS;
import static io.github.spikesweep.sweep.Sweeps.SHORT;
import static io.github.spikesweep.sweep.Sweeps.columns;
import static io.github.spikesweep.sweep.Sweeps.fault;
import static io.github.spikesweep.sweep.Sweeps.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Traces and their spacing. */
class TraceReaderTest {
    private static final String TRACE = SHORT + "outputs: [trace_v]\n";

    @Test
    void traceIsThereOnlyWhenNamed() {
        assertEquals(List.of("id", "trace_v", "diverged_at_ms", "status"), columns(read(TRACE)));
        Column column = read(TRACE + "trace_every: 0.5\n").columns().get(1);
        assertEquals(Column.Type.DOUBLE_ARRAY, column.type());
        assertEquals("mV", column.unit());
        assertEquals("values of v from the end of the transient on, one every 0.5 ms", column.description());
    }

    @Test
    void traceHasAtMostAThousandIntervalsByDefault() {
        assertEquals(0.01, every(TRACE));
        assertEquals(0.02, every(HH + "duration: 10.01\nstep: 0.01\noutputs: [trace_v]\n"), 1e-15);
        assertEquals(0.01, every(HH + "duration: 10.01\nstep: 0.01\ntransient: 0.01\noutputs: [trace_v]\n"), 1e-15);
        assertEquals(
                0.02,
                every("name: x\nneuron: HHDoubleDormandPrince\nduration: 20\ntolerance: 0.1\noutputs: [trace_v]\n"));
        assertEquals(
                0.1,
                every("name: x\nmodel: HH\nduration: 10\nsweep: {step: [0.1, 0.05]}\noutputs: [trace_v]\n"),
                1e-15);
    }

    @Test
    void traceRunsFromTheTransientToTheEnd() {
        for (String times : List.of("step: 0.01", "tolerance: 1e-8")) {
            SweepDefinition definition = read("name: x\nneuron: HHDouble"
                    + (times.startsWith("step") ? "RK4" : "DormandPrince")
                    + "\nduration: 10\ntransient: 4\ninput: 0.1\n"
                    + times + "\ntrace_every: 0.5\noutputs: [v_final, v_max, trace_v]\n");
            Map<String, Object> row = Rows.of(definition, RowSet.of(definition), columns(definition))
                    .get(0);
            List<?> trace = (List<?>) row.get("trace_v");
            assertEquals(13, trace.size(), times);
            assertEquals((double) row.get("v_final"), (double) trace.get(12), 1e-9, times);
            Object before = Rows.of(
                            read(SHORT, "duration=4", "outputs=[v_final]"), RowSet.of(read(SHORT)), List.of("v_final"))
                    .get(0)
                    .get("v_final");
            assertEquals((double) before, (double) trace.get(0), 1e-3, times);
        }
    }

    @Test
    void traceIsNullForModelsWithoutTheVariable() {
        SweepDefinition both = read(MODELLESS + "sweep: {model: [HH, HR]}\noutputs: [trace_x]\n");
        List<?> rows = Rows.of(both, RowSet.of(both), List.of("trace_x")).stream()
                .map(row -> row.get("trace_x") == null)
                .toList();
        assertEquals(List.of(true, false), rows);
    }

    @Test
    void refusesSpacingThatDoesNotFit() {
        assertEquals("x.yaml:7:14: 'trace_every' must be positive, found 0", fault(TRACE + "trace_every: 0\n"));
        assertEquals(
                "x.yaml:7:14: 'trace_every' of 0.025 is not a whole number of steps of 0.01; 0.02 or 0.03 is",
                fault(TRACE + "trace_every: 0.025\n"));
        assertEquals(
                "x.yaml:7:14: 'trace_every' of 0.001 is not a whole number of steps of 0.01; 0.01 is",
                fault(TRACE + "trace_every: 0.001\n"));
        assertEquals(
                "x.yaml:7:14: 'trace_every' must not be longer than the time after the transient, 10, found 20",
                fault(TRACE + "trace_every: 20\n"));
        assertEquals(
                "x.yaml:5:1: the default 'trace_every' of 0.1 is not a whole number of steps of 0.04; 0.08 or 0.12 is",
                fault("name: x\nmodel: HH\nduration: 10\nsweep: {step: [0.1, 0.04]}\noutputs: [trace_v]\n"));
    }

    @Test
    void refusesSpacingWithoutATrace() {
        assertEquals(
                "x.yaml:6:1: 'trace_every' is given, but 'outputs' has no trace_{variable}",
                fault(SHORT + "trace_every: 0.1\n"));
    }

    @Test
    void refusesTraceThatIsTooLong() {
        assertEquals(
                "x.yaml:7:14: a trace of 100000001 values, one every 0.01, is longer than accepted (10^7)",
                fault(HH + "duration: 1e6\nstep: 0.01\noutputs: [trace_v]\ntrace_every: 0.01\n"));
    }

    private static double every(String text) {
        return read(text).outputs().stream()
                .filter(Output.Trace.class::isInstance)
                .mapToDouble(output -> ((Output.Trace) output).every())
                .findFirst()
                .orElseThrow();
    }
}
