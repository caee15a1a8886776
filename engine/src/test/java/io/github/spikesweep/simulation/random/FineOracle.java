package io.github.spikesweep.simulation.random;

import java.util.SplittableRandom;
import java.util.TreeSet;

/** A row in continuous time: the classical method in steps much finer than any that an adaptive method would take, which end at jumps and at spikes with a reset. */
final class FineOracle {
    private static final int HALVINGS = 60;

    private final RandomModel model;
    private final Moment moment;
    private final double[] stops;
    private final double longest;
    private final double error;
    private final SplittableRandom random;
    private final Course course;
    private final int variables;

    private FineOracle(RandomModel model, Row row, Roundoff roundoff, double longest, double error, long seed) {
        this.model = model;
        this.moment = model.moment(row, roundoff);
        this.longest = longest;
        this.error = error;
        this.random = new SplittableRandom(seed);
        this.variables = row.initial.length;
        this.course = new Course(row.initial);
        TreeSet<Double> times = new TreeSet<>();
        model.jumps().forEach(jump -> jump.tell(moment, model.duration(), times::add));
        model.corners().forEach(jump -> jump.tell(moment, model.duration(), times::add));
        times.add(model.duration());
        times.add(counted());
        this.stops = times.stream()
                .mapToDouble(Double::doubleValue)
                .filter(t -> t > 0 && t <= model.duration())
                .toArray();
    }

    /**
     * Follows a row.
     *
     * @param longest step
     * @param error the largest error that is added to each variable in each step, absolute and relative
     */
    static Course run(RandomModel model, Row row, Roundoff roundoff, double longest, double error, long seed) {
        FineOracle oracle = new FineOracle(model, row, roundoff, longest, error, seed);
        oracle.run();
        oracle.course.nearest = oracle.moment.nearest;
        oracle.course.overflowed = roundoff.overflowed();
        return oracle.course;
    }

    private void run() {
        double[] state = course.end.clone();
        double threshold = model.threshold();
        if (model.hasReset() && state[0] >= threshold) {
            state = reset(state, 0);
            course.reach(state);
        }
        if (!model.isSound(state) || (model.hasReset() && state[0] >= threshold)) {
            course.divergedAt = 0;
        }
        SpikeWatch watch = new SpikeWatch(threshold, model.rearm(), state[0]);
        double time = 0;
        double sign = error < 0 ? -1 : 1;
        for (double stop : stops) {
            if (time == counted()) {
                watch = new SpikeWatch(threshold, model.rearm(), state[0]);
            }
            while (time < stop && !course.diverged()) {
                double h = Math.min(longest, stop - time);
                moment.middle = time + h / 2;
                double[] next = step(state, time, h);
                boolean fires = model.hasReset() && next[0] >= threshold;
                if (fires) {
                    h = crossing(state, time, h, threshold);
                    next = step(state, time, h);
                    next[0] = Math.max(next[0], threshold);
                }
                double end = h < stop - time ? time + h : stop;
                if (watch.isSpike(state[0], next[0]) && time >= counted()) {
                    course.spikes.add(new double[] {fires ? end : time, end});
                }
                if (fires) {
                    next = reset(next, end);
                }
                for (int v = 0; v < variables; v++) {
                    double share = error == 0 ? 0 : random.nextBoolean() ? sign : sign * random.nextDouble(-1, 1);
                    next[v] += share * Math.abs(error) * (1 + Math.abs(next[v]));
                }
                boolean stuck = fires && (next[0] >= threshold || h < 1e-13 * time);
                state = next;
                time = end;
                course.reach(state);
                if (!model.isSound(state) || stuck) {
                    course.divergedAt = time;
                }
            }
        }
    }

    /** The time from which spikes are counted. */
    private double counted() {
        return model.transientSteps() * model.step();
    }

    private double crossing(double[] state, double time, double h, double threshold) {
        double low = 0;
        double high = h;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            if (step(state, time, middle)[0] >= threshold) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private double[] reset(double[] state, double time) {
        moment.time = time;
        moment.middle = time;
        return model.reset(moment, state);
    }

    private double[] step(double[] state, double time, double h) {
        double[] k1 = slopes(state, time);
        double[] k2 = slopes(moved(state, k1, h / 2), time + h / 2);
        double[] k3 = slopes(moved(state, k2, h / 2), time + h / 2);
        double[] k4 = slopes(moved(state, k3, h), time + h);
        double[] next = new double[variables];
        for (int v = 0; v < variables; v++) {
            next[v] = state[v] + h * (k1[v] + 2 * k2[v] + 2 * k3[v] + k4[v]) / 6;
        }
        return next;
    }

    private double[] slopes(double[] state, double time) {
        moment.time = time;
        double[] slopes = new double[variables];
        model.evaluate(moment, state, slopes);
        return slopes;
    }

    private static double[] moved(double[] state, double[] slopes, double h) {
        double[] moved = state.clone();
        for (int v = 0; v < moved.length; v++) {
            moved[v] += h * slopes[v];
        }
        return moved;
    }
}
