package io.github.spikesweep.sweep.reading.check;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.ResetLevel;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.reading.given.GivenKeys;

/** Refuses a sweep whose parameters make the hold of a model no time in every row. */
public record HoldCheck(GivenKeys keys) {
    public void check(Neurons neurons, Settings settings) {
        neurons.models()
                .forEach(model ->
                        model.cells().stream().filter(Cell::holds).forEach(cell -> check(model, cell, settings)));
    }

    private void check(Model model, Cell cell, Settings settings) {
        Expression written = cell.hold().expression();
        ResetLevel.overAxes(written, model, settings)
                .filter(hold -> hold.names().isEmpty())
                .map(Evaluator::evaluate)
                .filter(time -> !Model.isHold(time))
                .ifPresent(time -> {
                    throw new InputException(
                            keys.file().positionOf("parameters"),
                            "the parameters make the 'hold' of %s %s, which is not a time of 0 or more; it is %s"
                                    .formatted(
                                            ResetLevel.shown(model, cell),
                                            Formula.shown(time),
                                            cell.hold().text()));
                });
    }
}
