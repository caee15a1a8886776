package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.sweep.Neurons;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.unit.Unit;

/** Compares the unit that an axis states with that of what it sets. Where either is not stated, there is nothing to compare. */
final class UnitCheck {
    private final Neurons neurons;

    UnitCheck(Neurons neurons) {
        this.neurons = neurons;
    }

    /** Refuses the unit of an axis that sets a quantity of a model in another. */
    void check(String axis, Entry.Scalar stated) {
        Unit found =
                Unit.parse(stated.text(), stated.quoted() ? stated.position().plus(1) : stated.position());
        for (Model model : neurons.models()) {
            String wanted = Neurons.unit(model, axis).orElse("");
            if (!wanted.isEmpty()) {
                Unit unit = Unit.parse(wanted, stated.position());
                if (!found.isSameAs(unit)) {
                    String factor = found.isCommensurableWith(unit)
                            ? ": they differ by a factor of " + found.factorTo(unit)
                            : "";
                    throw new InputException(
                            stated.position(),
                            "axis '" + axis + "' sets " + quantity(axis) + " of " + model.name() + ", which is in "
                                    + wanted + ", found " + stated.shown() + factor);
                }
            }
        }
    }

    private static String quantity(String axis) {
        return SweepKeys.SWEPT.contains(axis) ? "the " + axis : "'" + axis + "'";
    }
}
