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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The models and synapses that a circuit in a local file names: built in, or in files beside or below it.
 *
 * @param folder where the circuit's file is
 */
public record LocalParts(Path folder) implements Parts {
    /**
     * Reads a circuit in a local file.
     *
     * @throws InputException if it cannot be read, or is not a valid circuit
     */
    public static CircuitDefinition circuit(Path file) {
        Entry.Section top = DocumentReader.read(file.toString(), content(file, file.toString()));
        if (!CircuitReader.isCircuit(top)) {
            throw new InputException(top.position(), "this is not the file of a circuit, which has the key 'cells'");
        }
        return CircuitReader.read(
                top, "circuit", new LocalParts(file.toAbsolutePath().normalize().getParent()));
    }

    @Override
    public Model model(Entry.Scalar name) {
        if (isFile(name)) {
            String shown = file(name).toString();
            byte[] content = content(file(name), shown);
            if (CircuitReader.isCircuit(DocumentReader.read(shown, content))) {
                throw new InputException(
                        name.position(), name.shown() + " is a circuit; the cells of a circuit are neurons");
            }
            return ModelReader.read(shown, content);
        }
        return ModelCatalog.find(name.text())
                .orElseThrow(() -> new InputException(
                        name.position(),
                        "unknown model " + name.shown() + new KnownNames(ModelCatalog.names()).hint(name.text())
                                + "; or the path of a model file that ends in .yaml"));
    }

    @Override
    public Synapse synapse(Entry.Scalar name) {
        if (isFile(name)) {
            return SynapseReader.read(
                    file(name).toString(), content(file(name), file(name).toString()));
        }
        return SynapseCatalog.find(name.text())
                .orElseThrow(() -> new InputException(
                        name.position(),
                        "unknown synapse " + name.shown() + new KnownNames(SynapseCatalog.names()).hint(name.text())
                                + "; or the path of a synapse file that ends in .yaml"));
    }

    private static boolean isFile(Entry.Scalar name) {
        return name.text().endsWith(".yaml") || name.text().endsWith(".yml");
    }

    private Path file(Entry.Scalar name) {
        try {
            Path file = folder.resolve(name.text()).normalize();
            if (!file.startsWith(folder) || Path.of(name.text()).isAbsolute()) {
                throw new InputException(
                        name.position(), "a file must be beside or below that of the circuit; found " + name.shown());
            }
            return file;
        } catch (InvalidPathException e) {
            throw new InputException(name.position(), name.shown() + " is no path: " + e.getReason());
        }
    }

    /** The content, as long as it may be that of a document. */
    private static byte[] content(Path file, String shown) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(DocumentReader.LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw new InputException(shown + ": no such file");
        } catch (IOException e) {
            throw new InputException(shown + ": cannot be read: " + e.getMessage());
        }
    }
}
