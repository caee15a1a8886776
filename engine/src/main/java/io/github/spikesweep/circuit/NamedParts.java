package io.github.spikesweep.circuit;

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

/** Models and synapses by their names, if they are built in, or by the paths of their files. */
public abstract class NamedParts implements Parts {
    /**
     * The content of a file.
     *
     * @param path the file as it is named
     * @param what it is, for messages: {@code model file}
     * @throws InputException if there is no such file, or it must not be read
     */
    protected abstract byte[] content(Entry.Scalar path, String what);

    /** The name of a file in messages. */
    protected abstract String shown(Entry.Scalar path);

    /** What to add after "unknown model …". */
    protected String modelHint(String name) {
        return new KnownNames(ModelCatalog.names()).hint(name) + "; or the path of a model file that ends in .yaml";
    }

    @Override
    public Model model(Entry.Scalar name) {
        if (!isFile(name)) {
            return ModelCatalog.find(name.text())
                    .orElseThrow(() -> new InputException(
                            name.position(), "unknown model " + name.shown() + modelHint(name.text())));
        }
        Entry.Section top = document(name, "model file");
        if (CircuitReader.isCircuit(top)) {
            throw new InputException(
                    name.position(), name.shown() + " is a circuit; the cells of a circuit are neurons");
        }
        return ModelReader.read(top);
    }

    /**
     * What is in a file.
     *
     * @param path the file as it is named
     * @param what it is, for messages: {@code model file}
     */
    protected final Entry.Section document(Entry.Scalar path, String what) {
        byte[] content = content(path, what);
        return DocumentReader.read(shown(path), content);
    }

    @Override
    public Synapse synapse(Entry.Scalar name) {
        if (isFile(name)) {
            return SynapseReader.read(document(name, "synapse file"));
        }
        return SynapseCatalog.find(name.text())
                .orElseThrow(() -> new InputException(
                        name.position(),
                        "unknown synapse " + name.shown() + new KnownNames(SynapseCatalog.names()).hint(name.text())
                                + "; or the path of a synapse file that ends in .yaml"));
    }

    /** Whether it is the path of a file, not the name of something built in. */
    public static boolean isFile(Entry.Scalar name) {
        return name.text().endsWith(".yaml") || name.text().endsWith(".yml");
    }
}
