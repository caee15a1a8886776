package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.circuit.CircuitReader;
import io.github.spikesweep.circuit.Parts;
import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Synapse;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.ModelReader;
import io.github.spikesweep.model.reading.SynapseCatalog;
import io.github.spikesweep.model.reading.SynapseReader;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.sweep.reading.axis.NamedFiles;

/**
 * The models, circuits and synapses that a sweep names: built in, or in files beside or below the sweep file. What the file of a circuit names is beside or
 * below that.
 *
 * @param folder where the file is that names them, as seen from the sweep file: empty or ending with a slash
 */
record SweepParts(NamedFiles files, String folder) implements Parts {
    private static final String OR_FILE = "; or the path of a model file that ends in .yaml";

    SweepParts(NamedFiles files) {
        this(files, "");
    }

    /** A built-in model, or what is in the file of a model or circuit. */
    Model modelOrCircuit(Entry.Scalar name) {
        if (NeuronName.find(name.text()).isPresent()) {
            throw new InputException(
                    name.position(), "unknown model " + name.shown() + "; it is a neuron: use the key 'neuron'");
        }
        return isFile(name) ? inFile(name, true) : model(name);
    }

    @Override
    public Model model(Entry.Scalar name) {
        return isFile(name)
                ? inFile(name, false)
                : ModelCatalog.find(name.text())
                        .orElseThrow(() -> new InputException(
                                name.position(),
                                "unknown model " + name.shown()
                                        + NeuronName.find(name.text())
                                                .map(neuron -> "; it is a neuron, whose model is " + neuron.model())
                                                .orElseGet(() -> new KnownNames(ModelCatalog.names()).hint(name.text())
                                                        + OR_FILE)));
    }

    private Model inFile(Entry.Scalar name, boolean mayBeCircuit) {
        Entry.Scalar path = new Entry.Scalar(name.position(), folder + name.text(), name.quoted());
        byte[] content = files.content(path, "model file");
        String shown = files.shown(path);
        Entry.Section top = DocumentReader.read(shown, content);
        if (!CircuitReader.isCircuit(top)) {
            return ModelReader.read(shown, content);
        }
        if (!mayBeCircuit) {
            throw new InputException(
                    name.position(), name.shown() + " is a circuit; the cells of a circuit are neurons");
        }
        String within = path.text().substring(0, path.text().lastIndexOf('/') + 1);
        return CircuitReader.read(top, unnamed(path.text()), new SweepParts(files, within))
                .model();
    }

    /** The name of a circuit that states none: that of its file, with {@code _} for what a name cannot have. */
    private static String unnamed(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        String letters = file.replaceAll("[^A-Za-z0-9_]", "_");
        return letters.matches("[A-Za-z_].{0,63}") ? letters : "circuit";
    }

    @Override
    public Synapse synapse(Entry.Scalar name) {
        if (isFile(name)) {
            Entry.Scalar path = new Entry.Scalar(name.position(), folder + name.text(), name.quoted());
            byte[] content = files.content(path, "synapse file");
            return SynapseReader.read(files.shown(path), content);
        }
        return SynapseCatalog.find(name.text())
                .orElseThrow(() -> new InputException(
                        name.position(),
                        "unknown synapse " + name.shown() + new KnownNames(SynapseCatalog.names()).hint(name.text())
                                + "; or the path of a synapse file that ends in .yaml"));
    }

    /** Whether it is the path of a file, not the name of something built in. */
    static boolean isFile(Entry.Scalar name) {
        return name.text().endsWith(".yaml") || name.text().endsWith(".yml");
    }
}
