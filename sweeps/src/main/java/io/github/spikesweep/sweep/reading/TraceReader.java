package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Timing;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.sweep.reading.given.Scope;
import io.github.spikesweep.sweep.reading.given.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code trace_every}, and sets the spacing of the traces. */
record TraceReader(GivenKeys keys, Scope scope, String timeUnit) {
    /** The most intervals of a trace by default. */
    private static final double USUAL_INTERVALS = 1_000;

    private static final double MOST_VALUES = 1e7;

    /** {@code outputs}, with the spacing of traces. */
    List<Output> read(List<Output> outputs, ParameterSpace space, Timing timing) {
        Optional<Entry> entry = keys.file().find("trace_every");
        if (outputs.stream().noneMatch(Output.Trace.class::isInstance)) {
            if (entry.isPresent()) {
                throw new InputException(
                        keys.file().positionOf("trace_every"),
                        "'trace_every' is given, but 'outputs' has no trace_{variable}");
            }
            return outputs;
        }
        double[] steps = timing.step().equals(Timing.UNUSED) ? new double[0] : Timing.values(timing.step(), space);
        double every = entry.isPresent()
                ? stated(entry.get(), timing)
                : usual(timing, Arrays.stream(steps).max().orElse(0));
        Position place = entry.map(Entry::position).orElse(keys.file().positionOf("outputs"));
        for (double step : steps) {
            checkWhole(every, step, place);
        }
        double values = Math.floor(timing.measured() / every * (1 + 1e-12)) + 1;
        if (values > MOST_VALUES) {
            throw new InputException(
                    place,
                    "a trace of " + Formula.shown(values) + " values, one every " + Formula.shown(every)
                            + ", is longer than accepted (10^7)");
        }
        Column.Sampling sampling = new Column.Sampling(timing.transientTime(), every, timeUnit);
        return outputs.stream().map(output -> spaced(output, sampling)).toList();
    }

    private double stated(Entry entry, Timing timing) {
        double every = scope.time(entry, "'trace_every'");
        Span.checkPositive(every, entry, "'trace_every'");
        if (every > timing.measured() && !Timing.isWhole(timing.measured(), every)) {
            throw new InputException(
                    entry.position(),
                    "'trace_every' must not be longer than the time after the transient, "
                            + Formula.shown(timing.measured()) + ", found " + Formula.shown(every));
        }
        return every;
    }

    /** @param step the longest step, or 0 if all integrators are adaptive */
    private static double usual(Timing timing, double step) {
        return step == 0
                ? Math.min(timing.duration() / USUAL_INTERVALS, timing.measured())
                : Math.ceil(Timing.steps(timing.measured(), step) / USUAL_INTERVALS) * step;
    }

    private void checkWhole(double every, double step, Position place) {
        if (!Timing.isWhole(every, step)) {
            String found = keys.file().find("trace_every").isPresent() ? "'trace_every'" : "the default 'trace_every'";
            throw new InputException(place, found + " of " + Formula.shown(every) + " " + Timing.notWhole(every, step));
        }
    }

    private static Output spaced(Output output, Column.Sampling sampling) {
        if (!(output instanceof Output.Trace trace)) {
            return output;
        }
        Column column = trace.column();
        String spacing = (Formula.shown(sampling.every()) + " " + sampling.unit()).strip();
        String description = column.description() + " from the end of the transient on, one every " + spacing;
        return new Output.Trace(
                new Column(
                        column.name(),
                        column.type(),
                        column.role(),
                        column.label(),
                        column.unit(),
                        description,
                        sampling),
                trace.variable(),
                sampling.every());
    }
}
