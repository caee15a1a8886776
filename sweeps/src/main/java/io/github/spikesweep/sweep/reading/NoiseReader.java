package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.RandomCurrent;
import io.github.spikesweep.sweep.reading.axis.WholeNumbers;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.sweep.reading.given.Scope;
import io.github.spikesweep.sweep.reading.given.Span;
import io.github.spikesweep.sweep.reading.unit.SweepUnits;
import java.util.List;
import java.util.Optional;

/** Reads {@code noise}. */
record NoiseReader(GivenKeys keys, Neurons neurons, Scope scope) {
    RandomCurrent read() {
        Optional<Entry> entry = keys.file().find("noise");
        if (entry.isEmpty()) {
            return RandomCurrent.NONE;
        }
        Entry.Section section = Fields.section(entry.get(), "'noise'");
        Formula.checkWhole(section);
        Fields fields = new Fields(section, "'noise'", List.of("kind", "mean", "sigma", "tau", "seed"));
        checkKind(Fields.scalar(fields.require("kind"), "'kind'"));
        if (!neurons.differential(true).isEmpty()) {
            throw new InputException(
                    keys.file().positionOf("noise"),
                    "'noise' is constant during a step and needs fixed steps; integrator "
                            + neurons.differential(true).get(0).label() + " chooses its own");
        }
        Expression mean = fields.find("mean")
                .map(value -> scope.expression(value, "'mean'", SweepUnits::input))
                .orElse(new Expression.Literal(0));
        return new RandomCurrent(
                Noise.ORNSTEIN_UHLENBECK,
                WholeNumbers.seed(fields, seed -> scope.constant(seed, "'seed'")),
                List.of(mean, sigma(fields), tau(fields)));
    }

    private static void checkKind(Entry.Scalar kind) {
        if (!kind.text().equals(RandomCurrent.ORNSTEIN_UHLENBECK)) {
            throw new InputException(
                    kind.position(),
                    "unknown kind of noise " + kind.shown()
                            + new KnownNames(List.of(RandomCurrent.ORNSTEIN_UHLENBECK)).hint(kind.text()));
        }
    }

    private Expression sigma(Fields fields) {
        Entry entry = fields.require("sigma");
        Expression sigma = scope.expression(entry, "'sigma'", SweepUnits::input);
        if (sigma instanceof Expression.Literal constant && constant.value() < 0) {
            throw new InputException(
                    entry.position(), "'sigma' must not be negative, found " + Formula.shown(constant.value()));
        }
        return sigma;
    }

    private Expression tau(Fields fields) {
        Entry entry = fields.require("tau");
        Expression tau = scope.expression(entry, "'tau'", SweepUnits::time);
        if (tau instanceof Expression.Literal constant) {
            Span.checkPositive(constant.value(), entry, "'tau'");
        }
        return tau;
    }
}
