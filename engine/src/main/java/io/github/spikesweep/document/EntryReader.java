package io.github.spikesweep.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;

/** Builds the tree of a document from the events of YAML's parser, and stops at the first one that is not accepted. */
final class EntryReader {
    private static final int DEEPEST = 20;
    private static final int MOST_KEYS = 10_000;
    private static final int MOST_VALUES = 200_000;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_VALUE = 20_000;
    private static final String MERGE = "<<";

    private final String source;
    private final Parser parser;
    /** The top mapping counts, too. */
    private int depth = 1;

    private int keys;
    private int values;

    EntryReader(String source, Parser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** The top mapping. */
    Entry.Section read() {
        parser.getEvent(); // the start of the text
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw new InputException(
                    Position.startOf(source), "the file is empty; expected a YAML mapping (key: value)");
        }
        parser.getEvent(); // the start of the document
        NodeEvent top = node();
        Position position = position(top);
        if (!(top instanceof MappingStartEvent)) {
            String found = top instanceof ScalarEvent scalar ? scalar(scalar).shown() : "a list";
            throw new InputException(position, "expected a YAML mapping (key: value), found " + found);
        }
        Entry.Section section = section(position);
        parser.getEvent(); // the end of the document
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw new InputException(
                    position(parser.peekEvent()), "expected the end of the file, found another document");
        }
        return section;
    }

    private Entry entry(NodeEvent event) {
        if (++values > MOST_VALUES) {
            throw new InputException(position(event), "more values than a file may have (" + MOST_VALUES + ")");
        }
        Position position = position(event);
        if (event instanceof ScalarEvent scalar) {
            checkLength("value", scalar.getValue(), LONGEST_VALUE, position);
            return scalar(scalar);
        }
        if (++depth > DEEPEST) {
            throw new InputException(position, "nested deeper than accepted (" + DEEPEST + ")");
        }
        Entry entry = event instanceof SequenceStartEvent ? listing(position) : section(position);
        depth--;
        return entry;
    }

    private Entry.Scalar scalar(ScalarEvent event) {
        return new Entry.Scalar(position(event), event.getValue(), !event.isPlain());
    }

    private Entry.Listing listing(Position position) {
        List<Entry> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(entry(node()));
        }
        parser.getEvent();
        return new Entry.Listing(position, items);
    }

    private Entry.Section section(Position position) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Position> places = new LinkedHashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Entry.Scalar key = key(node());
            Position first = places.putIfAbsent(key.text(), key.position());
            if (first != null) {
                throw new InputException(
                        key.position(), "duplicate key '" + key.text() + "', first given on line " + first.line());
            }
            entries.put(key.text(), entry(node()));
        }
        parser.getEvent();
        return new Entry.Section(position, entries, places);
    }

    private Entry.Scalar key(NodeEvent event) {
        Position position = position(event);
        if (!(event instanceof ScalarEvent scalar)) {
            String found = event instanceof SequenceStartEvent ? "a list" : "a mapping";
            throw new InputException(position, "a key must be a name, found " + found);
        }
        Entry.Scalar key = scalar(scalar);
        if (++keys > MOST_KEYS) {
            throw new InputException(position, "more keys than a file may have (" + MOST_KEYS + ")");
        }
        checkLength("key", key.text(), LONGEST_KEY, position);
        if (key.text().equals(MERGE) && !key.quoted()) {
            throw new InputException(position, "merge keys are not accepted, found '" + MERGE + "'");
        }
        return key;
    }

    private static void checkLength(String what, String text, int longest, Position position) {
        if (text.length() > longest) {
            throw new InputException(
                    position,
                    "a " + what + " of " + text.length() + " characters is longer than accepted (" + longest + ")");
        }
    }

    /** The next scalar, or the start of the next list or mapping. */
    private NodeEvent node() {
        NodeEvent event = (NodeEvent) parser.getEvent();
        if (event.getAnchor() != null) {
            String found = (event instanceof AliasEvent ? "*" : "&") + event.getAnchor();
            throw new InputException(
                    position(event),
                    "anchors and aliases (&name, *name) are not accepted, found '" + Excerpt.of(found) + "'");
        }
        String tag = event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        if (tag != null) {
            String found = tag.startsWith(Tag.PREFIX) ? "!!" + tag.substring(Tag.PREFIX.length()) : tag;
            throw new InputException(
                    position(event), "tags (!name) are not accepted, found '" + Excerpt.of(found) + "'");
        }
        return event;
    }

    private Position position(Event event) {
        return position(source, event.getStartMark());
    }

    static Position position(String source, Mark mark) {
        return new Position(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
