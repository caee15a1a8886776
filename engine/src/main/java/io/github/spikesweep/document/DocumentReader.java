package io.github.spikesweep.document;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML text into a tree of {@link Entry} with positions.
 *
 * <p>The text is untrusted. Only the structure is read and no object is ever constructed: tags, anchors, aliases, merge keys
 * and further documents are refused, and size and depth are bounded.
 */
public final class DocumentReader {
    /** The longest text that is read, in bytes. */
    public static final int LARGEST = 1 << 20;

    private static final int SHOWN = 200;

    private DocumentReader() {}

    /**
     * Reads one document whose top is a mapping.
     *
     * @param source the text's name in messages
     * @param bytes the text in UTF-8
     * @throws InputException if it is not such a document
     */
    public static Entry.Section read(String source, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new InputException(source + ": has " + bytes.length + " bytes; at most " + LARGEST + " are accepted");
        }
        return read(source, SourceText.decode(source, bytes));
    }

    /** Reads one document whose top is a mapping, from text. */
    public static Entry.Section read(String source, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        StreamReader reader = new StreamReader(SourceText.check(source, text));
        try {
            return new EntryReader(source, new ParserImpl(reader, options)).read();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : reader.getMark();
            throw notYaml(source, mark, e.getProblem());
        } catch (YAMLException e) {
            throw notYaml(source, reader.getMark(), e.getMessage());
        } catch (NumberFormatException e) {
            throw notYaml(source, reader.getMark(), "an escape sequence that is not a character");
        }
    }

    /** What the words of the parser usually mean. */
    private static String meaning(String problem) {
        if (problem.startsWith("expected <block end>")) {
            return "; the keys of one mapping begin in the same column: check the indentation";
        }
        return problem.startsWith("mapping values are not allowed")
                ? "; put quotes around a text with ': ', and a mapping into { } or on lines of its own"
                : "";
    }

    private static InputException notYaml(String source, Mark mark, String problem) {
        String line = String.valueOf(problem).strip().lines().findFirst().orElse("");
        return new InputException(
                EntryReader.position(source, mark), "not YAML: " + Excerpt.of(line, SHOWN) + meaning(line));
    }
}
