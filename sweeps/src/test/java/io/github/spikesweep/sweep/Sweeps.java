package io.github.spikesweep.sweep;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.reading.axis.FileSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sweep files for tests. Lines are numbered from 1. */
public final class Sweeps {
    /** Without duration and step; three lines. */
    public static final String HH = "name: x\nneuron: HHDoubleRK4\ninput: 0.1\n";

    /** The least that a file needs; five lines. */
    public static final String SHORT = HH + "duration: 10\nstep: 0.01\n";

    /** Without a neuron; three lines. */
    public static final String MODELLESS = "name: x\nduration: 10\nstep: 0.01\n";

    /** A source without files. */
    public static final FileSource NO_FILES = path -> {
        throw new NoSuchFileException(path);
    };

    /** The built-in models and neurons as listed in messages. */
    public static final String MODELS = String.join(", ", ModelCatalog.names());

    public static final String NEURONS =
            NeuronName.everyName().stream().limit(30).map(NeuronName::toString).collect(Collectors.joining(", "))
                    + (NeuronName.everyName().size() > 30 ? ", …" : "");

    private Sweeps() {}

    public static SweepDefinition read(String text, String... overrides) {
        return SweepReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8), NO_FILES, List.of(overrides));
    }

    /** The message about a bad file. */
    public static String fault(String text, String... overrides) {
        return assertThrows(InputException.class, () -> read(text, overrides)).getMessage();
    }

    public static List<String> columns(SweepDefinition definition) {
        return definition.columns().stream().map(Column::name).toList();
    }

    /** The values along an axis, as in its column. */
    public static List<Object> values(SweepDefinition definition, String axis) {
        int index = definition.space().axis(axis).orElseThrow();
        List<Object> values = new ArrayList<>();
        for (long i = 0; i < definition.space().axes().get(index).size(); i++) {
            values.add(
                    definition.space().axes().get(index).isNumeric()
                            ? (Object) definition.space().axes().get(index).value(i)
                            : definition.space().axes().get(index).name(i));
        }
        return values;
    }
}
