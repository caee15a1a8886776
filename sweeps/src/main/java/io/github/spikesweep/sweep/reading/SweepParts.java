package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.circuit.CircuitReader;
import io.github.spikesweep.circuit.NamedParts;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.sweep.reading.axis.NamedFiles;

/**
 * The models, circuits and synapses that a sweep names: built in, or in files beside or below the sweep file. What the file of a circuit names is beside or
 * below that.
 */
final class SweepParts extends NamedParts {
    private final NamedFiles files;
    private final String folder;

    SweepParts(NamedFiles files) {
        this(files, "");
    }

    /** @param folder where the file is that names them, as seen from the sweep file: empty or ending with a slash */
    private SweepParts(NamedFiles files, String folder) {
        this.files = files;
        this.folder = folder;
    }

    /** A built-in model, or what is in the file of a model or circuit. */
    Model modelOrCircuit(Entry.Scalar name) {
        if (NeuronName.find(name.text()).isPresent()) {
            throw new InputException(
                    name.position(), "unknown model " + name.shown() + "; it is a neuron: use the key 'neuron'");
        }
        if (!isFile(name)) {
            return model(name);
        }
        Entry.Section top = document(name, "model file");
        if (!CircuitReader.isCircuit(top)) {
            return ModelReader.read(top);
        }
        String path = folder + name.text();
        String within = path.substring(0, path.lastIndexOf('/') + 1);
        return CircuitReader.read(top, unnamed(path), new SweepParts(files, within))
                .model();
    }

    /** The name of a circuit that states none: that of its file, with {@code _} for what a name cannot have. */
    private static String unnamed(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        String letters = file.replaceAll("[^A-Za-z0-9_-]", "_");
        return letters.matches("[A-Za-z0-9_].{0,63}") ? letters : "circuit";
    }

    @Override
    protected byte[] content(Entry.Scalar path, String what) {
        return files.content(within(path), what);
    }

    @Override
    protected String shown(Entry.Scalar path) {
        return files.shown(within(path));
    }

    private Entry.Scalar within(Entry.Scalar path) {
        return new Entry.Scalar(path.position(), folder + path.text(), path.quoted());
    }

    @Override
    protected String modelHint(String name) {
        return NeuronName.find(name)
                .map(neuron -> "; it is a neuron, whose model is " + neuron.model())
                .orElseGet(() -> super.modelHint(name));
    }
}
