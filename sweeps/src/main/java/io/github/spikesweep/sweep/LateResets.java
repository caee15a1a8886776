package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells of models whose resets, or the effects of spikes on synapses, are late: steps of one length end at a whole number of steps, on average half a step after the spike, and
 * the next spike is late by as much. A hold that is no shorter than a step takes that up.
 */
final class LateResets {
    private final SweepDefinition definition;
    private final Neurons neurons;
    private final double[] steps;

    private LateResets(SweepDefinition definition) {
        this.definition = definition;
        this.neurons = definition.neurons();
        this.steps = Timing.values(definition.timing().step(), definition.space());
        Arrays.sort(steps);
    }

    /** A line for each model with such resets. */
    static List<String> warnings(SweepDefinition definition) {
        if (definition.neurons().differential(false).isEmpty()) {
            return List.of();
        }
        LateResets late = new LateResets(definition);
        return definition.models().stream()
                .flatMap(model -> late.warning(model).stream())
                .toList();
    }

    private Optional<String> warning(Model model) {
        Optional<String> reset = model.cells().stream()
                .filter(Cell::resets)
                .flatMap(cell -> reset(model, cell).stream())
                .findFirst();
        return reset.or(() -> model.events().isEmpty() ? Optional.empty() : Optional.of(events(model)));
    }

    /** Spikes that act on synapses late. */
    private String events(Model model) {
        return "%s %s spikes act on the synapses of %s at the end of a step, on average half a step (%s) late; %s"
                .formatted(
                        integrators(),
                        neurons.differential(false).size() == 1 ? "lets" : "let",
                        model.name(),
                        half(model),
                        remedy("lets them act at the spike itself"));
    }

    private String integrators() {
        return neurons.differential(false).stream().map(Integrator::label).collect(Collectors.joining(" and "));
    }

    private Optional<String> reset(Model model, Cell cell) {
        Optional<Expression> hold = ResetLevel.overAxes(cell.hold().expression(), model, definition.settings());
        boolean isKnown = hold.isPresent() && hold.get().names().isEmpty();
        if (isKnown && Evaluator.evaluate(hold.get()) >= steps[steps.length - 1]) {
            return Optional.empty();
        }
        List<Integrator> fixed = neurons.differential(false);
        return Optional.of(
                "%s %s %s at the end of a step, which makes each interval between spikes about half a step (%s) longer%s; %s"
                        .formatted(
                                integrators(),
                                fixed.size() == 1 ? "resets" : "reset",
                                shown(model, cell),
                                half(model),
                                isKnown ? "" : " where its hold is shorter than a step",
                                remedy("resets at the spike itself")));
    }

    /** The cells of a circuit together, if several are reset. */
    private static String shown(Model model, Cell cell) {
        boolean several = model.cells().stream().filter(Cell::resets).count() > 1;
        return several ? "the cells of " + model.name() : ResetLevel.shown(model, cell);
    }

    private String half(Model model) {
        String unit = model.time().equals("dimensionless") ? "" : " " + model.time();
        String least = Formula.shown(steps[0] / 2);
        String most = Formula.shown(steps[steps.length - 1] / 2);
        return least.equals(most) ? most + unit : least + " to " + most + unit;
    }

    /** The adaptive integrator, where it can be used. */
    private String remedy(String better) {
        boolean adaptive = definition.settings().noise().kind() == Noise.NONE
                && !definition.precisions().contains(Precision.FLOAT);
        return adaptive ? Integrator.DORMAND_PRINCE.label() + " " + better : "a shorter step makes it less";
    }
}
