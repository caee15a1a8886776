package io.github.spikesweep.sweep.writing;

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
import io.github.spikesweep.space.Carried;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.Linspace;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.space.Sampled;
import io.github.spikesweep.space.Spaced;
import io.github.spikesweep.space.Stepped;
import io.github.spikesweep.space.Values;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The values of an axis as text that is the same for equal values, on every machine, and differs for others. */
final class AxisValuesText {
    /** Longer lists are replaced by a hash. */
    private static final int MOST_LISTED = 1_000;

    private AxisValuesText() {}

    static String of(Values values) {
        if (values instanceof Labels labels) {
            return listed("", labels.size(), labels::at);
        }
        if (values instanceof Spaced spaced) {
            // Versions without decimal arithmetic had other last bits, and no word for it.
            return (spaced.isDecimal() ? "decimal " : "") + of(spaced);
        }
        if (values instanceof Sampled sampled) {
            return "sampled " + of(sampled.sequence()) + " " + of(sampled.distribution());
        }
        NumberList list = (NumberList) values;
        return listed("values ", list.size(), i -> hex(list.at(i)));
    }

    /** The cells of a column that is carried along: each text with its length, since it may have any characters. */
    static String of(Carried carried) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < carried.size(); i++) {
            String cell = carried.isNumeric()
                    ? hex(carried.number(i))
                    : carried.text(i).map(text -> text.length() + ":" + text).orElse("");
            cells.append(cell).append('\n');
        }
        return (carried.isNumeric() ? "numbers" : "texts") + " sha256 " + CanonicalText.sha256(cells.toString());
    }

    private static String of(Spaced spaced) {
        String ends = " " + hex(spaced.first()) + " " + hex(spaced.last()) + " ";
        if (spaced instanceof Stepped range) {
            return "range" + ends + hex(range.step());
        }
        return (spaced instanceof Linspace ? "linspace" : "logspace") + ends + spaced.size();
    }

    private static String listed(String form, long size, LongFunction<String> value) {
        String all = LongStream.range(0, size).mapToObj(value).collect(Collectors.joining(" "));
        return form + (size <= MOST_LISTED ? all : "sha256 " + CanonicalText.sha256(all));
    }

    private static String of(UnitSequence sequence) {
        if (sequence instanceof IndependentDraws draws) {
            return "independent " + draws.seed() + " " + draws.stream();
        }
        if (sequence instanceof LatinHypercube cube) {
            return "lhs " + cube.seed() + " " + cube.stream();
        }
        if (sequence instanceof Sobol sobol) {
            return "sobol " + sobol.dimension() + " " + sobol.skip();
        }
        if (sequence instanceof Halton halton) {
            return "halton " + halton.base() + " " + halton.skip();
        }
        if (sequence instanceof Saltelli saltelli) {
            return "saltelli " + saltelli.axis() + " " + saltelli.axes() + " " + saltelli.secondOrder() + " "
                    + of(saltelli.a()) + " " + of(saltelli.b());
        }
        if (sequence instanceof Morris morris) {
            return "morris " + morris.seed() + " " + morris.stream() + " " + morris.axis() + " " + morris.axes() + " "
                    + morris.levels();
        }
        Rotated rotated = (Rotated) sequence;
        return "rotated " + rotated.seed() + " " + rotated.stream() + " " + of(rotated.sequence());
    }

    private static String of(Distribution distribution) {
        if (distribution instanceof Uniform uniform) {
            return "uniform " + hex(uniform.low()) + " " + hex(uniform.high());
        }
        if (distribution instanceof LogUniform uniform) {
            return "log-uniform " + hex(uniform.low()) + " " + hex(uniform.high());
        }
        Normal normal = (Normal) distribution;
        return "normal " + hex(normal.mean()) + " " + hex(normal.deviation());
    }

    private static String hex(double value) {
        return Double.toHexString(value);
    }
}
