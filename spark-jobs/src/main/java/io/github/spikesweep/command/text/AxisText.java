package io.github.spikesweep.command.text;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sample.Distribution;
import io.github.spikesweep.sample.Halton;
import io.github.spikesweep.sample.IndependentDraws;
import io.github.spikesweep.sample.LatinHypercube;
import io.github.spikesweep.sample.LogUniform;
import io.github.spikesweep.sample.Morris;
import io.github.spikesweep.sample.Normal;
import io.github.spikesweep.sample.Rotated;
import io.github.spikesweep.sample.Saltelli;
import io.github.spikesweep.sample.Sobol;
import io.github.spikesweep.sample.Uniform;
import io.github.spikesweep.sample.UnitSequence;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.Linspace;
import io.github.spikesweep.space.Logspace;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.space.Sampled;
import io.github.spikesweep.space.Stepped;
import io.github.spikesweep.space.Values;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The values of an axis in a few words. */
public final class AxisText {
    private static final int SHOWN = 8;

    private AxisText() {}

    public static String of(Values values) {
        if (values instanceof Labels labels) {
            return String.join(", ", labels.names());
        }
        Numbers numbers = (Numbers) values;
        if (numbers instanceof Sampled sampled) {
            return sampled(sampled);
        }
        if (numbers instanceof NumberList) {
            return listed(numbers);
        }
        return "%s to %s, %s"
                .formatted(
                        Figures.number(numbers.at(0)), Figures.number(numbers.at(numbers.size() - 1)), form(numbers));
    }

    private static String listed(Numbers numbers) {
        String shown = LongStream.range(0, Math.min(SHOWN, numbers.size()))
                .mapToObj(i -> Figures.number(numbers.at(i)))
                .collect(Collectors.joining(", "));
        return numbers.size() > SHOWN ? shown + ", …" : shown;
    }

    private static String form(Numbers numbers) {
        if (numbers instanceof Linspace) {
            return "evenly spaced";
        }
        if (numbers instanceof Logspace) {
            return "logarithmically spaced";
        }
        if (numbers instanceof Stepped stepped) {
            return "by " + Figures.number(stepped.step());
        }
        throw new IllegalStateException("no form of " + numbers);
    }

    /** How the numbers are drawn: {@code 50 to 200, Latin hypercube}. */
    private static String sampled(Sampled sampled) {
        return distribution(sampled.distribution()) + ", " + sequence(sampled.sequence(), sampled.size());
    }

    private static String distribution(Distribution distribution) {
        if (distribution instanceof Uniform uniform) {
            return Figures.number(uniform.low()) + " to " + Figures.number(uniform.high());
        }
        if (distribution instanceof LogUniform uniform) {
            return Figures.number(uniform.low()) + " to " + Figures.number(uniform.high()) + " in logarithms";
        }
        Normal normal = (Normal) distribution;
        return "normal with mean " + Figures.number(normal.mean()) + ", standard deviation "
                + Figures.number(normal.deviation());
    }

    private static String sequence(UnitSequence sequence, long size) {
        if (sequence instanceof IndependentDraws) {
            return "at random";
        }
        if (sequence instanceof LatinHypercube) {
            return "Latin hypercube";
        }
        if (sequence instanceof Sobol) {
            return "Sobol";
        }
        if (sequence instanceof Halton) {
            return "Halton";
        }
        if (sequence instanceof Saltelli saltelli) {
            return "Saltelli, %s base points of %d rows"
                    .formatted(Figures.count(size / saltelli.rowsPerPoint()), saltelli.rowsPerPoint());
        }
        if (sequence instanceof Morris morris) {
            return "Morris, %s levels, %s trajectories of %d rows"
                    .formatted(
                            Figures.count(morris.levels()),
                            Figures.count(size / morris.rowsPerTrajectory()),
                            morris.rowsPerTrajectory());
        }
        return sequence(((Rotated) sequence).sequence(), size) + " shifted";
    }
}
