package io.github.spikesweep.sweep.reading.check;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Tangent;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.OutputCatalog;
import io.github.spikesweep.sweep.reading.given.GivenKeys;

/** Refuses the Lyapunov exponent by {@code Taylor}, of models whose spikes change variables, and of those whose variational equations are too large for a kernel. */
public record GrowthCheck(GivenKeys keys) {
    public void check(SweepDefinition definition) {
        if (!definition.hasGrowth()) {
            return;
        }
        if (definition.neurons().integrator().options().contains(Integrator.TAYLOR)) {
            throw new InputException(
                    position(),
                    "'%s' is not computed with %s; accepted are all other integrators"
                            .formatted(OutputCatalog.LYAPUNOV, Integrator.TAYLOR.label()));
        }
        for (Model model : definition.models()) {
            if (model.fires()) {
                throw new InputException(
                        position(),
                        "'%s' follows from equations that hold all the time, and %s; accepted are models without resets, and synapses without 'on_pre' and 'on_post'"
                                .formatted(
                                        OutputCatalog.LYAPUNOV,
                                        model.resets()
                                                ? "spikes reset " + model.name()
                                                : "spikes act on the synapses of " + model.name()));
            }
        }
        EquationSizeCheck.check(
                definition.models().stream().map(Tangent::with).toList(),
                definition.neurons(),
                position(),
                model -> " with the variational equations of " + model.name() + ", which '" + OutputCatalog.LYAPUNOV
                        + "' takes");
    }

    /** Where the file asks for it: among the outputs, or else in what is looked for. */
    private Position position() {
        return keys.file()
                .find("outputs")
                .flatMap(outputs -> Fields.listing(outputs, "'outputs'").items().stream()
                        .filter(item ->
                                item instanceof Entry.Scalar name && name.text().equals(OutputCatalog.LYAPUNOV))
                        .findFirst())
                .map(Entry::position)
                .orElseGet(() -> keys.file().positionOf("find"));
    }
}
