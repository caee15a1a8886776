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

/** What Jackson's parsers find wrong with a text, as a fault of the user. */
final class ParserFault {
    /** Where they start to speak of themselves: of their settings, or of places that we tell by ourselves. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?s)(: [a-z ]+)? \\(JSON String.*| \\((for|start marker|not recognized)\\b.*|[:;,]? enable `.*|\\R.*");

    private ParserFault() {}

    /** The position of a place that a parser tells, as far as it can. */
    static Position position(String source, JsonLocation place) {
        return new Position(source, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }

    /**
     * The fault to throw.
     *
     * @param format what the text is not: {@code JSON}
     */
    static InputException of(Position position, String format, IOException problem) {
        if (problem instanceof StreamConstraintsException) {
            return new InputException(
                    position, "more characters than accepted in one place (" + TableBounds.LONGEST_CELL + ")");
        }
        if (problem instanceof JsonEOFException) {
            return new InputException(position, "not " + format + ": the file ends too soon");
        }
        if (problem instanceof JacksonException broken) {
            String reason =
                    Shown.reason(ASIDE.matcher(broken.getOriginalMessage()).replaceFirst(""));
            return new InputException(position, "not " + format + ": " + reason);
        }
        throw new UncheckedIOException(problem);
    }
}
