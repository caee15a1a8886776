package io.github.spikesweep.sweep.reading.given;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.Timing;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Collectors;

/**
 * Reads {@code duration}, {@code transient}, {@code step} and {@code tolerance}, and checks that they are compatible with each
 * other and with the neurons.
 */
public record TimingReader(GivenKeys keys, Scope scope, Neurons neurons) {
    public static final double LEAST_TOLERANCE = Protocol.Adaptive.LEAST_TOLERANCE;
    private static final double LARGEST_TOLERANCE = 0.1;

    public Timing read(ParameterSpace space) {
        Span span = Span.read(keys, scope);
        List<Integrator> fixed = neurons.differential(false);
        List<Integrator> adaptive = neurons.differential(true);
        checkPlace(fixed, adaptive);
        Expression tolerance = adaptive.isEmpty() ? Timing.UNUSED : tolerance(space, span, adaptive);
        Expression step = step(space, span, fixed);
        return new Timing(span.duration(), span.transientTime(), step, tolerance);
    }

    /** Refuses an axis of steps or tolerances that no integrator uses. A key may be unused, so that one can try integrators. */
    private void checkPlace(List<Integrator> fixed, List<Integrator> adaptive) {
        if (adaptive.isEmpty()) {
            String why = fixed.isEmpty()
                    ? "the map " + neurons.mapsShown() + ", which takes steps of 1"
                    : "integrator " + shown(fixed) + ", which takes fixed steps; give 'step' instead";
            refuseAxis("tolerance", why);
            unused("tolerance", TimingReader::checkTolerance);
        }
        if (fixed.isEmpty() && !neurons.anyMap()) {
            refuseAxis(
                    "step",
                    "integrator " + shown(adaptive) + ", which chooses its own steps; give 'tolerance' instead");
            unused("step", (place, step) -> Span.checkPositive(step, place, "'step'"));
        }
    }

    private void refuseAxis(String name, String why) {
        if (keys.hasAxis(name)) {
            throw new InputException(keys.axisPosition(name), "'" + name + "' does not go with " + why);
        }
    }

    /** Checks a number that is not used. */
    private void unused(String name, ObjDoubleConsumer<Entry> check) {
        keys.file().find(name).ifPresent(entry -> check.accept(entry, scope.time(entry, "'" + name + "'")));
    }

    private Expression step(ParameterSpace space, Span span, List<Integrator> fixed) {
        if (fixed.isEmpty() && !neurons.anyMap()) {
            return Timing.UNUSED;
        }
        if (neurons.anyMap()) {
            span.checkMap(neurons.mapsShown());
            if (fixed.isEmpty() && keys.given("step").isEmpty()) {
                return new Expression.Literal(Timing.MAP_STEP);
            }
        }
        return new SweptNumber(keys, scope, "step").read(space, (place, step) -> {
            Span.checkPositive(step, place, "'step'");
            if (neurons.anyMap() && step != Timing.MAP_STEP) {
                throw new InputException(
                        place.position(),
                        "the map " + neurons.mapsShown() + " takes steps of 1, found " + Formula.shown(step));
            }
            span.checkStep(step, place);
        });
    }

    private Expression tolerance(ParameterSpace space, Span span, List<Integrator> adaptive) {
        if (keys.given("tolerance").isEmpty()) {
            throw new InputException(
                    keys.file().positionOf("tolerance"),
                    "a sweep file needs the key 'tolerance' with integrator " + shown(adaptive));
        }
        span.checkAdaptive();
        return new SweptNumber(keys, scope, "tolerance").read(space, TimingReader::checkTolerance);
    }

    private static void checkTolerance(Entry place, double tolerance) {
        if (tolerance < LEAST_TOLERANCE || tolerance > LARGEST_TOLERANCE) {
            throw new InputException(
                    place.position(),
                    "'tolerance' must be from " + Formula.shown(LEAST_TOLERANCE) + " to "
                            + Formula.shown(LARGEST_TOLERANCE) + ", found " + Formula.shown(tolerance));
        }
    }

    private static String shown(List<Integrator> integrators) {
        return integrators.stream().map(Integrator::label).collect(Collectors.joining(" and "));
    }
}
