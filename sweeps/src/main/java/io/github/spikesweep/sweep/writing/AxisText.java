package io.github.spikesweep.sweep.writing;

import io.github.spikesweep.equation.DecimalText;
import io.github.spikesweep.sample.Distribution;
import io.github.spikesweep.sample.LogUniform;
import io.github.spikesweep.sample.Normal;
import io.github.spikesweep.sample.Uniform;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Carried;
import io.github.spikesweep.space.Labels;
import io.github.spikesweep.space.Linspace;
import io.github.spikesweep.space.Logspace;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.space.Sampled;
import io.github.spikesweep.space.Stepped;
import io.github.spikesweep.sweep.neuron.Choice;
import io.github.spikesweep.sweep.neuron.Neurons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Writes an axis as in a sweep file, in one line: {@code [0.5, 0.8]}, {@code {linspace: [1, 2, 25], unit: mS}}. */
record AxisText(Neurons neurons) {
    private static final String VALUES = "values";
    private static final String MISSING = "null";

    /** The text after the name of the axis. */
    String of(Axis axis) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (axis.values() instanceof Labels labels) {
            entries.put(VALUES, names(axis.name(), labels));
        } else {
            putNumbers(entries, (Numbers) axis.values());
        }
        put(entries, "label", axis.label(), "");
        put(entries, "unit", axis.unit(), neurons.unit(axis.name()));
        put(entries, "description", axis.description(), neurons.description(axis.name()));
        return entries.keySet().equals(Set.of(VALUES)) ? entries.get(VALUES) : YamlLines.mapping(entries);
    }

    /** A column that is only carried along, in a zip. */
    static String of(Carried column) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(
                VALUES,
                YamlLines.list(LongStream.range(0, column.size())
                        .mapToObj(index -> cell(column, index))
                        .toList()));
        entries.put("carry", "true");
        put(entries, "label", column.label(), "");
        put(entries, "unit", column.unit(), "");
        put(entries, "description", column.description(), "");
        return YamlLines.mapping(entries);
    }

    private static String cell(Carried column, long index) {
        if (column.isNumeric()) {
            double number = column.number(index);
            return Double.isNaN(number) ? MISSING : DecimalText.of(number);
        }
        return column.text(index).map(YamlScalar::quoted).orElse(MISSING);
    }

    /** Adds a text unless it is the axis' default. */
    static void put(Map<String, String> entries, String key, String text, String usual) {
        if (!text.equals(usual)) {
            entries.put(key, YamlScalar.inFlow(text));
        }
    }

    private String names(String axis, Labels labels) {
        Choice<?> choice = neurons.choice(axis);
        return YamlLines.list(LongStream.range(0, labels.size())
                .mapToObj(index -> YamlScalar.inFlow(choice.named().get(labels.which(index))))
                .toList());
    }

    private static void putNumbers(Map<String, String> entries, Numbers numbers) {
        if (numbers instanceof NumberList list) {
            entries.put(VALUES, numbers(LongStream.range(0, list.size()).mapToDouble(list::at)));
        } else if (numbers instanceof Linspace linspace) {
            entries.put("linspace", spaced(linspace.first(), linspace.last(), linspace.size()));
        } else if (numbers instanceof Logspace logspace) {
            entries.put("logspace", spaced(logspace.first(), logspace.last(), logspace.size()));
        } else if (numbers instanceof Stepped range) {
            entries.put("range", numbers(DoubleStream.of(range.first(), range.last(), range.step())));
        } else if (numbers instanceof Sampled sampled) {
            putDistribution(entries, sampled.distribution());
        }
    }

    private static void putDistribution(Map<String, String> entries, Distribution distribution) {
        if (distribution instanceof Uniform uniform) {
            entries.put("uniform", numbers(DoubleStream.of(uniform.low(), uniform.high())));
        } else if (distribution instanceof LogUniform uniform) {
            entries.put("log-uniform", numbers(DoubleStream.of(uniform.low(), uniform.high())));
        } else if (distribution instanceof Normal normal) {
            entries.put("normal", numbers(DoubleStream.of(normal.mean(), normal.deviation())));
        }
    }

    private static String spaced(double first, double last, long size) {
        return YamlLines.list(List.of(DecimalText.of(first), DecimalText.of(last), Long.toString(size)));
    }

    private static String numbers(DoubleStream numbers) {
        return YamlLines.list(numbers.mapToObj(DecimalText::of).toList());
    }
}
