package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.space.NumberList;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.table.PointTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of a table as an axis.
 *
 * @param path the entry in the sweep file with the path of the table
 */
record TableAxis(AxisHead head, PointTable table, Entry.Scalar path) implements AxisSource {
    @Override
    public Numbers numbers() {
        return new NumberList(table.numbers(head.name()));
    }

    @Override
    public List<Entry.Scalar> names() {
        List<Entry.Scalar> names = new ArrayList<>();
        List<String> texts = table.texts(head.name());
        for (int row = 0; row < texts.size(); row++) {
            names.add(new Entry.Scalar(table.position(head.name(), row), texts.get(row), true));
        }
        return names;
    }

    @Override
    public Entry place(int index) {
        return new Entry.Scalar(table.position(head.name(), index), path.text(), true);
    }
}
