package io.github.spikesweep.table;

import com.fasterxml.jackson.core.JsonToken;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds a table from JSON objects. */
final class JsonTable {
    private final List<String> wanted;
    private final boolean othersAccepted;
    private final String hint;
    private final TextPlaces places;
    private final TableBuilder table;
    private final Map<String, Integer> columns = new HashMap<>();
    /** The index of the current object. */
    private final Set<String> keys = new HashSet<>();

    /**
     * @param header the keys of the first object
     * @param carriedTexts the columns to carry along that have texts
     */
    JsonTable(String source, Header header, TableRequest request, Set<String> carriedTexts) {
        wanted = request.wanted(header);
        othersAccepted = request.columns().isPresent();
        hint = request.hint();
        places = TextPlaces.of(source, header, wanted);
        table = new TableBuilder(wanted, name -> request.kind(name, carriedTexts::contains), places);
        wanted.forEach(name -> columns.put(name, columns.size()));
    }

    PointTable read(JsonRows rows) {
        while (rows.next()) {
            Position start = rows.position();
            places.startRow(start.line());
            keys.clear();
            while (rows.nextKey()) {
                readValue(rows);
            }
            for (String name : wanted) {
                if (!keys.contains(name)) {
                    throw new InputException(
                            start, "the object lacks " + Shown.quoted(name) + ", which the first object has");
                }
            }
        }
        return table.build();
    }

    private void readValue(JsonRows rows) {
        String key = rows.key();
        if (keys.size() == TableBounds.MOST_COLUMNS) {
            throw new InputException(
                    rows.position(), "more keys than an object may have (" + TableBounds.MOST_COLUMNS + ")");
        }
        if (!keys.add(key)) {
            throw new InputException(rows.position(), "duplicate key " + Shown.quoted(key));
        }
        Integer column = columns.get(key);
        if (column != null) {
            addValue(rows, column);
        } else if (othersAccepted) {
            rows.skipValue();
        } else {
            throw new InputException(
                    rows.position(),
                    "unknown key " + Shown.quoted(key) + ", which the first object does not have"
                            + new KnownNames(wanted).hint(key));
        }
    }

    private void addValue(JsonRows rows, int column) {
        JsonToken value = rows.value();
        Position place = rows.position();
        places.place(column, place.line(), place.column());
        if (value == JsonToken.VALUE_NULL && table.carries(column)) {
            table.addMissing(column);
        } else if (table.holdsTexts(column)) {
            if (value != JsonToken.VALUE_STRING) {
                throw table.fault(column, "must be a text, found " + rows.shown());
            }
            table.add(column, rows.text());
        } else {
            if (!value.isNumeric()) {
                throw table.fault(
                        column,
                        "must be a number, found " + rows.shown() + (value == JsonToken.VALUE_STRING ? hint : ""));
            }
            table.add(column, PlainNumber.read(rows.text(), problem -> table.fault(column, problem)));
        }
    }
}
