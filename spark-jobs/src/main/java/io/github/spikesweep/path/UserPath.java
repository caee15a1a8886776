package io.github.spikesweep.path;

import io.github.spikesweep.document.InputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path as a user writes it: a URI such as {@code s3a://lab/scan.yaml} or {@code file:/home/me/scan.yaml}, or else the plain
 * name of a file. A URI starts with a scheme of two or more letters, a colon and a slash; what follows is taken literally, as
 * Hadoop does: {@code %20} is three characters. In a plain name every character stands for itself, so {@code a:b},
 * {@code [1].yaml} and {@code log#1} are names. Only control characters, such as a line break, are refused.
 *
 * <p>This class needs no Hadoop, which takes a second to start; {@link HadoopPath} has its paths.
 */
public record UserPath(String text) {
    private static final Pattern URI = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(?://(?=/))?(/.*)");
    private static final String LOCAL_SCHEME = "file";

    /** @throws InputException if the text is empty or has a control character */
    public UserPath {
        if (text.isEmpty()) {
            throw new InputException("a path must not be empty");
        }
        text.chars().filter(Character::isISOControl).findFirst().ifPresent(control -> {
            throw new InputException("'" + text + "' cannot be a path: it has the control character " + (char) control);
        });
    }

    /** Whether it is a URI. */
    public boolean isUri() {
        return URI.matcher(text).matches();
    }

    /** Whether it is certainly on this machine; a plain name is, unless Hadoop's default file system is another. */
    public boolean isLocal() {
        Matcher uri = URI.matcher(text);
        return !uri.matches() || uri.group(1).equalsIgnoreCase(LOCAL_SCHEME);
    }

    /**
     * The local file.
     *
     * @throws InputException if it is on another file system, or if this machine cannot have such a name
     */
    public Path local() {
        if (!isLocal()) {
            throw new InputException(text + " is not a local file, which is needed here");
        }
        Matcher uri = URI.matcher(text);
        try {
            return Path.of(uri.matches() ? uri.group(2) : text);
        } catch (InvalidPathException e) {
            throw new InputException(
                    text + ": " + e.getReason() + "; for names that are not ASCII, set LC_ALL to a locale with UTF-8");
        }
    }
}
