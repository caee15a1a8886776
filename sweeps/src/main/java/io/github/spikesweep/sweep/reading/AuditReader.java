package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.Audit;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.neuron.Timing;
import io.github.spikesweep.sweep.reading.axis.WholeNumbers;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.sweep.reading.given.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code audit}. */
record AuditReader(GivenKeys keys, Scope scope, Neurons neurons) {
    Audit read(ParameterSpace space, Timing timing, Settings settings) {
        Optional<Entry> entry = keys.file().find("audit");
        if (entry.isEmpty()) {
            return Audit.NONE;
        }
        Fields fields = new Fields(Fields.section(entry.get(), "'audit'"), "'audit'", List.of("fraction", "seed"));
        Entry place = fields.require("fraction");
        double fraction = scope.constant(place, "'fraction'");
        if (!(fraction > 0) || fraction > 1) {
            throw new InputException(
                    place.position(), "'fraction' must be more than 0 and at most 1, found " + Formula.shown(fraction));
        }
        if (neurons.anyMap()) {
            throw fault(
                    "an audit halves the step, but the step of the map " + neurons.mapsShown() + " cannot be halved");
        }
        if (settings.noise().kind() != Noise.NONE) {
            throw fault("an audit uses finer steps, which would change the noise; use either 'noise' or 'audit'");
        }
        checkTolerance(space, timing);
        return new Audit(fraction, WholeNumbers.seed(fields, seed -> scope.constant(seed, "'seed'")));
    }

    private void checkTolerance(ParameterSpace space, Timing timing) {
        double least =
                Arrays.stream(Timing.values(timing.tolerance(), space)).min().orElseThrow();
        if (!timing.tolerance().equals(Timing.UNUSED) && least < Audit.LEAST_TOLERANCE) {
            throw fault(
                    "an audit uses a tenth of the tolerance, and a hundredth where the spike count differs; below %s"
                                    .formatted(Formula.shown(Protocol.Adaptive.LEAST_TOLERANCE))
                            + " rounding decides, so the tolerance must be at least "
                            + Formula.shown(Audit.LEAST_TOLERANCE)
                            + ", found " + Formula.shown(least));
        }
    }

    private InputException fault(String message) {
        return new InputException(keys.file().positionOf("audit"), message);
    }
}
