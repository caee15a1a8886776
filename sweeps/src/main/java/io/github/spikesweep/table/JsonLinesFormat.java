package io.github.spikesweep.table;

import com.fasterxml.jackson.core.JsonToken;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** JSON lines in UTF-8: one object per row, all with the keys of the first, in any order. */
public final class JsonLinesFormat implements TableFormat {
    @Override
    public List<String> suffixes() {
        return List.of(".jsonl", ".ndjson");
    }

    @Override
    public PointTable read(String source, byte[] content, TableRequest request) {
        Header header = header(source, content);
        try (JsonRows rows = new JsonRows(source, Utf8Text.reader(source, content))) {
            return new JsonTable(source, header, request, carriedTexts(source, content, request)).read(rows);
        }
    }

    /** The columns to carry along whose first value, other than null, is a text. */
    private static Set<String> carriedTexts(String source, byte[] content, TableRequest request) {
        Set<String> texts = new HashSet<>();
        Set<String> unknown = new HashSet<>(request.carried());
        try (JsonRows rows = new JsonRows(source, Utf8Text.reader(source, content))) {
            while (!unknown.isEmpty() && rows.next()) {
                while (rows.nextKey()) {
                    String key = rows.key();
                    JsonToken value = rows.skipValue();
                    if (value != JsonToken.VALUE_NULL && unknown.remove(key) && value == JsonToken.VALUE_STRING) {
                        texts.add(key);
                    }
                }
            }
        }
        return texts;
    }

    /** The keys of the first object. */
    private static Header header(String source, byte[] content) {
        try (JsonRows rows = new JsonRows(source, Utf8Text.reader(source, content))) {
            if (!rows.next()) {
                throw new InputException(source + ": is empty; expected one object per line, such as {\"gna\": 120}");
            }
            Position start = rows.position();
            Header header = new Header(start);
            while (rows.nextKey()) {
                header.add(rows.key(), rows.position());
                rows.skipValue();
            }
            if (header.size() == 0) {
                throw new InputException(start, "the object has no keys");
            }
            return header;
        }
    }
}
