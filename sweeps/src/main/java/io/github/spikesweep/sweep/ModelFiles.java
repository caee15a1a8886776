package io.github.spikesweep.sweep;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.ModelCatalog;
import io.github.spikesweep.model.ModelReader;
import io.github.spikesweep.simulation.NeuronName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;

/** Finds the models that a sweep file names: built-in ones, and model files beside it. */
final class ModelFiles {
    private static final Pattern SEGMENTS = Pattern.compile("[\\p{L}\\p{N} ._+=@,()-]+(/[\\p{L}\\p{N} ._+=@,()-]+)*");
    private static final Pattern UPWARDS = Pattern.compile("(.*/)?\\.\\.(/.*)?");

    private final String source;
    private final FileSource files;

    /** @param source the path of the sweep file, for messages */
    ModelFiles(String source, FileSource files) {
        this.source = source;
        this.files = files;
    }

    Model find(Entry.Scalar name) {
        if (name.text().endsWith(".yaml") || name.text().endsWith(".yml")) {
            return read(name);
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

    private Model read(Entry.Scalar path) {
        if (!SEGMENTS.matcher(path.text()).matches()
                || UPWARDS.matcher(path.text()).matches()) {
            throw new InputException(
                    path.position(),
                    "a model file must lie beside or below the sweep file, as in models/mine.yaml; found "
                            + path.shown());
        }
        return ModelReader.read(source.substring(0, source.lastIndexOf('/') + 1) + path.text(), content(path));
    }

    private byte[] content(Entry.Scalar path) {
        try {
            return files.read(path.text());
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw unreadable(path, "there is no such file");
        } catch (AccessDeniedException e) {
            throw unreadable(path, "permission denied");
        } catch (IOException e) {
            throw unreadable(path, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private static InputException unreadable(Entry.Scalar path, String reason) {
        return new InputException(path.position(), "cannot read the model file " + path.shown() + ": " + reason);
    }
}
