package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.Fields;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.space.Cells;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.table.PointTable;
import io.github.spikesweep.table.TableFormat;
import io.github.spikesweep.table.TableFormats;
import io.github.spikesweep.table.TableRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the block {@code table}: points in a file beside the sweep file, whose columns become axes. */
record TableReader(NamedFiles files) {
    private static final String OWNER = "'table'";

    BlockSource read(Entry entry) {
        Fields fields = new Fields(Fields.section(entry, OWNER), "a table", List.of("path", "columns"));
        Entry.Scalar path = Fields.scalar(fields.require("path"), "'path'");
        TableFormat format = TableFormats.find(path.text())
                .orElseThrow(() -> new InputException(
                        path.position(),
                        "unknown kind of table " + path.shown() + "; accepted are files that end in "
                                + String.join(", ", TableFormats.suffixes())));
        Map<String, AxisHead> heads =
                fields.find("columns").map(TableReader::columns).orElse(Map.of());
        Optional<List<String>> wanted = heads.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(heads.keySet()));
        Set<String> carriedNames =
                fields.find("columns").map(TableReader::carried).orElse(Set.of());
        TableRequest request = new TableRequest(wanted, Set.copyOf(SweepKeys.PARTS), carriedNames);
        PointTable table = format.read(files.shown(path), files.content(path, "table"), request);
        List<AxisSource> axes = new ArrayList<>();
        List<CarriedColumn> carried = new ArrayList<>();
        for (String column : table.columns()) {
            AxisHead head = heads.getOrDefault(column, AxisHead.named(column, table.header(column)));
            if (carriedNames.contains(column)) {
                carried.add(new CarriedColumn(head, cells(table, column)));
            } else {
                axes.add(new TableAxis(head, table, path));
            }
        }
        BlockSource.checkAxes(entry.position(), axes);
        return new BlockSource(axes, carried);
    }

    /** Its cells; a column without any counts as numbers, whatever the file says. */
    private static Cells cells(PointTable table, String column) {
        if (!table.holdsTexts(column)) {
            return new Cells.Numbers(table.numbers(column));
        }
        List<String> texts = table.texts(column);
        if (texts.stream().allMatch(String::isEmpty)) {
            double[] none = new double[texts.size()];
            Arrays.fill(none, Double.NaN);
            return new Cells.Numbers(none);
        }
        return new Cells.Texts(texts);
    }

    /** The columns that are only carried along. */
    private static Set<String> carried(Entry entry) {
        Set<String> names = new HashSet<>();
        if (entry instanceof Entry.Section section) {
            section.entries().forEach((name, text) -> {
                if (CarriedColumn.isCarried(name, text)) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    /** The keys for a column. */
    private static List<String> keys(String name) {
        return SweepKeys.PARTS.contains(name)
                ? AxisHead.keys(name)
                : Stream.concat(AxisHead.KEYS.stream(), Stream.of(CarriedColumn.CARRY))
                        .toList();
    }

    /** The named columns, with or without a description of each. */
    private static Map<String, AxisHead> columns(Entry entry) {
        Map<String, AxisHead> heads = new LinkedHashMap<>();
        if (entry instanceof Entry.Section section) {
            section.entries().forEach((name, text) -> {
                if (text instanceof Entry.Section said) {
                    new Fields(said, "column '" + name + "'", keys(name));
                } else if (!(text instanceof Entry.Scalar nothing)
                        || !nothing.text().isEmpty()) {
                    throw new InputException(
                            text.position(),
                            "column '" + name + "' must be a mapping of " + String.join(", ", keys(name))
                                    + ", or nothing; found " + text.shown());
                }
                heads.put(name, AxisHead.of(name, section.keys().get(name), text));
            });
        } else {
            for (Entry item : Fields.listing(entry, "'columns'").items()) {
                Entry.Scalar name = Fields.scalar(item, "a column");
                if (heads.putIfAbsent(name.text(), AxisHead.named(name.text(), name.position())) != null) {
                    throw new InputException(name.position(), "column " + name.shown() + " is listed twice");
                }
            }
        }
        if (heads.isEmpty()) {
            throw new InputException(entry.position(), "'columns' is empty; leave it out for all columns");
        }
        return heads;
    }
}
