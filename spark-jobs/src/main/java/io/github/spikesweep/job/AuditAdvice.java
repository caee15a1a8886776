package io.github.spikesweep.job;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Timing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;

/** Advises an audit where the errors of many adaptive steps may add up to something that matters. */
final class AuditAdvice {
    /** Each step may add this much of the tolerance to a variable. */
    private static final double ERROR_PER_STEP = 0.01;
    /** A sum below this, in the models' unit of time, is no reason for advice. */
    private static final double WORTH_AN_AUDIT = 1e-3;

    private AuditAdvice() {}

    /**
     * The advice; none if the sweep is audited, if a row has fixed steps, or if the errors of all steps of a row add up to
     * little.
     *
     * @param stepsPerRow how many steps a row takes on average
     */
    static Optional<String> of(SweepDefinition definition, double stepsPerRow) {
        if (definition.isAudited() || !definition.integrators().stream().allMatch(Integrator::isAdaptive)) {
            return Optional.empty();
        }
        double tolerance = Arrays.stream(Timing.values(definition.timing().tolerance(), definition.space()))
                .max()
                .orElseThrow();
        double sum = ERROR_PER_STEP * tolerance * stepsPerRow;
        if (!(sum >= WORTH_AN_AUDIT)) {
            return Optional.empty();
        }
        double shown = BigDecimal.valueOf(sum).round(new MathContext(2)).doubleValue();
        return Optional.of(
                "none; the errors of about %s steps per row, each up to a hundredth of the tolerance, may add up to %s, and shift bursts by more: 'audit: {fraction: 0.1}' measures it"
                        .formatted(
                                Figures.count(stepsPerRow),
                                (Figures.number(shown) + " "
                                                + definition.neurons().timeUnit())
                                        .strip()));
    }
}
