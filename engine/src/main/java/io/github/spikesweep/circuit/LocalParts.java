package io.github.spikesweep.circuit;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The models and synapses that a circuit in a local file names: built in, or in files beside or below it. */
public final class LocalParts extends NamedParts {
    private final Path folder;

    /** @param folder where the circuit's file is */
    private LocalParts(Path folder) {
        this.folder = folder;
    }

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
        return circuit(top, file);
    }

    /**
     * The circuit in a document.
     *
     * @param file where the document is
     * @throws InputException if it is not a valid circuit
     */
    public static CircuitDefinition circuit(Entry.Section top, Path file) {
        return CircuitReader.read(
                top, "circuit", new LocalParts(file.toAbsolutePath().normalize().getParent()));
    }

    @Override
    protected byte[] content(Entry.Scalar path, String what) {
        checkWithin(path);
        return content(file(path), shown(path));
    }

    @Override
    protected String shown(Entry.Scalar path) {
        return file(path).toString();
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

    /** Refuses a file to which a link leads out of the folder. */
    private void checkWithin(Entry.Scalar name) {
        try {
            if (!file(name).toRealPath().startsWith(folder.toRealPath())) {
                throw new InputException(
                        name.position(), "a link leads out of the folder of the circuit; found " + name.shown());
            }
        } catch (IOException e) {
            // Reading it says why.
            return;
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
