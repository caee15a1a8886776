package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.ModelCatalog;
import io.github.spikesweep.model.ModelReader;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.sweep.reading.axis.NamedFiles;

/** Finds the models that a sweep file names: built-in ones, and model files beside it. */
final class ModelFiles {
    private final NamedFiles files;

    ModelFiles(NamedFiles files) {
        this.files = files;
    }

    Model find(Entry.Scalar name) {
        if (name.text().endsWith(".yaml") || name.text().endsWith(".yml")) {
            return ModelReader.read(files.shown(name), files.content(name, "model file"));
        }
        return ModelCatalog.find(name.text())
                .orElseThrow(
                        () -> new InputException(name.position(), "unknown model " + name.shown() + hint(name.text())));
    }

    private static String hint(String name) {
        return NeuronName.find(name).isPresent()
                ? "; it is a neuron: use the key 'neuron'"
                : new KnownNames(ModelCatalog.names()).hint(name) + "; or the path of a model file that ends in .yaml";
    }
}
