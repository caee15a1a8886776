package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;

/** The files that a sweep file names: models and tables, all beside or below it. */
public final class NamedFiles {
    /** A path from the root, a URI, one with a folder without a name, or one that leads upwards. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("/.*|[A-Za-z][A-Za-z0-9+.-]*:/.*|.*//.*|(.*/)?\\.\\.(/.*)?");

    private final String folder;
    private final FileSource files;

    /** @param source the path of the sweep file, for messages */
    public NamedFiles(String source, FileSource files) {
        this.folder = source.substring(0, source.lastIndexOf('/') + 1);
        this.files = files;
    }

    /** The name in messages of a file whose content was read. */
    public String shown(Entry.Scalar path) {
        return files.shown(folder + path.text(), path.text());
    }

    /**
     * The content of the file at {@code path}.
     *
     * @param what it is: {@code model file}
     */
    public byte[] content(Entry.Scalar path, String what) {
        checkCharacters(path, what);
        if (path.text().isEmpty() || ELSEWHERE.matcher(path.text()).matches()) {
            throw new InputException(
                    path.position(),
                    "a " + what + " must be beside or below the sweep file, as in " + example(what) + "; found "
                            + path.shown());
        }
        try {
            return files.read(path.text());
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw unreadable(path, what, "there is no such file");
        } catch (AccessDeniedException e) {
            throw unreadable(path, what, "permission denied");
        } catch (IOException e) {
            throw unreadable(path, what, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    /** All characters are fine that the file system takes, except these. */
    private static void checkCharacters(Entry.Scalar path, String what) {
        path.text().chars().filter(Character::isISOControl).findFirst().ifPresent(control -> {
            throw new InputException(
                    path.position(),
                    "the path of a " + what + " has the control character " + (char) control + ": " + path.shown());
        });
        if (path.text().contains("\\")) {
            throw new InputException(
                    path.position(),
                    "the path of a " + what + " has the character \\; folders are separated by /, as in "
                            + example(what) + "; found " + path.shown());
        }
    }

    private static String example(String what) {
        return what.equals("table") ? "tables/points.csv" : "models/mine.yaml";
    }

    private static InputException unreadable(Entry.Scalar path, String what, String reason) {
        return new InputException(path.position(), "cannot read the " + what + " " + path.shown() + ": " + reason);
    }
}
