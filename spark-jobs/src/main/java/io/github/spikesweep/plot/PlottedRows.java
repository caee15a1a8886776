package io.github.spikesweep.plot;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.RecordedTable;
import io.github.spikesweep.sweep.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a picture, and the axes along which they vary.
 *
 * @param remarks for the reader of the picture
 */
record PlottedRows(RecordedTable table, ResultColumns columns, List<SweptAxis> varying, List<String> remarks) {
    /** Reads all axes and some other columns. */
    static PlottedRows read(RecordedTable table, ResultReader reader, List<Column> wanted) throws IOException {
        List<Column> axes = table.columns(Column.Role.AXIS);
        List<Column> status = table.columns(Column.Role.STATUS);
        Set<Column> all = new LinkedHashSet<>(axes);
        all.addAll(wanted);
        all.addAll(status);
        ResultColumns columns = reader.read(List.copyOf(all));
        List<SweptAxis> varying = axes.stream()
                .map(axis -> SweptAxis.of(axis, columns))
                .filter(axis -> axis.size() > 1)
                .toList();
        List<String> remarks = new ArrayList<>();
        for (Column column : status) {
            long diverged = Arrays.stream(columns.texts(column))
                    .filter("diverged"::equals)
                    .count();
            if (diverged > 0) {
                remarks.add(Figures.count(diverged) + " diverged");
            }
        }
        return new PlottedRows(table, columns, varying, remarks);
    }

    /** The same with a further remark. */
    PlottedRows with(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new PlottedRows(table, columns, varying, more);
    }

    /** The numeric axes that vary, except the one that numbers replicates. */
    List<SweptAxis> numeric() {
        return varying.stream()
                .filter(axis -> axis.isNumeric() && !axis.isReplicate())
                .toList();
    }

    /** The axes of texts that vary. */
    List<SweptAxis> texts() {
        return varying.stream().filter(axis -> !axis.isNumeric()).toList();
    }

    /** A varying axis by its name. */
    SweptAxis axis(String name) {
        return varying.stream()
                .filter(axis -> axis.column().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("'" + name + "' is not an axis that varies; these do: "
                        + varying.stream().map(axis -> axis.column().name()).collect(Collectors.joining(", "))));
    }

    /**
     * The notes below the title.
     *
     * @param shown what the picture shows
     * @param x over which axis
     * @param others which other axes it distinguishes
     */
    List<String> notes(String shown, Column x, List<Column> others) {
        List<String> over = new ArrayList<>(List.of(Quantity.name(x)));
        others.forEach(column -> over.add(Quantity.name(column)));
        String rows = columns.rows() < columns.allRows()
                ? "%s of %s rows, drawn at random"
                        .formatted(Figures.count(columns.rows()), Figures.count(columns.allRows()))
                : Figures.count(columns.rows()) + " rows";
        List<String> parts =
                new ArrayList<>(List.of(table.name(), shown + " over " + String.join(" and ", over), rows));
        parts.addAll(remarks);
        Set<String> hidden = varying.stream()
                .filter(axis -> !axis.column().equals(x) && !others.contains(axis.column()))
                .map(axis -> Quantity.name(axis.column()) + " (" + Figures.count(axis.size()) + " values)")
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!hidden.isEmpty()) {
            parts.add("mean over " + String.join(", ", hidden));
        }
        return List.of(String.join("  ·  ", parts));
    }
}
