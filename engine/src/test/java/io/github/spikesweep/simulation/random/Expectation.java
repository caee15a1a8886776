package io.github.spikesweep.simulation.random;

import io.github.spikesweep.kernel.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * What a row should do, and how exactly that can be told: by an oracle, and by the same with its operations off by as much as rounding and the approximations of a kernel
 * may be. What these change is what a right kernel may change, but for a factor.
 */
final class Expectation {
    /** The largest error of a step with a tolerance of 1, absolute and relative. */
    private static final double ERROR_PER_STEP = 0.01;

    static final double TOLERANCE = 1e-6;
    private static final double FACTOR = 10;
    /** So many may be lost where few are: as many as to the power of a shared polynomial, twice. */
    private static final double ROUNDINGS = 1_000;

    private final Course course;
    private final List<Course> all;
    private final RandomModel model;
    private final Method method;

    private Expectation(RandomModel model, Method method, List<Course> all) {
        this.model = model;
        this.method = method;
        this.course = all.get(0);
        this.all = all;
    }

    static Expectation of(RandomModel model, Row row, Method method) {
        Precision precision = method.precision();
        List<Course> all = new ArrayList<>();
        List<Roundoff> ways =
                List.of(Roundoff.none(precision), Roundoff.steady(precision, 1), Roundoff.changing(precision, 3));
        if (method.integrator().isAdaptive()) {
            double error = ERROR_PER_STEP * TOLERANCE;
            double longest = model.step() / 2;
            all.add(FineOracle.run(model, row, ways.get(0), longest, 0, 0));
            all.add(FineOracle.run(model, row, ways.get(0), 2 * longest, 0, 0));
            all.add(FineOracle.run(model, row, ways.get(1), longest, error, 1));
            all.add(FineOracle.run(model, row, ways.get(1), longest, -error, 2));
        } else {
            for (Roundoff way : ways) {
                all.add(StepOracle.run(model, row, method.integrator().tableau(), precision, way, true, 1));
            }
            if (!model.jumps().isEmpty()) {
                all.add(StepOracle.run(model, row, method.integrator().tableau(), precision, ways.get(0), false, 1));
            }
            if (model.hasReset()) {
                all.add(StepOracle.run(model, row, method.integrator().tableau(), precision, ways.get(0), true, 2));
            }
        }
        return new Expectation(model, method, all);
    }

    Course course() {
        return course;
    }

    /** How far the end of a variable may be off. */
    double tolerance(int variable) {
        double off = 0;
        for (Course each : all) {
            off = Math.max(off, Math.abs(each.end[variable] - course.end[variable]));
        }
        double unit = method.integrator().isAdaptive()
                ? TOLERANCE
                : (method.precision() == Precision.FLOAT ? 50 : ROUNDINGS)
                        * Roundoff.none(method.precision()).unit();
        return FACTOR * off + unit * course.largest(variable) + Double.MIN_NORMAL;
    }

    boolean mayDiverge() {
        return all.stream().anyMatch(Course::diverged) || mayLoseDigits();
    }

    /** Whether a quotient that is no rate comes so near to where it has no value that the row may be given up. */
    boolean mayLoseDigits() {
        double share = method.precision() == Precision.FLOAT ? 0x1p-3 : 0x1p-9;
        return all.stream().anyMatch(each -> each.nearest < share);
    }

    /** Whether a result was so large that what follows from it means nothing. */
    boolean overflows() {
        return all.stream().anyMatch(each -> each.overflowed);
    }

    boolean mustDiverge() {
        return all.stream().allMatch(Course::diverged);
    }

    /** How many spikes there are, the same in all courses unless this is sensitive. */
    int spikes() {
        return course.spikes.size();
    }

    private int fewestSpikes() {
        return all.stream().mapToInt(each -> each.spikes.size()).min().orElseThrow();
    }

    private int mostSpikes() {
        return all.stream().mapToInt(each -> each.spikes.size()).max().orElseThrow();
    }

    double earliest(int spike) {
        return all.stream().mapToDouble(each -> each.spikes.get(spike)[0]).min().orElseThrow();
    }

    double latest(int spike) {
        return all.stream().mapToDouble(each -> each.spikes.get(spike)[1]).max().orElseThrow();
    }

    double earliestDivergence() {
        return all.stream().mapToDouble(each -> each.divergedAt).min().orElseThrow();
    }

    double latestDivergence() {
        return all.stream().mapToDouble(each -> each.divergedAt).max().orElseThrow();
    }

    /** Whether rounding alone changes so much that nothing is told by a comparison. */
    boolean isSensitive() {
        boolean undecided = mayDiverge() && !mustDiverge() && all.stream().anyMatch(Course::diverged);
        boolean any = undecided || fewestSpikes() < mostSpikes();
        double most = method.precision() == Precision.FLOAT ? 0.02 : 1e-3;
        for (int v = 0; v < model.variables().size() && !any; v++) {
            any = !course.diverged() && !(tolerance(v) <= most * (1 + course.largest(v)));
        }
        return any;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        all.forEach(each -> text.append("\n  ").append(each));
        return text.toString();
    }
}
