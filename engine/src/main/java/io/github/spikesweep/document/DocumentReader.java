package io.github.spikesweep.document;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Reads YAML text into a tree of {@link Entry} with positions.
 *
 * <p>The text is untrusted. Only the structure is read and no object is ever constructed: tags, anchors, aliases, merge keys
 * and further documents are refused, and size and depth are bounded.
 */
public final class DocumentReader {
    /** The longest text that is read, in bytes. */
    public static final int LARGEST = 1 << 20;

    private static final int DEEPEST = 20;
    private static final int MOST_KEYS = 10_000;
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP);

    private DocumentReader() {}

    /**
     * Reads one document whose top is a mapping.
     *
     * @param source what the text is called in messages
     * @param bytes the text in UTF-8
     * @throws InputException if it is not such a document
     */
    public static Entry.Section read(String source, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new InputException(
                    source + ": " + bytes.length + " bytes is more than a file may have (" + LARGEST + ")");
        }
        return read(source, decode(source, bytes));
    }

    /** Reads one document whose top is a mapping, from text. */
    public static Entry.Section read(String source, String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Node root = compose(source, content);
        if (root == null) {
            throw new InputException(source + ": is empty; expected a YAML mapping");
        }
        Entry entry = convert(source, root);
        if (entry instanceof Entry.Section section) {
            return section;
        }
        throw new InputException(entry.position(), "expected a YAML mapping (key: value), found " + entry.shown());
    }

    private static String decode(String source, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputException(source + ": is not text in UTF-8");
        }
    }

    private static Node compose(String source, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true); // found here, with a better message
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE); // refused here; composing does not expand them
        DumperOptions dumper = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options);
        try {
            checkSize(source, yaml.parse(new StringReader(text)));
            return yaml.compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            String problem = "not YAML: " + (e.getProblem() != null ? oneLine(e.getProblem()) : "cannot be read");
            throw mark != null
                    ? new InputException(position(source, mark), problem)
                    : new InputException(source + ": " + problem);
        } catch (ReaderException e) {
            throw new InputException(
                    position(source, text, e.getPosition()),
                    String.format("not YAML: the character U+%04X is not accepted", e.getCodePoint()));
        } catch (YAMLException e) {
            throw new InputException(source + ": not YAML: " + oneLine(e.getMessage()));
        }
    }

    /** Stops at what is nested too deep, where the composer would stop without saying where, and before mappings without end. */
    private static void checkSize(String source, Iterable<Event> events) {
        Deque<Boolean> open = new ArrayDeque<>();
        int inMappings = 0;
        for (Event event : events) {
            if (event instanceof CollectionEndEvent) {
                open.pop();
                continue;
            }
            // Keys and values, one after the other.
            if (Boolean.TRUE.equals(open.peek()) && ++inMappings > 2 * MOST_KEYS) {
                throw new InputException(
                        position(source, event.getStartMark()), "more keys than a file may have (" + MOST_KEYS + ")");
            }
            if (event instanceof CollectionStartEvent) {
                open.push(event instanceof MappingStartEvent);
                if (open.size() > DEEPEST) {
                    throw new InputException(
                            position(source, event.getStartMark()), "nested deeper than accepted (" + DEEPEST + ")");
                }
            }
        }
    }

    /** The position of a character, counted in code points. */
    private static Position position(String source, String text, int codePoint) {
        String before = text.substring(0, text.offsetByCodePoints(0, codePoint));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Position(source, line, before.length() - before.lastIndexOf('\n'));
    }

    private static Entry convert(String source, Node node) {
        Position position = position(source, node.getStartMark());
        if (node.getAnchor() != null) {
            throw new InputException(position, "anchors and aliases (&name, *name) are not accepted");
        }
        if (!PLAIN.contains(node.getTag())) {
            throw new InputException(
                    position,
                    "tags and merge keys are not accepted, found "
                            + node.getTag().getValue());
        }
        if (node instanceof ScalarNode scalar) {
            boolean quoted = !scalar.isPlain();
            return new Entry.Scalar(position, scalar.getValue(), quoted);
        }
        if (node instanceof SequenceNode sequence) {
            List<Entry> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(source, item));
            }
            return new Entry.Listing(position, items);
        }
        return section(source, position, (MappingNode) node);
    }

    private static Entry.Section section(String source, Position position, MappingNode mapping) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(convert(source, tuple.getKeyNode()) instanceof Entry.Scalar key)) {
                throw new InputException(position(source, tuple.getKeyNode().getStartMark()), "a key must be a name");
            }
            Position first = keys.putIfAbsent(key.text(), key.position());
            if (first != null) {
                throw new InputException(
                        key.position(), "duplicate key '" + key.text() + "', first given on line " + first.line());
            }
            entries.put(key.text(), convert(source, tuple.getValueNode()));
        }
        return new Entry.Section(position, entries, keys);
    }

    private static Position position(String source, Mark mark) {
        return new Position(source, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String oneLine(String message) {
        return message.strip().lines().findFirst().orElse("cannot be read");
    }
}
