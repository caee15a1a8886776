package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that grow at rest, and inputs in which something happens that their stages do not see. */
@OneIn(6)
class HiddenInputTest {
    /** The TiringLIF of MODELS.md. */
    private static final Model TIRING = SmallModels.read("""
            name: TiringLIF
            variables: {v: {initial: -65}, theta: {initial: 0}}
            parameters: {tau: {default: 10}, tau_theta: {default: 80}, r: {default: 10}, rest: {default: -65}, rise: {default: 2}}
            input: I
            equations: {v: (rest - v + r*I) / tau, theta: -theta / tau_theta}
            reset: {v: -65 - theta/2, theta: theta + rise}
            spike: {variable: v, threshold: -50}
            """);

    private static Outcome run(Model model, Integrator integrator, String input, Protocol protocol) {
        double[] parameters =
                model.parameters().stream().mapToDouble(p -> p.defaultValue()).toArray();
        double[] quantities = java.util.Arrays.copyOf(parameters, parameters.length + 2);
        double[] initial = InitialState.ofDefaults(model).values();
        Trial trial = new Trial(SmallModels.driven(model, integrator, input), protocol, quantities, initial);
        return SmallModels.run(trial, Recording.of(Recording.Detail.SPIKE_TIMES));
    }

    private static Outcome adaptive(Model model, String input, double duration) {
        return run(model, Integrator.DORMAND_PRINCE, input, Protocol.adaptive(duration, 0, 1e-6));
    }

    /** Counts of RK4 with steps of 0.001, in parentheses of the issue. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20*exp(-((t-60.5)/0.5)^2) | 1
            where(t > 60, where(t < 62, 20, 0), 0) | 2
            """)
    void whatHappensAtRestIsSeen(String input, int spikes) {
        assertEquals(spikes, adaptive(TIRING, input, 100).spikes().count());
        assertEquals(
                spikes,
                run(TIRING, Integrator.RK4, input, Protocol.fixed(0.001, 100_000, 0))
                        .spikes()
                        .count());
    }

    /** What an input adds up to, in closed form, where all but a small part of the time is rest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exp(-((t - 617.3)/0.01)^2) | 0.017724538509055
            exp(-((t - 617.3)/0.0001)^2) | 0.00017724538509055
            100*t + 1/(1 + exp(-(t - 600)/0.01)) - 1/(1 + exp(-(t - 602)/0.01)) - 100*t | 2
            max(0, 1 - abs(t - 617.3)/0.5) | 0.5
            exp(-abs(t - 617.3)/0.01) | 0.02
            abs(t - 617.3) < 0.01 | 0.02
            mod(t, 250) < 0.01 and t > 1 | 0.03
            not (t < 617.3 or t > 617.31) | 0.01
            sign(t - 617.3) - sign(t - 617.31) | 0.02
            round(t/1234.6) - round(t/1234.62) | 0.01
            ceil(t/617.3) - ceil(t/617.31) | 0.01
            min(1, max(0, 100 - abs(t - 617.3)*1000)) | 0.199
            sqrt(max(0, 1 - (t - 617.3)^2)) | 1.5707963267948966
            pulse(t*2, 1234.6, 0.02) | 0.01
            where(t > 617.3, exp(-(t - 617.3)/0.01), 0) | 0.01
            floor(t/617.3)*(1 - floor(t/617.31)) | 0.01
            tanh((t - 617.3)/0.01)^2 - 1 | -0.02
            ramp(t, 617, 618)*(1 - ramp(t, 617, 618)) | 0.16666666666666666
            exp(-((ramp(t, 0, 1000) - 0.6173)/0.00001)^2) | 0.017724538509055
            (t - 617)*pulse(t, 617, 0.01)*exp(-t)*exp(617)*20000 | 0.9933582
            0*t + pulse(t, 617.3, 0.01) | 0.01
            where(cos(t/100) < -0.9999, 1, 0)*(sin(t/100 + 1)/sin(t/100 + 1)) | 5.6569013910
            """)
    void allOfItArrives(String input, double charge) {
        Outcome outcome = adaptive(SmallModels.INTEGRATOR, input, 1000);
        assertEquals(charge, outcome.end(0), 1e-6, outcome.steps() + " steps");
        assertTrue(outcome.steps() < 20_000, outcome.steps() + " steps");
    }

    @Test
    void periodicInputsAreFollowed() {
        // The mean of sin^50 is 50!/(25! 2^25)^2.
        double mean = 0.11227517265921705;
        Outcome peaks = adaptive(SmallModels.INTEGRATOR, "sin(2*3.141592653589793*t/20)^50", 1000);
        assertEquals(1000 * mean, peaks.end(0), 1e-5);
        assertEquals(
                500,
                adaptive(SmallModels.INTEGRATOR, "sin(2*3.141592653589793*t/20) > 0", 1000)
                        .end(0),
                1e-6);
        assertEquals(
                0,
                adaptive(SmallModels.INTEGRATOR, "sin(2*3.141592653589793*t/20)", 1000)
                        .end(0),
                1e-6);
        // A chirp, by Fresnel's integral: S(x) = ∫ sin(πu²/2) du, S(20) = 0.48408.
        Outcome chirp = adaptive(SmallModels.INTEGRATOR, "sin(3.141592653589793*t^2/2)", 20);
        assertEquals(0.4840845, chirp.end(0), 1e-5);
    }

    /** In a model's equations, through its own functions of the input. */
    @Tag("thorough")
    @Test
    void aModelsOwnFunctionsOfTheTimeAreSeen() {
        Model own = SmallModels.read("""
                name: Own
                variables: {x: {initial: 0}}
                input: I
                let: {late: "exp(-((t - 617.3)/0.01)^2)", above: "max(I - 5, 0)"}
                equations: {x: late*(1 + 0*x) + above}
                spike: {variable: x, threshold: 1e9}
                """);
        assertEquals(0.017724538509055, adaptive(own, "0*a", 1000).end(0), 1e-6);
        double above = adaptive(own, "6*exp(-((t - 300)/0.1)^2)", 1000).end(0) - 0.017724538509055;
        // ∫ max(6 e^(-u²) − 5, 0) du, with u up to sqrt(log 1.2): 0.05825 (midpoint rule of 10^6 points), times 0.1.
        assertEquals(integral(), above, 1e-6);
    }

    private static double integral() {
        double sum = 0;
        int points = 1_000_000;
        for (int k = 0; k < points; k++) {
            double u = (k + 0.5) / points;
            sum += 2 * Math.max(6 * Math.exp(-u * u) - 5, 0) / points;
        }
        return 0.1 * sum;
    }

    /** Random inputs of the language, against RK4 in short steps. */
    @Tag("thorough")
    @Test
    void spikesAreThoseOfShortSteps() {
        SplittableRandom random = new SplittableRandom(4);
        int compared = 0;
        for (int k = 0; k < 16; k++) {
            String input = "(" + bump(random) + ") + (" + bump(random) + ")";
            int less = fixedCount("0.97*(" + input + ")");
            int more = fixedCount("1.03*(" + input + ")");
            if (less == more) {
                assertEquals(less, adaptive(TIRING, input, 200).spikes().count(), input);
                compared++;
            }
        }
        assertTrue(compared >= 10, compared + " of them are no matter of rounding");
    }

    private static int fixedCount(String input) {
        return run(TIRING, Integrator.RK4, input, Protocol.fixed(0.01, 20_000, 0))
                .spikes()
                .count();
    }

    private static String bump(SplittableRandom random) {
        double at = random.nextDouble(20, 180);
        double width = Math.exp(random.nextDouble(Math.log(0.2), Math.log(10)));
        String form = new String[] {
                    "exp(-((t - AT)/W)^2)",
                    "where(t > AT, where(t < AT + W, 1, 0), 0)",
                    "abs(t - AT) < W",
                    "where(t > AT, exp(-(t - AT)/W), 0)",
                    "where(t > AT, (t - AT)/W*exp(1 - (t - AT)/W), 0)",
                    "sin(t/W/6)^20 * pulse(t, AT, 20)",
                    "1/(1 + exp(-(t - AT)/W)) - 1/(1 + exp(-(t - AT - 4*W)/W))",
                    "pulse(t, AT, W)*pulse(t, AT + W/4, W)",
                    "max(0, 1 - abs(t - AT)/W)",
                    "(sin(t/W/6) > 0.9)*ramp(t, 5, AT)",
                    "exp(-abs(t - AT)/W)",
                    "tanh((t - AT)/W)^2 < 0.5"
                }
                [random.nextInt(12)];
        double size = random.nextDouble(3, 20);
        return size + "*(" + form.replace("AT", Double.toString(at)).replace("W", Double.toString(width)) + ")";
    }
}
