package io.github.spikesweep.command;

import io.github.spikesweep.progress.Figures;
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
final class AxisText {
    private static final int SHOWN = 8;

    private AxisText() {}

    static String of(Values values) {
        if (values instanceof Labels labels) {
            return String.join(", ", labels.names());
        }
        Numbers numbers = (Numbers) values;
        if (numbers instanceof Sampled sampled) {
            return SampleText.of(sampled);
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
}
