package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.sweep.Settled;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import java.util.List;

/** Reads {@code until}, which says when a row ends. */
record UntilReader(GivenKeys keys, Neurons neurons) {
    private static final String KEY = "until";
    private static final List<String> ENDS = List.of("settled");

    /** Whether rows end as soon as they have settled. */
    boolean isSettled() {
        return keys.file().find(KEY).isPresent();
    }

    /** Checks the key, and that rows can settle. */
    void check(Settings settings) {
        if (!isSettled()) {
            return;
        }
        Entry.Scalar end = Fields.scalar(keys.file().find(KEY).orElseThrow(), "'until'");
        if (!ENDS.contains(end.text())) {
            throw new InputException(
                    end.position(),
                    "'until' says when a row ends before its duration is over: found " + end.shown()
                            + new KnownNames(ENDS).hint(end.text()));
        }
        if (neurons.anyMap()) {
            throw fault("'until' follows the course of a state in time, which the map " + neurons.mapsShown()
                    + " does not have");
        }
        if (neurons.anyCircuit()) {
            throw fault(
                    "'until' tells when a single neuron has settled; a circuit is simulated for its whole duration");
        }
        neurons.integrator().options().stream()
                .filter(Integrator::isAdaptive)
                .findFirst()
                .ifPresent(integrator -> {
                    throw fault("'until' needs an integrator with a 'step', found " + integrator.label());
                });
        if (settings.noise().kind() != Noise.NONE) {
            throw fault("with noise no row settles; use either 'noise' or 'until'");
        }
        if (settings.allInputs().stream().anyMatch(input -> input.names().contains(Model.TIME))) {
            throw new InputException(
                    keys.file().positionOf("input"),
                    "the input uses the time, so what has settled may change later; with 'until' it must be constant");
        }
        neurons.models().stream().filter(UntilReader::usesTime).findFirst().ifPresent(model -> {
            throw fault("the equations of " + model.name()
                    + " use the time, so what has settled may change later; leave 'until' out");
        });
        refuse(
                "find",
                "what a row looks for is decided by features of the whole duration; use either 'find' or 'until'");
        refuse(
                "continue",
                "a row that ends when it has settled leaves no state at the end of the duration to continue from; use either 'continue' or 'until'");
        refuse("audit", "an audit compares spikes of the whole duration; use either 'audit' or 'until'");
    }

    /** Refuses a feature that does not follow from what comes before a row has settled. */
    void check(List<Output> outputs) {
        for (Output output : outputs) {
            if (isSettled() && !Settled.tells(output)) {
                String name = output.column().name();
                throw new InputException(
                        position(name),
                        "'" + name + "' needs the whole duration, and with 'until' a row ends when it has settled");
            }
        }
    }

    private static boolean usesTime(Model model) {
        return model.formulas().stream()
                .anyMatch(formula -> formula.expression().names().contains(Model.TIME));
    }

    private void refuse(String key, String why) {
        if (keys.file().find(key).isPresent()) {
            throw new InputException(keys.file().positionOf(key), why);
        }
    }

    /** Where an output is named. */
    private Position position(String output) {
        return keys.file()
                .find("outputs")
                .filter(Entry.Listing.class::isInstance)
                .flatMap(entry -> ((Entry.Listing) entry)
                        .items().stream()
                                .filter(item -> item instanceof Entry.Scalar name
                                        && name.text().equals(output))
                                .map(Entry::position)
                                .findFirst())
                .orElseGet(() -> keys.file().positionOf(KEY));
    }

    private InputException fault(String message) {
        return new InputException(keys.file().positionOf(KEY), message);
    }
}
