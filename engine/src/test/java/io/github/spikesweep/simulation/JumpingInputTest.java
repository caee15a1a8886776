package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Smoothness;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that make more of pulses and of conditions on the time than a sum, against their integrals in closed form. */
@OneIn(9)
class JumpingInputTest {
    private static final double STEP = 0.1;

    private static double charge(Model model, Integrator integrator, String input, double a, double b) {
        KernelSpec spec = SmallModels.driven(model, integrator, input);
        Protocol protocol = integrator.isAdaptive() ? Protocol.adaptive(20, 0, 1e-8) : Protocol.fixed(STEP, 200, 0);
        return SmallModels.run(new Trial(spec, protocol, new double[] {a, b}, new double[] {0}), Recording.BASIC)
                .end(0);
    }

    /** Each input is one of a pulse from a on for b, whose charge is b. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pulse(t, a, b)
            pulse(t, a, b)^2
            pulse(t, a, b)^3 * pulse(t, a, b + 1)
            pulse(t, a, b) * pulse(t, a - 1, b + 2)
            where(pulse(t, a, b) > 0.5, 1, 0)
            where(pulse(t, a, b) > 0, 1, 0)
            where(pulse(t, a, b), 1, 0)
            where(pulse(t, a, b) == 0, 0, 1)
            pulse(t, a, b) >= 1
            pulse(t + 2, a + 2, b)
            pulse(2*t, 2*a, 2*b)
            pulse(-t, -a - b, b)
            max(pulse(t, a, b), pulse(t, a, b/2))
            1 - abs(pulse(t, a, b) - 1)
            sqrt(pulse(t, a, b))
            3 / (1 + 2*pulse(t, a, b)) - 3 + 3*pulse(t, a, b)
            pulses(t, a, b, 100)^2
            where(pulses(t, a, b, 100) > 0.5, 1, 0)
            pulses(t, a, b, 100) * (1 - pulse(t, a + b, 1))
            where(t > a, where(t < a + b, 1, 0), 0)
            where(t < a, 0, where(t < a + b, 1, 0))
            (t > a)*(t <= a + b)
            (t >= a) - (a + b < t)
            where((t - a)*2 > 0, 1, 0) - (t/2 >= (a + b)/2)
            abs(t - a - b/2) < b/2
            max(a - t, t - a - b) < 0
            where(t > a, t - a, 0) - where(t > a, t - a - 1, 0) - (t > a + b)
            (t >= a) * (t < a + b) + (t == a) + 0*(t != a + b)
            (sign(t - a) - sign(t - a - b))/2
            (sign(a + b - t) + sign(t - a))/2
            round((t - a)/40 + 0.5) - round((t - a - b)/40 + 0.5)
            ceil((t - a)/30) - ceil((t - a - b)/30)
            floor((t - a)/30) - floor((t - a - b)/30)
            """)
    void theChargeOfEveryFormIsThatOfThePulse(String input) {
        SplittableRandom random = new SplittableRandom(input.hashCode());
        for (Integrator integrator : integrators(input)) {
            for (int k = 0; k < 4 && integrator != Integrator.MAP && integrator != Integrator.RK6; k++) {
                double a = k == 0 ? 10.03 : random.nextDouble(2, 10);
                double b = k == 0 ? 0.04 : random.nextDouble(0.001, 4);
                assertEquals(
                        b,
                        charge(SmallModels.INTEGRATOR, integrator, input, a, b),
                        1e-9,
                        integrator + ", " + a + ", " + b);
            }
        }
    }

    /** Each input is the slope of exp(-t/2) sin(t) from a to a + b, times 10. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10*pulse(t, a, b)^2 * exp(-t/2)*(cos(t) - sin(t)/2)
            where(pulse(t, a, b) > 0.5, 10*exp(-t/2)*(cos(t) - sin(t)/2), 0)
            where(t < a, 0, where(t < a + b, 10*exp(-t/2)*(cos(t) - sin(t)/2), 0))
            where(t > a, sqrt(t - a), 0) * 0 + (t > a)*(t < a + b) * 10*exp(-t/2)*(cos(t) - sin(t)/2)
            """)
    void whatIsSmoothBetweenTheEdgesIsIntegratedWithTheOrderOfTheMethod(String input) {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 8; k++) {
            double a = random.nextDouble(0, 10);
            double b = random.nextDouble(0.001, 8);
            double charge = 10 * (Math.exp(-(a + b) / 2) * Math.sin(a + b) - Math.exp(-a / 2) * Math.sin(a));
            assertEquals(charge, charge(SmallModels.INTEGRATOR, Integrator.RK4, input, a, b), 1e-6);
            assertEquals(charge, charge(SmallModels.INTEGRATOR, Integrator.BUTCHER6, input, a, b), 1e-9);
            assertEquals(charge, charge(SmallModels.INTEGRATOR, Integrator.DORMAND_PRINCE, input, a, b), 1e-7);
            assertEquals(charge, charge(SmallModels.INTEGRATOR, Integrator.RODAS5P, input, a, b), 1e-7);
        }
    }

    /** Trains of pulses by hand: from a on for half of the time, as often as 2 fits into what is left. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            where(t - a - 2*floor((t - a)/2) < 1, 1, 0)
            abs(t - a - 2*floor((t - a)/2) - 0.5) < 0.5
            1 - (floor(t - a) - 2*floor((t - a)/2))
            1 + floor(-(t - a)) + 2*floor((t - a)/2) + 1
            pulses(t, a - 20, 1, 2)^2
            mod(t - a, 2) < 1
            where(mod(t - a - 1, -2) < -1, 0, 1)
            mod(a - t, 2) < 1
            ceil(t - a) - 2*ceil((t - a)/2) + 1
            round(t - a) - 2*round((t - a)/2 - 0.25)
            (sign(mod(t - a, 2) - 1) + 1)/2
            """)
    void theChargeOfATrainIsThatOfItsPulses(String input) {
        SplittableRandom random = new SplittableRandom(3);
        for (Integrator integrator : integrators(input)) {
            for (int k = 0; k < 3 && integrator != Integrator.MAP; k++) {
                double a = random.nextDouble(0, 1);
                assertEquals(10, charge(SmallModels.INTEGRATOR, integrator, input, a, 0), 1e-9, integrator + ", " + a);
            }
        }
    }

    /** In single precision too, and in a lane beside others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pulse(t, a, b)^2",
                "where(t > a, where(t < a + b, 1, 0), 0)",
                "where(pulse(t, a, b) > 0.5, 1, 0)"
            })
    void everyLaneHasItsOwnEdges(String input) {
        KernelSpec spec = SmallModels.driven(SmallModels.INTEGRATOR, Integrator.RK4, input);
        KernelSpec single = new KernelSpec(
                spec.model(),
                spec.integrator(),
                Precision.FLOAT,
                spec.inputs(),
                spec.inputNames(),
                spec.noise(),
                spec.varying(),
                spec.recorded());
        SplittableRandom random = new SplittableRandom(5);
        List<Trial> trials = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            double[] quantities = {random.nextDouble(1, 10), random.nextDouble(0.001, 9)};
            for (KernelSpec each : List.of(spec, single)) {
                trials.add(new Trial(each, Protocol.fixed(STEP, 200, 0), quantities, new double[] {0}));
            }
        }
        List<Outcome> outcomes = new Simulator(Recording.BASIC).run(trials);
        for (int k = 0; k < trials.size(); k++) {
            double b = trials.get(k).quantities()[1];
            assertEquals(b, outcomes.get(k).end(0), k % 2 == 0 ? 1e-9 : 1e-4);
        }
    }

    /** In a map a pulse is the part of the iteration for which it lasts, and t the number of the iteration. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pulse(t, 19, 1)^2 | 1
            pulse(t, 18, 1)^2 | 0
            pulse(t, 19.25, 0.5) | 0.5
            pulse(t, 19.25, 0.5)^2 | 0.5
            t > 18 | 1
            t > 19 | 0
            t >= 19 | 1
            floor(t/2) | 9
            """)
    void mapsCountIterations(String input, double last) {
        KernelSpec spec = SmallModels.driven(SmallModels.COPY, Integrator.MAP, input);
        Trial trial = new Trial(spec, Protocol.fixed(1, 20, 0), new double[2], new double[] {0});
        assertEquals(last, SmallModels.run(trial, Recording.BASIC).end(0), 1e-12);
    }

    /** In the model's equations as in the input. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MAP", "TAYLOR"})
    void aModelMaySquareAPulse(Integrator integrator) {
        Model squared = model("x: I^2");
        assertEquals(4 * 0.04, charge(squared, integrator, "2*pulse(t, a, b)", 10.03, 0.04), 1e-9);
        assertEquals(4 * 0.04, charge(squared, integrator, "2*(t > a)*(t < a + b)", 10.03, 0.04), 1e-9);
        Model own = model("x: where(pulse(t, 10.03, 0.04) > 0.5, 1 + 0*x, 0) + 0*I");
        assertEquals(0.04, charge(own, integrator, "0*a*b", 1, 1), 1e-9);
        Model let = SmallModels.read("""
                name: Let
                variables: {x: {initial: 0}}
                input: I
                let: {on: "pulse(t, 10.03, 0.04)", early: t < 10.05}
                equations: {x: on*early + I}
                spike: {variable: x, threshold: 1e9}
                """);
        assertEquals(0.02, charge(let, integrator, "0*a*b", 1, 1), 1e-9);
    }

    /** Those that take an input: Taylor's series need one that is smooth between pulses and ramps. */
    private static List<Integrator> integrators(String input) {
        KernelSpec spec = SmallModels.driven(SmallModels.INTEGRATOR, Integrator.DORMAND_PRINCE, input);
        boolean isSmooth = Smoothness.fault(spec.inputs().get(0)).isEmpty();
        return Stream.of(Integrator.values())
                .filter(integrator -> isSmooth || integrator != Integrator.TAYLOR)
                .toList();
    }

    private static Model model(String equation) {
        return SmallModels.read("name: M\nvariables: {x: {initial: 0}}\ninput: I\nequations: {'"
                + equation.replace(": ", "': '") + "'}\nspike: {variable: x, threshold: 1e9}\n");
    }
}
