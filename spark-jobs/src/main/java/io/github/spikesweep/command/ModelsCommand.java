package io.github.spikesweep.command;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.ModelReader;
import io.github.spikesweep.source.ModelFiles;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spikesweep models}. */
@Command(
        name = "models",
        description = "Lists the models, or shows one model's equations, variables, parameters, units and defaults.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        footer = {"", "Examples:", "  spikesweep models", "  spikesweep models HH", "  spikesweep models my-neuron.yaml"
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
                    "A model to show: a built-in one, or one in a file. Without it, the built-in models are listed.")
    private Optional<String> name;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isPresent()) {
            ModelText.lines(find(name.get())).forEach(out::println);
        } else {
            list().lines("").forEach(out::println);
            out.println();
            out.println("'spikesweep models NAME' shows a model's equations, parameters, units and source");
        }
    }

    private static TextTable list() {
        TextTable list = new TextTable("name", "title", "kind", "variables");
        for (String name : ModelCatalog.names()) {
            Model model = find(name);
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

    private static Model find(String name) {
        if (ModelFiles.isFile(name)) {
            return ModelReader.read(name, ModelFiles.read(name));
        }
        return ModelCatalog.find(name)
                .orElseThrow(() -> new InputException("unknown model '" + name + "'"
                        + new KnownNames(ModelCatalog.names()).hint(name) + "; or a model file that ends in .yaml"));
    }
}
