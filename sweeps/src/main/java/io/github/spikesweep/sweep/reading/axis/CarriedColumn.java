package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.Cells;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.table.CarriedCell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a table or a zip that is only carried along.
 *
 * @param head its name and what the file says about it
 * @param cells one for each point
 */
public record CarriedColumn(AxisHead head, Cells cells) {
    /** The key that makes a column one. */
    static final String CARRY = "carry";

    private static final String VALUES = "values";

    /** Whether an entry says so. */
    static boolean isCarried(String name, Entry entry) {
        if (!(entry instanceof Entry.Section section) || !section.entries().containsKey(CARRY)) {
            return false;
        }
        Entry.Scalar carry = Fields.scalar(section.entries().get(CARRY), "'" + CARRY + "'");
        if (!carry.text().equals("true") && !carry.text().equals("false")) {
            throw new InputException(carry.position(), "'" + CARRY + "' is true or false, found " + carry.shown());
        }
        boolean carried = carry.text().equals("true");
        if (carried && SweepKeys.PARTS.contains(name)) {
            throw new InputException(carry.position(), "'" + name + "' is always an axis; it cannot be carried along");
        }
        return carried;
    }

    /** The column of a zip, with its cells listed. */
    static CarriedColumn listed(AxisHead head, Entry.Section section) {
        Fields fields = new Fields(
                section,
                "column '" + head.name() + "'",
                Stream.concat(Stream.of(VALUES, CARRY), AxisHead.KEYS.stream()).toList());
        List<Entry.Scalar> items = new ArrayList<>();
        for (Entry item : Fields.listing(fields.require(VALUES), "the values of '" + head.name() + "'")
                .items()) {
            boolean missing = item instanceof Entry.Scalar scalar && isMissing(scalar);
            items.add(missing ? (Entry.Scalar) item : Fields.scalar(item, "a value of '" + head.name() + "'"));
        }
        boolean numbers = items.stream()
                .allMatch(item -> isMissing(item) || (!item.quoted() && CarriedCell.isNumber(item.text())));
        if (numbers) {
            return new CarriedColumn(
                    head,
                    new Cells.Numbers(items.stream()
                            .mapToDouble(item -> isMissing(item) ? Double.NaN : Double.parseDouble(item.text()))
                            .toArray()));
        }
        return new CarriedColumn(
                head,
                new Cells.Texts(items.stream()
                        .map(item -> isMissing(item) ? "" : item.text())
                        .toList()));
    }

    private static boolean isMissing(Entry.Scalar item) {
        return item.text().isBlank() || (!item.quoted() && Fields.isNothing(item));
    }
}
