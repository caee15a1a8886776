package io.github.spikesweep.simulation.random;

import io.github.spikesweep.integrator.Tableau;
import io.github.spikesweep.kernel.Precision;
import java.util.TreeSet;

/** A row in fixed steps, one number at a time. */
final class StepOracle {
    private final RandomModel model;
    private final Tableau tableau;
    private final Precision precision;
    private final Moment moment;
    /** Whether what else changes with the time is taken from each piece of a step in which something jumps, or from the whole step. */
    private final boolean spread;

    private final double[] jumps;
    private final Course course;
    private final int variables;
    private final double[][] slopes;
    private final double[] piece;

    private StepOracle(
            RandomModel model, Row row, Tableau tableau, Precision precision, Roundoff roundoff, boolean spread) {
        this.model = model;
        this.tableau = tableau;
        this.precision = precision;
        this.moment = model.moment(row, roundoff);
        this.spread = spread;
        this.variables = row.initial.length;
        this.slopes = new double[tableau.stages()][variables];
        this.piece = new double[variables];
        this.course = new Course(row.initial);
        TreeSet<Double> times = new TreeSet<>();
        model.jumps().forEach(jump -> jump.tell(moment, model.duration(), times::add));
        this.jumps = times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static Course run(
            RandomModel model, Row row, Tableau tableau, Precision precision, Roundoff roundoff, boolean spread) {
        StepOracle oracle = new StepOracle(model, row, tableau, precision, roundoff, spread);
        oracle.run();
        oracle.course.nearest = oracle.moment.nearest;
        oracle.course.overflowed = roundoff.overflowed();
        return oracle.course;
    }

    private void run() {
        double[] state = course.end.clone();
        double threshold = model.hasReset() ? precision.nearest(model.threshold()) : model.threshold();
        boolean isReset = model.hasReset() && state[0] >= threshold;
        if (isReset) {
            state = reset(state, 0);
            course.reach(state);
        }
        double rearm = model.rearm() < model.threshold() ? model.rearm() : threshold;
        SpikeWatch watch = new SpikeWatch(threshold, rearm, state[0]);
        if (!model.isSound(state) || (isReset && state[0] >= threshold)) {
            // What starts outside a range is found after the first step.
            course.divergedAt = isReset ? 0 : model.step();
        }
        for (long k = 0; k < model.steps() && !course.diverged(); k++) {
            double start = k * model.step();
            if (k == model.transientSteps()) {
                watch = new SpikeWatch(threshold, rearm, state[0]);
            }
            double[] next = model.isMap() ? iterated(state, start) : stepped(state, start);
            boolean fired = model.hasReset() && (next[0] >= threshold || overshot(state, next, threshold));
            boolean spike = watch.isSpike(state[0], fired ? Math.max(next[0], threshold) : next[0]);
            if (spike && k >= model.transientSteps()) {
                course.spikes.add(new double[] {start, (k + 1) * model.step()});
            }
            if (fired) {
                next = reset(next, (k + 1) * model.step());
            }
            for (int v = 0; v < variables; v++) {
                next[v] = moment.roundoff.plain(v, next[v]);
            }
            state = next;
            course.reach(state);
            if (!model.isSound(state) || (fired && state[0] >= threshold)) {
                course.divergedAt = (k + 1) * model.step();
            }
        }
    }

    /** A method with negative weights may end a steep upstroke below its start; then a stage has seen the threshold. */
    private boolean overshot(double[] state, double[] next, double threshold) {
        return highest >= threshold && next[0] < state[0];
    }

    private double highest;

    private double[] reset(double[] state, double time) {
        moment.time = time;
        moment.middle = time;
        return model.reset(moment, state);
    }

    private double[] iterated(double[] state, double start) {
        moment.time = start;
        moment.middle = start;
        double[] next = new double[variables];
        model.evaluate(moment, state, next);
        return next;
    }

    private double[] stepped(double[] state, double start) {
        double h = model.step();
        highest = Double.NEGATIVE_INFINITY;
        double[] stage = state;
        for (int s = 0; s < tableau.stages(); s++) {
            if (s > 0) {
                stage = moved(state, tableau.a().get(s), s);
                highest = Math.max(highest, stage[0]);
            }
            evaluate(stage, start, tableau.c().get(s), slopes[s]);
        }
        double[] next = moved(state, tableau.b(), tableau.stages());
        moment.time = start + h;
        return next;
    }

    private double[] moved(double[] state, java.util.List<Double> weights, int count) {
        double[] moved = new double[variables];
        for (int v = 0; v < variables; v++) {
            double sum = 0;
            for (int j = 0; j < count; j++) {
                sum += weights.get(j) * slopes[j][v];
            }
            moved[v] = state[v] + model.step() * sum;
        }
        return moved;
    }

    /** The mean of the slopes over the step, in each piece of which nothing jumps. */
    private void evaluate(double[] state, double start, double c, double[] into) {
        double h = model.step();
        double from = 0;
        boolean whole = true;
        for (double jump : jumps) {
            double part = (jump - start) / h;
            if (part > from && part < 1) {
                if (whole) {
                    java.util.Arrays.fill(into, 0);
                }
                whole = false;
                add(state, start, c, from, part, into);
                from = part;
            }
        }
        if (whole) {
            moment.time = start + c * h;
            moment.middle = start + h / 2;
            model.evaluate(moment, state, into);
        } else {
            add(state, start, c, from, 1, into);
        }
    }

    private void add(double[] state, double start, double c, double from, double to, double[] into) {
        double h = model.step();
        moment.time = start + h * (spread ? from + (to - from) * c : c);
        moment.middle = start + h * (from + to) / 2;
        model.evaluate(moment, state, piece);
        for (int v = 0; v < into.length; v++) {
            into[v] += (to - from) * piece[v];
        }
    }
}
