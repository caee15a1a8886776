package io.github.spikesweep.simulation.random;

import io.github.spikesweep.simulation.Outcome;
import java.util.List;

/** What comes of comparing a row with what is expected of it. */
enum Verdict {
    RIGHT,
    /** Where the oracle leaves a range too, or is not finite, or comes near to where a quotient has no value. */
    DIVERGED,
    /** Rounding alone changes too much to tell. */
    SENSITIVE,
    WRONG;

    /** @param wrong takes what is wrong */
    static Verdict of(RandomModel model, Method method, Expectation expected, Outcome outcome, List<String> wrong) {
        if (expected.overflows() && outcome.diverged()) {
            return DIVERGED;
        }
        if (outcome.diverged()) {
            double slack = method.integrator().isAdaptive() ? model.duration() / 5 : 1e-9 * model.duration();
            if (!expected.mayDiverge()) {
                wrong.add("diverged at " + outcome.divergedAt());
            } else if (!expected.mayLoseDigits()
                    && expected.mustDiverge()
                    && (outcome.divergedAt() < expected.earliestDivergence() - slack
                            || outcome.divergedAt() > expected.latestDivergence() + slack)) {
                wrong.add("diverged at %s, not from %s to %s"
                        .formatted(outcome.divergedAt(), expected.earliestDivergence(), expected.latestDivergence()));
            }
            return wrong.isEmpty() ? DIVERGED : WRONG;
        }
        if (expected.mustDiverge()) {
            wrong.add("did not diverge");
            return WRONG;
        }
        if (expected.isSensitive()) {
            return SENSITIVE;
        }
        compareEnds(model, expected, outcome, wrong);
        compareSpikes(model, method, expected, outcome, wrong);
        return wrong.isEmpty() ? RIGHT : WRONG;
    }

    private static void compareEnds(RandomModel model, Expectation expected, Outcome outcome, List<String> wrong) {
        for (int v = 0; v < model.variables().size(); v++) {
            double end = outcome.end(v);
            double truth = expected.course().end[v];
            double accepted = expected.tolerance(v);
            if (!(Math.abs(end - truth) <= accepted)) {
                String name = model.variables().get(v).name();
                wrong.add("%s is %s, not %s, off by %.3g, accepted %.3g"
                        .formatted(name, end, truth, end - truth, accepted));
            }
        }
    }

    private static void compareSpikes(
            RandomModel model, Method method, Expectation expected, Outcome outcome, List<String> wrong) {
        double[] times = outcome.spikes().times();
        if (times.length != expected.spikes()) {
            wrong.add(times.length + " spikes, not " + expected.spikes());
            return;
        }
        boolean adaptive = method.integrator().isAdaptive();
        for (int k = 0; k < times.length; k++) {
            double early = expected.earliest(k);
            double late = expected.latest(k);
            double slack = adaptive ? 10 * (Expectation.TOLERANCE + late - early) : 1e-9 * model.duration();
            if (times[k] < early - slack || times[k] > late + slack) {
                wrong.add("spike %d is at %s, not from %s to %s".formatted(k, times[k], early, late));
            }
        }
    }
}
