package io.github.spikesweep.job;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.cost.RowCost.Certainty;
import java.util.Optional;

/**
 * The estimated cost of a sweep, without the start of Spark.
 *
 * @param neuronSteps the steps of all rows together, those of an audit included
 * @param coreSeconds how long the simulation takes on one core
 * @param wallSeconds how long it takes on all cores that have work
 * @param cores how many cores have work
 * @param certainty whether the times are estimates or upper bounds
 * @param basis how they were found
 */
public record EstimateText(
        SweepDefinition definition,
        long rows,
        double neuronSteps,
        double coreSeconds,
        double wallSeconds,
        int cores,
        Certainty certainty,
        String basis) {
    private static final double YEAR = 365.25 * 24 * 3600;

    /** The steps of a row, or the mean if rows differ; an estimate for adaptive steps. */
    public String stepsPerRow() {
        String steps = definition.hasEqualSteps()
                ? Figures.count(definition.steps(0))
                : about() + Figures.count(stepsPerTrial()) + " on average";
        return definition.find().isPresent()
                ? "at most %s trials of %s"
                        .formatted(Figures.count(definition.find().mostTrials()), steps)
                : mostOfRow() + steps;
    }

    /** A row that settles takes fewer. */
    private String mostOfRow() {
        return definition.endsWhenSettled() ? "at most " : "";
    }

    private double stepsPerTrial() {
        return neuronSteps / rows / definition.work();
    }

    /** The steps of all rows together, including those of an audit. */
    public String allSteps() {
        String most = definition.find().isPresent() ? "at most " : mostOfRow();
        return most + (definition.isAudited() ? "about " : about()) + Figures.count(neuronSteps) + ofAll();
    }

    /** Nobody knows beforehand how many rows a refinement simulates. */
    private String ofAll() {
        return definition.isRefined() ? " for the whole grid" : "";
    }

    private String about() {
        return definition.integrators().stream().anyMatch(Integrator::isAdaptive) ? "about " : "";
    }

    /** The steps of all rows together if every audited row needs a third run; empty without an audit. */
    public Optional<String> mostSteps() {
        double more = definition.audit().mostWork() / definition.audit().work();
        return definition.isAudited()
                ? Optional.of("at most %s, if every audited row needs a third run"
                        .formatted(Figures.count(neuronSteps * more)))
                : Optional.empty();
    }

    /** Advice to audit the sweep, if its adaptive steps are many. */
    public Optional<String> advice() {
        return AuditAdvice.of(definition, stepsPerTrial());
    }

    /** How long one core would be busy, and at what speed. */
    public String coreTime() {
        String speed = Figures.rate(neuronSteps / coreSeconds)
                + switch (certainty) {
                    case ABOUT -> "";
                    case AT_MOST -> " or more";
                };
        return "%s%s, at %s on one core (%s)".formatted(estimated(coreSeconds), ofAll(), speed, basis);
    }

    /** How long it would take here. */
    public String wallTime() {
        return "%s%s on %s, and with Spark a few seconds more for its start"
                .formatted(estimated(wallSeconds), ofAll(), cores == 1 ? "one core" : cores + " cores");
    }

    private String estimated(double seconds) {
        return switch (certainty) {
            case ABOUT -> Figures.about(seconds);
            case AT_MOST -> Figures.atMost(seconds);
        };
    }

    /** A warning if the sweep would take too long to wait for. */
    public Optional<String> warning() {
        return wallSeconds < YEAR
                ? Optional.empty()
                : Optional.of("this sweep would take %s on this machine".formatted(Figures.about(wallSeconds)));
    }
}
