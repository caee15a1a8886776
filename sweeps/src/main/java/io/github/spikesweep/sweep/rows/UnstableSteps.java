package io.github.spikesweep.sweep.rows;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.StepCount;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.neuron.Formula;
import io.github.spikesweep.sweep.neuron.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;

/**
 * Tells of rows whose steps are too long for their method to be stable: along a short part of their course, an eigenvalue of the Jacobian that stands for a decay lies
 * outside the method's region of stability, and for long enough that an error grows a thousandfold. How much is looked at depends on the sweep
 * alone, not on the time that it takes.
 */
final class UnstableSteps {
    /** How long a row is followed, in the model's unit of time. */
    private static final double LONGEST = 300;

    private static final int ROWS = 3;
    /** Where models, precisions or integrators vary. */
    private static final int MORE_ROWS = 9;

    private static final int MOST_STEPS = 600;
    /** The most variables of a model that is looked at. */
    private static final int MOST_VARIABLES = 64;
    /** Operations for all rows together: about a tenth of a second. */
    private static final double WORK = 3e6;
    /** A sweep of so many steps takes so long that looking at rows does not count. */
    private static final double LONG = 1e9;

    private static final double GROWTH = Math.log(1000);
    /** A decay per step at the start of a row above which an explicit method may be unstable: that of {@code Euler}'s whole region. */
    private static final double SUSPICIOUS = 1;

    private static final int DIGITS = 2;

    private final SweepDefinition definition;
    private final RowSet wanted;
    private final Map<RowSimulator.Kind, NeuronPlan> plans = new HashMap<>();

    private UnstableSteps(SweepDefinition definition, RowSet wanted) {
        this.definition = definition;
        this.wanted = wanted;
    }

    /** An unstable row. */
    private record Found(long id, double step, Complex eigenvalue, double stable) {}

    /**
     * A warning for each model and method, of the worst of some rows.
     *
     * @param always whether rows are followed even if the sweep is short and nothing at their start is suspicious
     */
    static List<String> warnings(SweepDefinition definition, RowSet wanted, boolean always) {
        if (definition.neurons().differential(false).isEmpty()) {
            return List.of();
        }
        boolean follows = always || wanted.count().rows() * StepCount.ofRow(definition, wanted.candidates()) >= LONG;
        return new UnstableSteps(definition, wanted).warnings(follows);
    }

    private List<String> warnings(boolean follows) {
        List<Point> points = points();
        Map<RowSimulator.Kind, Found> worst = new LinkedHashMap<>();
        for (Point point : points) {
            RowSimulator.Kind kind = RowSimulator.Kind.of(point, definition.neurons());
            look(point, kind, WORK / points.size(), follows)
                    .ifPresent(found ->
                            worst.merge(kind, found, (a, b) -> a.stable / a.step <= b.stable / b.step ? a : b));
        }
        List<String> warnings = new ArrayList<>();
        worst.forEach((kind, found) -> warnings.add(warning(kind, found)));
        return warnings;
    }

    /** The first row, the last, and some between. */
    private List<Point> points() {
        boolean vary = definition.models().size()
                        * definition.precisions().size()
                        * definition.integrators().size()
                > 1;
        long size = wanted.candidates().size();
        long count = Math.min(size, vary ? MORE_ROWS : ROWS);
        List<Point> points = new ArrayList<>();
        for (long k = 0; k < count; k++) {
            wanted.point(count == 1 ? 0 : Math.round((double) k * (size - 1) / (count - 1)))
                    .map(point -> definition.find().atEach(point, Find::high))
                    .ifPresent(points::add);
        }
        return points;
    }

    private Optional<Found> look(Point point, RowSimulator.Kind kind, double work, boolean follows) {
        Integrator integrator = kind.integrator();
        boolean isExplicit = !integrator.isAdaptive() && integrator != Integrator.MAP && !integrator.isExponential();
        Model model = definition.models().get(kind.model());
        if (!isExplicit || model.variables().size() > MOST_VARIABLES) {
            return Optional.empty();
        }
        long cost = RoughCourse.cost(model, (int) WORK);
        Optional<RoughCourse> course = cost <= work ? course(point, kind) : Optional.empty();
        double step = ((Protocol.Fixed) definition.protocol(point)).step();
        if (course.isEmpty() || (!follows && !isSuspicious(course.get().jacobian(), step))) {
            return Optional.empty();
        }
        Watch watch = new Watch(new StabilityRegion(integrator.tableau()), step);
        double until = Math.min(definition.duration(), LONGEST);
        course.get().follow(until, step, until / 100, (int) Math.min(MOST_STEPS, work / cost), watch::see);
        return watch.isUnstable()
                ? Optional.of(new Found(point.id(), step, watch.eigenvalue, watch.stable))
                : Optional.empty();
    }

    private static boolean isSuspicious(double[][] jacobian, double step) {
        for (int v = 0; v < jacobian.length; v++) {
            if (jacobian[v][v] * step < -SUSPICIOUS) {
                return true;
            }
        }
        return false;
    }

    private Optional<RoughCourse> course(Point point, RowSimulator.Kind kind) {
        NeuronPlan plan = plans.computeIfAbsent(kind, same -> RowSimulator.plan(definition, same, Set.of(), false));
        KernelSpec spec = plan.kernel();
        return plan.trial(point, definition.protocol(point)).map(trial -> {
            Map<String, Double> quantities = new HashMap<>();
            double[] values = plan.quantities().at(point);
            for (int q = 0; q < values.length; q++) {
                quantities.put(spec.given().get(q), values[q]);
            }
            return new RoughCourse(spec, quantities, trial.initial());
        });
    }

    /** Follows how errors grow. */
    private static final class Watch {
        private final StabilityRegion region;
        private final double step;
        private double growth;
        private double most;
        private Complex eigenvalue = Complex.ZERO;
        private double stable = Double.POSITIVE_INFINITY;

        Watch(StabilityRegion region, double step) {
            this.region = region;
            this.step = step;
        }

        void see(double[][] jacobian, double length) {
            double perStep = 0;
            for (Complex each : eigenvalues(jacobian)) {
                Complex z = each.multiply(step);
                if (each.getRealPart() < 0 && !region.contains(z)) {
                    perStep = Math.max(perStep, Math.log(region.factor(z)));
                    double longest = region.longestStep(each, step);
                    if (longest < stable) {
                        stable = longest;
                        eigenvalue = each;
                    }
                }
            }
            growth = perStep > 0 ? growth + perStep * length / step : 0;
            most = Math.max(most, growth);
        }

        boolean isUnstable() {
            return most > GROWTH;
        }
    }

    /** None where they cannot be found, as of what is not finite. */
    private static Complex[] eigenvalues(double[][] jacobian) {
        for (double[] row : jacobian) {
            for (double element : row) {
                if (!Double.isFinite(element)) {
                    return new Complex[0];
                }
            }
        }
        try {
            return new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(jacobian, false)).getEigenvalues();
        } catch (MathRuntimeException e) {
            return new Complex[0];
        }
    }

    /** {@code RK4 is unstable with steps of 0.01 in row 0 of VanDerPol: …}. */
    private String warning(RowSimulator.Kind kind, Found found) {
        Model model = definition.models().get(kind.model());
        String time = model.time().equals("dimensionless") ? "" : model.time();
        boolean canAdapt = definition.settings().noise().kind() == Noise.NONE
                && !definition.precisions().contains(Precision.FLOAT);
        return "%s is unstable with steps of %s in row %d of %s, whose equations have an eigenvalue of %s there; steps of %s would do%s"
                .formatted(
                        kind.integrator().label(),
                        (Formula.shown(found.step) + " " + time).strip(),
                        found.id,
                        model.name(),
                        shown(found.eigenvalue) + (time.isEmpty() ? "" : " 1/" + time),
                        (rounded(found.stable, RoundingMode.DOWN) + " " + time).strip(),
                        canAdapt ? ", and " + Integrator.RODAS5P.label() + " needs no short ones" : "");
    }

    private static String shown(Complex eigenvalue) {
        String real = rounded(eigenvalue.getRealPart(), RoundingMode.HALF_EVEN);
        String imaginary = rounded(Math.abs(eigenvalue.getImaginaryPart()), RoundingMode.HALF_EVEN);
        return imaginary.equals("0") ? real : real + " ± " + imaginary + "i";
    }

    private static String rounded(double value, RoundingMode mode) {
        return Formula.shown(
                new BigDecimal(value).round(new MathContext(DIGITS, mode)).doubleValue());
    }
}
