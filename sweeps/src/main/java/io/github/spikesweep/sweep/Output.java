package io.github.spikesweep.sweep;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Recording.Detail;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/** A column and where its values come from. */
public sealed interface Output extends Serializable {
    Column column();

    /** What has to be measured for it besides what always is. */
    default Set<Detail> details() {
        return Set.of();
    }

    /** The number of the combination. */
    record Id(Column column) implements Output {}

    /** The value along an axis. */
    record Coordinate(Column column, int axis) implements Output {}

    /** When the row diverged. */
    record DivergedAt(Column column) implements Output {}

    /** Whether the row diverged. */
    record Status(Column column) implements Output {}

    /** A number that is measured. */
    sealed interface Figure extends Output {
        /** The number; NaN where there is none. */
        double of(Outcome outcome, Model model, Timing timing);
    }

    /** A figure of the spike train. */
    record OfSpikes(Column column, SpikeFeature feature) implements Figure {
        @Override
        public Set<Detail> details() {
            return feature.details();
        }

        @Override
        public double of(Outcome outcome, Model model, Timing timing) {
            return feature.of(outcome.spikes(), timing);
        }
    }

    /** A figure of the variable that spikes, whichever that is. */
    record OfVoltage(Column column, VoltageFeature feature) implements Figure {
        @Override
        public Set<Detail> details() {
            return feature.details();
        }

        @Override
        public double of(Outcome outcome, Model model, Timing timing) {
            return feature.of(outcome, model.indexOf(model.spike().variable()));
        }
    }

    /** A figure of a variable; NaN for models that do not have it. */
    record OfVariable(Column column, String variable, VariableFeature feature) implements Figure {
        @Override
        public double of(Outcome outcome, Model model, Timing timing) {
            int index = model.indexOf(variable);
            return index < 0 ? Double.NaN : feature.of(outcome, index);
        }
    }

    /** Numbers that are measured, rising in time. */
    sealed interface Series extends Output {
        /** The numbers; empty if the model has no such thing. */
        Optional<double[]> of(Outcome outcome, Model model);
    }

    /** All spike times. */
    record SpikeTimes(Column column) implements Series {
        @Override
        public Set<Detail> details() {
            return Set.of(Detail.SPIKE_TIMES);
        }

        @Override
        public Optional<double[]> of(Outcome outcome, Model model) {
            return Optional.of(outcome.spikes().times());
        }
    }

    /** The values of a variable over time, {@code every} so often. */
    record Trace(Column column, String variable, double every) implements Series {
        @Override
        public Optional<double[]> of(Outcome outcome, Model model) {
            int index = model.indexOf(variable);
            return index < 0 ? Optional.empty() : Optional.of(outcome.trace(index));
        }
    }
}
