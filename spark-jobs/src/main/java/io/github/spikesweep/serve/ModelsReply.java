package io.github.spikesweep.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Definition;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.Variable;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.ModelReader;
import io.github.spikesweep.source.ModelFiles;
import java.util.List;
import java.util.Locale;

/** The built-in models, or one model: its equations, parameters and units. */
record ModelsReply(Request request) {
    ObjectNode answer() {
        ObjectNode done = Replies.event(request.id(), "done");
        ArrayNode models = done.putArray("models");
        List<Model> all = request.text("name")
                .map(name -> List.of(find(name)))
                .orElseGet(() -> ModelCatalog.names().stream()
                        .map(name -> ModelCatalog.find(name).orElseThrow())
                        .toList());
        all.forEach(model -> describe(model, models.addObject()));
        return done;
    }

    private static Model find(String name) {
        if (ModelFiles.isFile(name)) {
            return ModelReader.read(ModelFiles.document(name, SweepRequest.local(name)));
        }
        return ModelCatalog.find(name)
                .orElseThrow(() -> new InputException("unknown model '" + name + "'"
                        + new KnownNames(ModelCatalog.names()).hint(name) + "; or a file that ends in .yaml"));
    }

    private static void describe(Model model, ObjectNode to) {
        to.put("name", model.name())
                .put("title", model.title())
                .put("source", model.source())
                .put("time", model.time())
                .put("kind", model.dynamics().name().toLowerCase(Locale.ROOT));
        ArrayNode variables = to.putArray("variables");
        for (Variable variable : model.variables()) {
            variables
                    .addObject()
                    .put("name", variable.name())
                    .put("initial", variable.initial().text())
                    .put("unit", variable.unit())
                    .put("description", variable.description());
        }
        ArrayNode parameters = to.putArray("parameters");
        for (Parameter parameter : model.parameters()) {
            parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("default", parameter.defaultValue())
                    .put("unit", parameter.unit())
                    .put("description", parameter.description())
                    .put("source", parameter.source());
        }
        if (model.hasInput()) {
            to.putObject("input")
                    .put("name", model.input().name())
                    .put("unit", model.input().unit())
                    .put("description", model.input().description());
        }
        formulas(model.let(), to.putArray("let"));
        formulas(model.equations(), to.putArray("equations"));
        formulas(model.reset(), to.putArray("reset"));
    }

    private static void formulas(List<Definition> formulas, ArrayNode to) {
        formulas.forEach(formula -> to.addObject().put("name", formula.name()).put("text", formula.text()));
    }
}
