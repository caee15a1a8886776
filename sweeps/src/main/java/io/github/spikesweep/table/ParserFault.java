package io.github.spikesweep.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Turns exceptions of Jackson's parsers into messages to the user. */
final class ParserFault {
    /** Where their messages start to be about parser settings, or about positions that we give ourselves. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?s)(: [a-z ]+)? \\(JSON String.*| \\((for|start marker|not recognized)\\b.*|[:;,]? enable `.*|\\R.*");

    private ParserFault() {}

    /** The position that a parser reports, as far as known. */
    static Position position(String source, JsonLocation place) {
        return new Position(source, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }

    /**
     * The exception to throw.
     *
     * @param format what the text is not: {@code JSON}
     */
    static InputException of(Position position, String format, IOException problem) {
        if (problem instanceof StreamConstraintsException) {
            return new InputException(
                    position,
                    "one text or number has more characters than accepted (" + TableBounds.LONGEST_CELL + ")");
        }
        if (problem instanceof JsonEOFException) {
            return new InputException(position, "not " + format + ": the file ends too early");
        }
        if (problem instanceof JacksonException broken) {
            String reason =
                    Shown.reason(ASIDE.matcher(broken.getOriginalMessage()).replaceFirst(""));
            return new InputException(position, "not " + format + ": " + reason);
        }
        throw new UncheckedIOException(problem);
    }
}
