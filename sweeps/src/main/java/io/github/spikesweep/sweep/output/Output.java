package io.github.spikesweep.sweep.output;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.CellOutcome;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Recording.Detail;
import io.github.spikesweep.simulation.pair.CellPair;
import io.github.spikesweep.simulation.spike.Bursts;
import io.github.spikesweep.simulation.spike.Regime;
import io.github.spikesweep.simulation.spike.RegimeRule;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.neuron.Timing;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/** A column and where its values come from. */
public sealed interface Output extends Serializable {
    Column column();

    /** What has to be measured for it, besides what is always measured. */
    default Set<Detail> details() {
        return Set.of();
    }

    /** The number of the combination. */
    record Id(Column column) implements Output {}

    /** The value along an axis. */
    record Coordinate(Column column, int axis) implements Output {}

    /**
     * What goes along with the points of a block.
     *
     * @param cells one for each point
     * @param block the position of the block in the space
     */
    record Carried(Column column, io.github.spikesweep.space.Carried cells, int block) implements Output {
        /** The number at a point; NaN if it is missing. */
        public double number(Point point) {
            return cells.number(point.alongBlock(block));
        }

        /** The text at a point, if there is one. */
        public Optional<String> text(Point point) {
            return cells.text(point.alongBlock(block));
        }
    }

    /**
     * The value that a row has found.
     *
     * @param depth within how many others it is found
     */
    record Found(Column column, int depth) implements Output {}

    /**
     * What a row has found.
     *
     * @param depth within how many others it is found
     */
    record FoundStatus(Column column, int depth) implements Output {}

    /** When the row diverged. */
    record DivergedAt(Column column) implements Output {}

    /** Whether the row diverged. */
    record Status(Column column) implements Output {}

    /** A measured number. */
    sealed interface Figure extends Output {
        /** The number; NaN where there is none. */
        double of(Outcome outcome, Model model, Timing timing);
    }

    /** When the row had settled; NaN if it had not. */
    record SettledAt(Column column) implements Figure {
        @Override
        public double of(Outcome outcome, Model model, Timing timing) {
            return outcome.settledAt();
        }
    }

    /**
     * A feature of the spike train of a cell; NaN for models without it.
     *
     * @param cell its name; empty for a neuron
     */
    record OfSpikes(Column column, String cell, SpikeFeature feature) implements Figure {
        @Override
        public Set<Detail> details() {
            return feature.details();
        }

        @Override
        public double of(Outcome outcome, Model model, Timing timing) {
            int index = model.cellIndex(cell);
            return index < 0 ? Double.NaN : feature.of(outcome.cell(index).spikes(), timing);
        }
    }

    /** A feature that follows from how regimes are told apart. */
    sealed interface Ruled extends Output {
        RegimeRule rule();

        /** The same by another rule. */
        Ruled by(RegimeRule other);

        /** Of spikes their times; maxima are recorded as the rule says. */
        @Override
        default Set<Detail> details() {
            return rule().isByMaxima() ? Set.of() : Set.of(Detail.SPIKE_TIMES);
        }

        /** When there was what counts: the spikes of a cell, or its maxima. */
        default double[] times(CellOutcome cell) {
            return (rule().isByMaxima() ? cell.maxima() : cell.spikes()).times();
        }
    }

    /** An output by a rule for regimes, if it follows from one. */
    static Output by(RegimeRule rule, Output output) {
        return output instanceof Ruled ruled ? ruled.by(rule) : output;
    }

    /** A feature of the bursts of a cell; NaN without bursts, and for models without the cell. */
    record OfBursts(Column column, String cell, BurstFeature feature, RegimeRule rule) implements Figure, Ruled {
        @Override
        public OfBursts by(RegimeRule other) {
            return new OfBursts(column, cell, feature, other);
        }

        @Override
        public double of(Outcome outcome, Model model, Timing timing) {
            int index = model.cellIndex(cell);
            return index < 0
                    ? Double.NaN
                    : Bursts.of(times(outcome.cell(index)), rule)
                            .map(feature::of)
                            .orElse(Double.NaN);
        }
    }

    /** The regime of a cell. */
    record OfRegime(Column column, String cell, RegimeRule rule) implements Ruled {
        @Override
        public OfRegime by(RegimeRule other) {
            return new OfRegime(column, cell, other);
        }

        /** Its name; empty if the train is too short to tell, and for models without the cell. */
        public Optional<String> of(Outcome outcome, Model model, Timing timing) {
            int index = model.cellIndex(cell);
            return index < 0
                    ? Optional.empty()
                    : Regime.of(times(outcome.cell(index)), timing.transientTime(), timing.duration(), rule)
                            .map(Regime::label);
        }
    }

    /** A feature of the spike variable of a cell; NaN for models without it. */
    record OfVoltage(Column column, String cell, VoltageFeature feature) implements Figure {
        @Override
        public Set<Detail> details() {
            return feature.details();
        }

        @Override
        public double of(Outcome outcome, Model model, Timing timing) {
            int index = model.cellIndex(cell);
            return index < 0
                    ? Double.NaN
                    : feature.of(
                            outcome,
                            outcome.cell(index),
                            model.indexOf(model.cells().get(index).spike().variable()));
        }
    }

    /** The largest Lyapunov exponent; NaN where there is none. */
    record OfGrowth(Column column) implements Figure {
        @Override
        public double of(Outcome outcome, Model model, Timing timing) {
            return outcome.lyapunov();
        }
    }

    /** A feature of two cells of a circuit; NaN for models without them. */
    record OfPair(Column column, CellPair pair, PairFeature feature) implements Figure {
        @Override
        public Set<Detail> details() {
            return feature.details();
        }

        @Override
        public double of(Outcome outcome, Model model, Timing timing) {
            int first = model.cellIndex(pair.first());
            int second = model.cellIndex(pair.second());
            return first < 0 || second < 0 ? Double.NaN : feature.of(outcome, pair, first, second);
        }
    }

    /** A feature of a variable; NaN for models without it. */
    record OfVariable(Column column, String variable, VariableFeature feature) implements Figure {
        @Override
        public double of(Outcome outcome, Model model, Timing timing) {
            int index = model.indexOf(variable);
            return index < 0 ? Double.NaN : feature.of(outcome, index);
        }
    }

    /** Measured numbers, in the order of time. */
    sealed interface Series extends Output {
        /** The numbers; empty if the model does not have them. */
        Optional<double[]> of(Outcome outcome, Model model);
    }

    /** All spike times of a cell, until the row ended. */
    record SpikeTimes(Column column, String cell) implements Series {
        @Override
        public Set<Detail> details() {
            return Set.of(Detail.SPIKE_TIMES);
        }

        @Override
        public Optional<double[]> of(Outcome outcome, Model model) {
            int index = model.cellIndex(cell);
            return index < 0
                    ? Optional.empty()
                    : Optional.of(outcome.cell(index).spikes().seenTimes());
        }
    }

    /** The values of a variable over time, one every {@code every}. */
    record Trace(Column column, String variable, double every) implements Series {
        @Override
        public Optional<double[]> of(Outcome outcome, Model model) {
            int index = model.indexOf(variable);
            return index < 0 ? Optional.empty() : Optional.of(outcome.trace(index));
        }
    }
}
