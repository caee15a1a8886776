package io.github.spikesweep.command;

import io.github.spikesweep.circuit.CircuitReader;
import io.github.spikesweep.circuit.LocalParts;
import io.github.spikesweep.command.text.CircuitText;
import io.github.spikesweep.command.text.DeviceText;
import io.github.spikesweep.command.text.ModelText;
import io.github.spikesweep.command.text.SynapseText;
import io.github.spikesweep.command.text.TextTable;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.ModelReader;
import io.github.spikesweep.model.reading.SynapseCatalog;
import io.github.spikesweep.model.reading.SynapseReader;
import io.github.spikesweep.path.UserPath;
import io.github.spikesweep.source.ModelFiles;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spikesweep models}. */
@Command(
        name = "models",
        description =
                "Lists the models and synapses, or shows the equations, variables, parameters, units and defaults of one, or"
                        + " the parts of a circuit.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        footer = {
            "",
            "Examples:",
            "  spikesweep models",
            "  spikesweep models HH",
            "  spikesweep models my-neuron.yaml",
            "  spikesweep models Gradual",
            "  spikesweep models half-centre.yaml",
            "  spikesweep models --devices"
        })
final class ModelsCommand implements Runnable {
    /** The list shows all variables of a model that has no more than these, and else the first ones. */
    private static final int MOST_VARIABLES = 4;

    private static final int FIRST_VARIABLES = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME|FILE.yaml",
            arity = "0..1",
            description =
                    "A model or synapse to show: a built-in one, or one in a file, which may also be a circuit. Without it,"
                            + " the built-in ones are listed.")
    private Optional<String> name;

    @Option(names = "--devices", description = "Lists the devices that --device of run and bench accepts, instead.")
    private boolean devices;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (devices) {
            DeviceText.lines().forEach(out::println);
        } else if (name.isPresent()) {
            lines(name.get()).forEach(out::println);
        } else {
            list().lines("").forEach(out::println);
            out.println();
            synapses().lines("").forEach(out::println);
            out.println();
            out.println("'spikesweep models NAME' shows the equations, parameters, units and source of one");
        }
    }

    private static TextTable list() {
        TextTable list = new TextTable("name", "title", "kind", "variables");
        for (String name : ModelCatalog.names()) {
            Model model = ModelCatalog.find(name).orElseThrow();
            list.row(model.name(), model.title(), kind(model), variables(model));
        }
        return list;
    }

    /** The first few, if a line of the list has no room for all. */
    private static String variables(Model model) {
        List<String> names = model.variableNames();
        return names.size() <= MOST_VARIABLES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, FIRST_VARIABLES)) + ", …";
    }

    private static String kind(Model model) {
        String kind = switch (model.dynamics()) {
            case DIFFERENTIAL -> "equations";
            case MAP -> "map";
        };
        return model.reset().isEmpty() ? kind : kind + ", reset";
    }

    private static TextTable synapses() {
        TextTable list = new TextTable("synapse", "title", "kind", "variables");
        for (String name : SynapseCatalog.names()) {
            Synapse synapse = SynapseCatalog.find(name).orElseThrow();
            String variables = synapse.variables().stream().map(Variable::name).collect(Collectors.joining(", "));
            list.row(name, synapse.title(), synapse.hasEvents() ? "by spikes" : "graded", variables);
        }
        return list;
    }

    private static List<String> lines(String name) {
        if (ModelFiles.isFile(name)) {
            return linesOfFile(name);
        }
        Optional<Synapse> synapse = SynapseCatalog.find(name);
        return synapse.isPresent()
                ? SynapseText.lines(synapse.get())
                : ModelText.lines(ModelCatalog.find(name).orElseThrow(() -> unknown(name)));
    }

    private static List<String> linesOfFile(String file) {
        Entry.Section top = ModelFiles.document(file);
        if (CircuitReader.isCircuit(top)) {
            return CircuitText.lines(LocalParts.circuit(top, new UserPath(file).local()));
        }
        return top.keys().containsKey("kind")
                ? SynapseText.lines(SynapseReader.read(top))
                : ModelText.lines(ModelReader.read(top));
    }

    private static InputException unknown(String name) {
        List<String> names = new ArrayList<>(ModelCatalog.names());
        names.addAll(SynapseCatalog.names());
        return new InputException("unknown model or synapse '" + name + "'" + new KnownNames(names).hint(name)
                + "; or a file that ends in .yaml");
    }
}
