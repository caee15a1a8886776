package io.github.spikesweep.simulation.random;

import io.github.spikesweep.integrator.Tableau;
import io.github.spikesweep.kernel.Precision;
import java.util.TreeSet;

/** A row in fixed steps, one number at a time. */
final class StepOracle {
    private static final int HALVINGS = 60;
    private static final int MOST_SPIKES = 64;
    /** Into so many a step is cut that may be taken in shorter ones. */
    private static final int PARTS = 64;

    private final RandomModel model;
    private final Tableau tableau;
    private final Precision precision;
    private final Moment moment;
    /** Whether what else changes with the time is taken from each piece of a step in which something jumps, or from the whole step. */
    private final boolean spread;

    /**
     * How many steps the method takes to a spike with a reset, as short ones as it wants where the upstroke is steep; one tells as much as several if it is
     * not too coarse.
     */
    private final int pieces;

    private final double[] jumps;
    private final Course course;
    private final int variables;
    private final double[][] slopes;
    private final double[] piece;

    private StepOracle(
            RandomModel model,
            Row row,
            Tableau tableau,
            Precision precision,
            Roundoff roundoff,
            boolean spread,
            int pieces) {
        this.model = model;
        this.tableau = tableau;
        this.precision = precision;
        this.moment = model.moment(row, roundoff);
        this.spread = spread;
        this.pieces = pieces;
        this.variables = row.initial.length;
        this.slopes = new double[tableau.stages()][variables];
        this.piece = new double[variables];
        this.course = new Course(row.initial);
        TreeSet<Double> times = new TreeSet<>();
        model.jumps().forEach(jump -> jump.tell(moment, model.duration(), times::add));
        this.jumps = times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static Course run(
            RandomModel model,
            Row row,
            Tableau tableau,
            Precision precision,
            Roundoff roundoff,
            boolean spread,
            int pieces) {
        StepOracle oracle = new StepOracle(model, row, tableau, precision, roundoff, spread, pieces);
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
            boolean counts = k >= model.transientSteps();
            double[] next = model.hasReset() ? cut(state, start, threshold, watch, counts) : whole(state, start);
            if (watch.isSpike(cutFrom, next[0]) && counts) {
                course.spikes.add(new double[] {start, (k + 1) * model.step()});
            }
            for (int v = 0; v < variables; v++) {
                next[v] = moment.roundoff.plain(v, next[v]);
            }
            state = next;
            course.reach(state);
            if (!course.diverged() && !model.isSound(state)) {
                course.divergedAt = (k + 1) * model.step();
            }
        }
    }

    /** Where the last piece of a step begins. */
    private double cutFrom;

    private double[] whole(double[] state, double start) {
        cutFrom = state[0];
        return model.isMap() ? iterated(state, start) : stepped(state, start, model.step());
    }

    /** A step to where the threshold is reached, by halves, from the reset on another one, and so on. */
    private double[] cut(double[] state, double start, double threshold, SpikeWatch watch, boolean counts) {
        double[] from = state;
        double passed = 0;
        double longest = model.step();
        for (int spikes = 0; ; ) {
            double rest = model.step() - passed;
            double high = Math.min(longest, rest);
            cutFrom = from[0];
            double[] next = stepped(from, start + passed, high);
            if (!isBeyond(from, next, threshold)) {
                if (pieces > 1 && longest == model.step() && isCoarse(from, next, high, threshold)) {
                    longest = model.step() / PARTS;
                } else if (high == rest) {
                    return next;
                } else {
                    watch.isSpike(from[0], next[0]);
                    passed += high;
                    from = next;
                }
                continue;
            }
            double low = 0;
            for (int n = 0; n < HALVINGS; n++) {
                double middle = (low + high) / 2;
                if (isBeyond(from, piece(from, start + passed, middle), threshold)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            double[] peak = piece(from, start + passed, high);
            peak[0] = threshold;
            course.reach(peak);
            passed += high;
            longest = model.step();
            spikes++;
            if (watch.isSpike(from[0], threshold) && counts) {
                course.spikes.add(new double[] {start, start + model.step()});
            }
            from = reset(peak, start + passed);
            course.reach(from);
            if (spikes > MOST_SPIKES || !model.isSound(from) || from[0] >= threshold) {
                course.divergedAt = start + passed;
                return from;
            }
        }
    }

    /** Whether the last step gets so much steeper towards a threshold that is not far that it may be taken in shorter ones. */
    private boolean isCoarse(double[] from, double[] next, double h, double threshold) {
        double first = slopes[0][0];
        double last = slopes[tableau.stages() - 1][0];
        double moved = next[0] - from[0];
        double difference =
                Math.max(Math.abs(h * (first + last) / 2 - moved), (Math.abs(moved) - 1.5 * h * Math.abs(first)) / 2);
        double part = Math.min(Math.max(2 * model.step(), 0.005), 0.1);
        boolean differs = difference > part * h * (Math.abs(first) + Math.abs(last)) / 2;
        boolean steepens = Math.max(Math.abs(moved), h * last) > h * Math.abs(first);
        return tableau.stages() > 1
                && differs
                && steepens
                && 1000 * model.step() * Math.max(first, last) > threshold - from[0];
    }

    private double[] piece(double[] from, double start, double length) {
        double[] state = from;
        for (int n = 0; n < pieces; n++) {
            state = stepped(state, start + n * length / pieces, length / pieces);
        }
        return state;
    }

    /** A method with negative weights may end a steep upstroke below its start; then a stage has seen the threshold. */
    private boolean isBeyond(double[] state, double[] next, double threshold) {
        return !(next[0] < threshold) || (highest >= threshold && next[0] < state[0]);
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

    private double[] stepped(double[] state, double start, double h) {
        highest = Double.NEGATIVE_INFINITY;
        double[] stage = state;
        for (int s = 0; s < tableau.stages(); s++) {
            if (s > 0) {
                stage = moved(state, h, tableau.a().get(s), s);
                highest = Math.max(highest, stage[0]);
            }
            evaluate(stage, start, h, tableau.c().get(s), slopes[s]);
        }
        double[] next = moved(state, h, tableau.b(), tableau.stages());
        moment.time = start + h;
        return next;
    }

    private double[] moved(double[] state, double h, java.util.List<Double> weights, int count) {
        double[] moved = new double[variables];
        for (int v = 0; v < variables; v++) {
            double sum = 0;
            for (int j = 0; j < count; j++) {
                sum += weights.get(j) * slopes[j][v];
            }
            moved[v] = state[v] + h * sum;
        }
        return moved;
    }

    /** The mean of the slopes over the step, in each piece of which nothing jumps. */
    private void evaluate(double[] state, double start, double h, double c, double[] into) {
        double from = 0;
        boolean whole = true;
        for (double jump : jumps) {
            double part = (jump - start) / h;
            if (part > from && part < 1) {
                if (whole) {
                    java.util.Arrays.fill(into, 0);
                }
                whole = false;
                add(state, start, h, c, from, part, into);
                from = part;
            }
        }
        if (whole) {
            moment.time = start + c * h;
            moment.middle = start + h / 2;
            model.evaluate(moment, state, into);
        } else {
            add(state, start, h, c, from, 1, into);
        }
    }

    private void add(double[] state, double start, double h, double c, double from, double to, double[] into) {
        moment.time = start + h * (spread ? from + (to - from) * c : c);
        moment.middle = start + h * (from + to) / 2;
        model.evaluate(moment, state, piece);
        for (int v = 0; v < into.length; v++) {
            into[v] += (to - from) * piece[v];
        }
    }
}
