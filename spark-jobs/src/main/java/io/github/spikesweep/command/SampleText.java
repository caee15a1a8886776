package io.github.spikesweep.command;

import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sample.Distribution;
import io.github.spikesweep.sample.Halton;
import io.github.spikesweep.sample.IndependentDraws;
import io.github.spikesweep.sample.LatinHypercube;
import io.github.spikesweep.sample.LogUniform;
import io.github.spikesweep.sample.Normal;
import io.github.spikesweep.sample.Rotated;
import io.github.spikesweep.sample.Sobol;
import io.github.spikesweep.sample.Uniform;
import io.github.spikesweep.sample.UnitSequence;
import io.github.spikesweep.space.Sampled;

/** How the numbers of a sampled axis are drawn, in a few words: {@code 50 to 200, Latin hypercube}. */
final class SampleText {
    private SampleText() {}

    static String of(Sampled sampled) {
        return distribution(sampled.distribution()) + ", " + sequence(sampled.sequence());
    }

    private static String distribution(Distribution distribution) {
        if (distribution instanceof Uniform uniform) {
            return Figures.number(uniform.low()) + " to " + Figures.number(uniform.high());
        }
        if (distribution instanceof LogUniform uniform) {
            return Figures.number(uniform.low()) + " to " + Figures.number(uniform.high()) + " in the logarithm";
        }
        Normal normal = (Normal) distribution;
        return "normal about " + Figures.number(normal.mean()) + ", deviation " + Figures.number(normal.deviation());
    }

    private static String sequence(UnitSequence sequence) {
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
        return sequence(((Rotated) sequence).sequence()) + " rotated";
    }
}
