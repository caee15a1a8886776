package io.github.spikesweep.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The objects of a JSON lines text, one at a time, and within each one key at a time. */
final class JsonRows implements Closeable {
    private static final int DEEPEST = 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            // Untrusted keys must not accumulate in memory.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            // Accepted here, since many programs write NaN; it is refused later with the name of its column.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(TableBounds.LONGEST_CELL)
                    .maxNumberLength(TableBounds.LONGEST_CELL)
                    .maxStringLength(TableBounds.LONGEST_CELL)
                    .build())
            .build();

    private final String source;
    private final JsonParser parser;

    JsonRows(String source, Reader text) {
        this.source = source;
        try {
            this.parser = JSON.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Goes to the next object; false if there is none.
     *
     * @throws InputException if something else comes next
     */
    boolean next() {
        JsonToken token = read(JsonParser::nextToken);
        if (token == null || token == JsonToken.START_OBJECT) {
            return token != null;
        }
        throw new InputException(
                position(),
                "expected one object per line, found " + shown()
                        + (token == JsonToken.START_ARRAY ? "; leave out its brackets and commas" : ""));
    }

    /** Goes to the next key of the object; false if there is none. */
    boolean nextKey() {
        return read(JsonParser::nextToken) == JsonToken.FIELD_NAME;
    }

    String key() {
        return read(JsonParser::currentName);
    }

    /** Goes to the value of the key. */
    JsonToken value() {
        return read(JsonParser::nextToken);
    }

    /** The value's text, or its number as written. */
    String text() {
        return read(JsonParser::getText);
    }

    /** Skips the value of the key, and returns how it starts. */
    JsonToken skipValue() {
        JsonToken value = value();
        read(JsonParser::skipChildren);
        return value;
    }

    /** The key or value, for messages. */
    String shown() {
        return switch (read(JsonParser::currentToken)) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "the text " + Shown.quoted(text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + text();
            default -> text();
        };
    }

    /** Where the key or value starts. */
    Position position() {
        return ParserFault.position(source, parser.currentTokenLocation());
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(Step<T> step) {
        try {
            return step.read(parser);
        } catch (StreamConstraintsException e) {
            if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
                throw new InputException(position(), "nested deeper than accepted (" + DEEPEST + ")");
            }
            throw ParserFault.of(position(), "JSON", e);
        } catch (JsonProcessingException e) {
            throw ParserFault.of(
                    ParserFault.position(source, Objects.requireNonNullElse(e.getLocation(), parser.currentLocation())),
                    "JSON",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call of the parser. */
    @FunctionalInterface
    private interface Step<T> {
        T read(JsonParser parser) throws IOException;
    }
}
