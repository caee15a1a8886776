package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.OneIn;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates of the form a u/(e^u − 1) in the ways in which papers and programs write them, at their singularity and near it. */
@OneIn(12)
class TextbookRatesAccuracyTest {
    private static final double[] AWAY = {0, 1e-12, -1e-12, 1e-9, -1e-9, 1e-6, -1e-6, 1e-3, -1e-3, 0.1, -0.1};

    private static Model model(String range, String let, String rate) {
        String text = """
                name: Rate
                variables:
                  v: {initial: -65%s}
                  y: {initial: 0}
                parameters:
                  a: {default: 0.32}
                  vh: {default: -47}
                  vt: {default: -60}
                  k: {default: 4}
                  kt: {default: 25}
                input: I
                let: {%s}
                equations: {v: 0*I, y: "%s"}
                spike: {variable: v, threshold: 1000}
                """.formatted(range, let, rate);
        return ModelReader.read("rate.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Columns: the rate; its singularity; amplitude and slope such that it is amplitude · u/(1 − e^(−u)) with u = slope · (v − singularity); auxiliary names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Hodgkin & Huxley 1952: depolarisation negative, then positive, then absolute.
                "0.1*(v + 25)/(exp((v + 25)/10) - 1) | -25 | 1 | -0.1 | ''",
                "0.01*(v + 10)/(exp((v + 10)/10) - 1) | -10 | 0.1 | -0.1 | ''",
                "0.1*(25 - v)/(exp((25 - v)/10) - 1) | 25 | 1 | 0.1 | ''",
                "0.01*(10 - v)/(exp((10 - v)/10) - 1) | 10 | 0.1 | 0.1 | ''",
                "(0.1 - 0.01*v)/(exp(1 - 0.1*v) - 1) | 10 | 0.1 | 0.1 | ''",
                "(2.5 - 0.1*v)/(exp(2.5 - 0.1*v) - 1) | 25 | 1 | 0.1 | ''",
                "0.1*(v + 40)/(1 - exp(-(v + 40)/10)) | -40 | 1 | 0.1 | ''",
                "0.1*(v + 40)/(1.0 - exp(-0.1*(v + 40.0))) | -40 | 1 | 0.1 | ''",
                "-0.1*(v + 40)/(exp(-(v + 40)/10) - 1) | -40 | 1 | 0.1 | ''",
                "-(0.1*(v + 40))/(-1 + exp((-40 - v)/10)) | -40 | 1 | 0.1 | ''",
                "0.01*(v + 55)/(1 - exp(-(v + 55)/10)) | -55 | 0.1 | 0.1 | ''",
                "(0.1*v + 4)/(1 - exp(-0.1*v - 4)) | -40 | 1 | 0.1 | ''",
                "(0.01*v + 0.55)/(1 - exp(-0.1*v - 5.5)) | -55 | 0.1 | 0.1 | ''",
                "0.01*(v + 55)*pow(1 - exp(-(v + 55)/10), -1) | -55 | 0.1 | 0.1 | ''",
                "0.01*(v + 55)*(1 - exp(-(v + 55)/10))^-1 | -55 | 0.1 | 0.1 | ''",
                "0.01*(v + 55)*exp((v + 55)/10)/(exp((v + 55)/10) - 1) | -55 | 0.1 | 0.1 | ''",
                "0.01*(v + 55)/(1 - 1/exp((v + 55)/10)) | -55 | 0.1 | 0.1 | ''",
                "(v + 35)/(1 - exp(-(v + 35)/10))/10 | -35 | 1 | 0.1 | ''",
                "1/(10*(1 - exp(-(v + 35)/10))/(v + 35)) | -35 | 1 | 0.1 | ''",
                // Traub & Miles 1991, and Pospischil et al. 2008 with their threshold as a parameter.
                "0.32*(13.1 - v)/(exp((13.1 - v)/4) - 1) | 13.1 | 1.28 | 0.25 | ''",
                "0.28*(v - 40.1)/(exp((v - 40.1)/5) - 1) | 40.1 | 1.4 | -0.2 | ''",
                "0.032*(15.1 - v)/(exp((15.1 - v)/5) - 1) | 15.1 | 0.16 | 0.2 | ''",
                "0.32*(v + 54)/(1 - exp(-0.25*(v + 54))) | -54 | 1.28 | 0.25 | ''",
                "-0.32*(v - vt - 13)/(exp(-(v - vt - 13)/4) - 1) | -47 | 1.28 | 0.25 | ''",
                "0.28*(v - vt - 40)/(exp((v - vt - 40)/5) - 1) | -20 | 1.4 | -0.2 | ''",
                "-0.032*(v - vt - 15)/(exp(-(v - vt - 15)/5) - 1) | -45 | 0.16 | 0.2 | ''",
                "0.055*(-27 - v)/(exp((-27 - v)/3.8) - 1) | -27 | 0.209 | 0.2631578947368421 | ''",
                // Connor & Stevens 1971 as in Dayan & Abbott 2001; Wang & Buzsáki 1996.
                "0.38*(v + 29.7)/(1 - exp(-0.1*(v + 29.7))) | -29.7 | 3.8 | 0.1 | ''",
                "0.02*(v + 45.7)/(1 - exp(-0.1*(v + 45.7))) | -45.7 | 0.2 | 0.1 | ''",
                "-0.1*(v + 35)/(exp(-0.1*(v + 35)) - 1) | -35 | 1 | 0.1 | ''",
                "5*(-0.01*(v + 34)/(exp(-0.1*(v + 34)) - 1)) | -34 | 0.5 | 0.1 | ''",
                // Destexhe's and NEURON's vtrap, and as people guard it.
                "x/(exp(x/4) - 1)*0.32 | 13 | 1.28 | 0.25 | 'x: 13 - v'",
                "where(abs(x/k) < 1e-6, k*(1 - x/k/2), x/(exp(x/k) - 1)) | -47 | 4 | -0.25 | 'x: v - vh'",
                "where(x == 0, 1, x/(1 - exp(-x))) | -40 | 1 | 0.1 | 'x: (v + 40)/10'",
                "x/(1 - exp(-x/10)) | -40 | 10 | 0.1 | 'x: v + 40'",
                "(v + 40)/d | -40 | 10 | 0.1 | 'x: v + 40, d: 1 - exp(-x/10)'",
                "x*r/10 | -40 | 1 | 0.1 | 'x: v + 40, r: 1/(1 - exp(-0.1*x))'",
                "n/d/10 | -40 | 1 | 0.1 | 'n: v + 40, e: exp(-n/10), d: 1 - e'",
                // Parameters in place of numbers.
                "a*(v - vh)/(1 - exp(-(v - vh)/k)) | -47 | 1.28 | 0.25 | ''",
                "(a*v - a*vh)/(1 - exp((vh - v)/k)) | -47 | 1.28 | 0.25 | ''",
                "a*(vh - v)/(exp((vh - v)/k) - 1) | -47 | 1.28 | 0.25 | ''",
                "-a*(v - vh)/(exp(-(v - vh)*(1/k)) - 1) | -47 | 1.28 | 0.25 | ''",
                // Symmetric, and the flux of Goldman, Hodgkin & Katz.
                "0.1*(v + 40)*exp((v + 40)/20)/(exp((v + 40)/20) - exp(-(v + 40)/20)) | -40 | 1 | 0.1 | ''",
                "v*(2 - 2*exp(-v/25)*0)/(1 - exp(-v/25)) | 0 | 50 | 0.04 | ''",
                "2*a*v/kt/(1 - exp(-2*v/kt)) | 0 | 0.32 | 0.08 | ''",
            })
    void areRightNearTheirSingularity(String rate, double singular, double amplitude, double slope, String let) {
        for (String range : new String[] {", range: [-150, 100]", ""}) {
            Model model = model(range, let, rate);
            check(model, Precision.DOUBLE, singular, amplitude, slope, 1e-8);
            check(model, Precision.FLOAT, singular, amplitude, slope, 1e-5);
        }
    }

    /** The wider the range and the more exponentials share a polynomial, the fewer digits a rate has where u² is near 1e-12. */
    @ParameterizedTest
    @CsvSource({"'', 1e-14", "', range: [-100, 100]', 1e-6", "', range: [-1000, 1000]', 1e-6"})
    void areRightAmongManyExponentials(String range, double error) {
        String let = "e1: exp(-v), e2: exp(-v/2), e3: exp(-v/3), e4: exp(-v/500)";
        Model model = model(range, let, "(v + 40)/(1 - exp(-(v + 40)))");
        double[][] states = new double[400][2];
        for (int k = 0; k < states.length; k++) {
            states[k][0] = -40 + (k % 2 == 0 ? 1e-7 : -1e-7) * (1 + k / 8.0);
        }
        double[] rates = CompiledSlopes.of(model, Precision.DOUBLE, states, 1);
        for (int k = 0; k < states.length; k++) {
            double u = states[k][0] + 40;
            assertEquals(0, rates[k] / (u / -Math.expm1(-u)) - 1, error, "at " + u);
        }
    }

    private static void check(
            Model model, Precision precision, double singular, double amplitude, double slope, double error) {
        double[][] states = new double[AWAY.length][2];
        for (int k = 0; k < AWAY.length; k++) {
            double v = singular + AWAY[k];
            states[k][0] = precision == Precision.FLOAT ? (float) v : v;
        }
        double[] rates = CompiledSlopes.of(model, precision, states, 1);
        for (int k = 0; k < AWAY.length; k++) {
            Series u = Series.line(0, slope);
            Series one = Series.line(1, 0);
            Series rate = u.over(one.minus(one.over(u.exp()))).times(Series.line(amplitude, 0));
            double truth = rate.at(states[k][0] - singular);
            assertEquals(
                    0,
                    (rates[k] - truth) / truth,
                    error,
                    model.equations().get(1).text() + " at " + AWAY[k] + " in " + precision);
        }
    }
}
