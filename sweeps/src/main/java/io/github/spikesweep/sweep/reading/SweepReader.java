package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.simulation.spike.RegimeRule;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.Audit;
import io.github.spikesweep.sweep.Chains;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.Refinement;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.neuron.Timing;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.output.OutputCatalog;
import io.github.spikesweep.sweep.reading.axis.AxisHead;
import io.github.spikesweep.sweep.reading.axis.DirectionAxis;
import io.github.spikesweep.sweep.reading.axis.FileSource;
import io.github.spikesweep.sweep.reading.axis.NamedFiles;
import io.github.spikesweep.sweep.reading.check.CountCheck;
import io.github.spikesweep.sweep.reading.check.EquationSizeCheck;
import io.github.spikesweep.sweep.reading.check.GrowthCheck;
import io.github.spikesweep.sweep.reading.check.HoldCheck;
import io.github.spikesweep.sweep.reading.check.ResetLevelCheck;
import io.github.spikesweep.sweep.reading.check.SmoothCheck;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import io.github.spikesweep.sweep.reading.given.Scope;
import io.github.spikesweep.sweep.reading.given.TimingReader;
import io.github.spikesweep.sweep.reading.unit.SweepUnits;
import io.github.spikesweep.sweep.rows.SweepRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a sweep file. */
public final class SweepReader {
    /** The name becomes the name of a directory. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private final GivenKeys keys;
    private final NamedFiles files;

    private SweepReader(GivenKeys keys, NamedFiles files) {
        this.keys = keys;
        this.files = files;
    }

    /**
     * Reads the text of a sweep file.
     *
     * @param source the file's name in messages, its path as the user gave it
     * @param text the text in UTF-8
     * @param files reads the model files that it names
     * @param overrides texts {@code KEY=VALUE} that change it, with dotted keys and values in YAML
     * @throws InputException if it is not a valid sweep
     */
    public static SweepDefinition read(String source, byte[] text, FileSource files, List<String> overrides) {
        return readRows(source, text, files, overrides, Optional.empty()).definition();
    }

    /**
     * Reads the text of a sweep file, and which of its rows are wanted.
     *
     * @param where a condition over {@code id}, axes and constants, in the language of the file, that wanted rows satisfy
     * @throws InputException if it is not a valid sweep, or no row is wanted
     */
    public static SweepRows readRows(
            String source, byte[] text, FileSource files, List<String> overrides, Optional<String> where) {
        return readRows(source, text, files, overrides, where, Set.of());
    }

    /**
     * The same without looking at some keys.
     *
     * @param ignored the keys
     * @throws InputException if it is not a valid sweep without them, or no row is wanted
     */
    public static SweepRows readRows(
            String source,
            byte[] text,
            FileSource files,
            List<String> overrides,
            Optional<String> where,
            Set<String> ignored) {
        Entry.Section top =
                Overrides.apply(DocumentReader.read(source, text), overrides).without(ignored);
        NamedFiles named = new NamedFiles(source, files);
        return new SweepReader(GivenKeys.of(top, named), named).read(where);
    }

    private SweepRows read(Optional<String> where) {
        String name = name();
        String description = keys.file().text("description").orElse("");
        Neurons neurons = new NeuronReader(keys, new SweepParts(files)).read();
        SmoothCheck smooth = new SmoothCheck(keys);
        smooth.check(neurons);
        new EquationSizeCheck(keys).check(neurons);
        Scope scope = scope(neurons);
        ParameterSpace space = new AxesReader(keys, neurons).read();
        Constraint constraint = ConstraintReader.ofFile(keys, scope, space);
        Timing timing = new TimingReader(keys, scope, neurons).read(space);
        Neurons spiking = new SpikeRequestReader(keys, neurons, scope).read();
        RegimeReader regime = new RegimeReader(keys, scope);
        RegimeRule rule = regime.read();
        Find find =
                keys.find().map(reader -> reader.read(scope, spiking).by(rule)).orElse(Find.NONE);
        Settings settings = new SettingsReader(keys, neurons, scope).read(space, find);
        smooth.check(neurons, settings);
        UntilReader until = new UntilReader(keys, spiking);
        until.check(settings);
        new ResetLevelCheck(keys).check(spiking, settings);
        new HoldCheck(keys).check(spiking, settings);
        new CountCheck(keys, spiking, timing).check(space);
        List<Output> chosen = new OutputReader(keys, spiking)
                .read(space, find, until.isSettled()).stream()
                        .map(output -> Output.by(rule, output))
                        .toList();
        until.check(chosen);
        List<Output> outputs = new TraceReader(keys, scope, neurons.timeUnit()).read(chosen, space, timing);
        Chains chains = keys.continued()
                .map(reader -> reader.read(keys, space, settings, outputs, timing))
                .orElse(Chains.NONE);
        Audit audit = new AuditReader(keys, scope, neurons).read(space, timing, settings);
        Refinement refinement =
                new RefineReader(keys, scope).read(space, settings, outputs, OutputCatalog.available(spiking));
        SweepDefinition definition = new SweepDefinition(
                name,
                description,
                space,
                constraint,
                spiking,
                timing,
                settings,
                find,
                chains,
                refinement.columns(outputs),
                audit,
                refinement);
        regime.check(definition);
        new GrowthCheck(keys).check(definition);
        Constraint wanted = where.map(text -> ConstraintReader.ofOption(text, scope, definition))
                .orElse(Constraint.NONE);
        return SweepRows.of(definition, wanted, scope.warnings());
    }

    private String name() {
        Entry.Scalar name = Fields.scalar(keys.file().require("name"), "'name'");
        if (!NAME.matcher(name.text()).matches()) {
            throw new InputException(
                    name.position(),
                    "the name becomes a directory: letters, digits, '.', '_' and '-', not starting with '.', at most 100; found "
                            + name.shown());
        }
        return name.text();
    }

    private Scope scope(Neurons neurons) {
        Naming naming = new Naming(neurons);
        naming.checkColumns(keys.file().positionOf(keys.file().find("circuit").isPresent() ? "circuit" : "model"));
        List<String> numeric = keys.axes().names().stream()
                .filter(axis -> !SweepKeys.PARTS.contains(axis))
                .filter(axis -> !(keys.axes().get(axis) instanceof DirectionAxis))
                .toList();
        List<String> carried = keys.axes().carried().stream()
                .map(column -> column.head().name())
                .toList();
        SweepUnits units = new SweepUnits(neurons, keys.axes().units());
        keys.found().forEach(head -> {
            keys.checkNoAxis(head);
            AxesReader.checkUnit(head, "", neurons);
            head.unit().ifPresent(unit -> units.declareFound(head.name(), unit));
        });
        Scope scope =
                new Scope(numeric, keys.found().stream().map(AxisHead::name).toList(), carried, units);
        Optional<Entry> entry = keys.file().find("constants");
        if (entry.isPresent()) {
            Entry.Section constants = Fields.section(entry.get(), "'constants'");
            constants.entries().forEach((name, value) -> {
                naming.checkConstant(name, constants.keys().get(name));
                scope.declareConstant(name, value);
            });
        }
        if (keys.file().find("until").isPresent()) {
            naming.declareUntil(keys.file().positionOf("until"));
        }
        for (String axis : keys.axes().names()) {
            naming.declareAxis(keys.axes().get(axis), scope.constants());
        }
        for (int depth = 0; depth < keys.found().size(); depth++) {
            naming.declareFound(keys.found().get(depth), depth, scope.constants());
        }
        keys.axes().carried().forEach(column -> naming.declareCarried(column.head(), scope.constants()));
        return scope;
    }
}
