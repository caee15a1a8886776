package io.github.spikesweep.plot.rows;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.plot.chart.Quantity;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.results.RecordedTable;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.RowStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a picture, and the axes along which they vary.
 *
 * @param tally how many there are
 * @param diverged the numbers of the rows that diverged; shared, must not be modified
 * @param remarks for the reader of the picture
 */
public record PlottedRows(
        RecordedTable table,
        ResultColumns columns,
        RowTally tally,
        BitSet diverged,
        List<SweptAxis> varying,
        List<String> remarks) {
    /** Reads all axes and some other columns. */
    public static PlottedRows read(ResultReader reader, List<Column> wanted) throws IOException {
        RecordedTable table = reader.run().table();
        List<Column> axes = table.columns(Column.Role.AXIS);
        List<Column> status = table.columns(Column.Role.STATUS);
        Set<Column> all = new LinkedHashSet<>(axes);
        all.addAll(wanted);
        all.addAll(status);
        all.addAll(reader.filling());
        ResultColumns columns = reader.read(List.copyOf(all));
        List<SweptAxis> varying = axes.stream()
                .map(axis -> SweptAxis.of(axis, columns))
                .filter(axis -> axis.size() > 1)
                .toList();
        BitSet diverged = new BitSet();
        for (Column column : status) {
            String[] texts = columns.texts(column);
            for (int row = 0; row < texts.length; row++) {
                diverged.set(row, diverged.get(row) || texts[row].equals(RowStatus.DIVERGED.label()));
            }
        }
        for (Column column : all) {
            for (int row = 0; column.role() == Column.Role.DIVERGENCE && row < columns.rows(); row++) {
                diverged.set(row, diverged.get(row) || columns.has(column, row));
            }
        }
        return new PlottedRows(table, columns, reader.tally(), diverged, varying, List.of());
    }

    /** The same with a further remark. */
    public PlottedRows with(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new PlottedRows(table, columns, tally, diverged, varying, more);
    }

    /** The numeric axes that vary, except the one that numbers replicates. */
    public List<SweptAxis> numeric() {
        return varying.stream()
                .filter(axis -> axis.isNumeric() && !axis.isReplicate())
                .toList();
    }

    /** The axis that numbers replicates, if there are any. */
    public List<SweptAxis> replicates() {
        return varying.stream().filter(SweptAxis::isReplicate).toList();
    }

    /** The axes of texts that vary. */
    public List<SweptAxis> texts() {
        return varying.stream().filter(axis -> !axis.isNumeric()).toList();
    }

    /** A varying axis by its name. */
    public SweptAxis axis(String name) {
        return varying.stream()
                .filter(axis -> axis.column().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("'" + name + "' is not an axis that varies"
                        + (varying.isEmpty()
                                ? ""
                                : "; these do: "
                                        + varying.stream()
                                                .map(axis -> axis.column().name())
                                                .collect(Collectors.joining(", ")))));
    }

    /**
     * The notes below the title.
     *
     * @param shown what the picture shows
     * @param over over which axes, or distinguished by them
     */
    public List<String> notes(String shown, List<Column> over) {
        String axes = Listing.of(over.stream().map(Quantity::name).toList());
        List<String> parts = new ArrayList<>(List.of(table.name(), axes.isEmpty() ? shown : shown + " over " + axes));
        parts.addAll(tally.parts());
        if (columns.rows() - columns.filled() < tally.wanted() && columns.rows() < tally.wanted()) {
            parts.add(Figures.count(columns.rows()) + " of them drawn at random");
        }
        parts.addAll(remarks);
        return List.of(String.join("  ·  ", parts));
    }

    /**
     * A remark on the axes that vary beside these, whose values a picture does not tell apart.
     *
     * @param shown what it shows of rows that differ in them: {@code mean}
     */
    public PlottedRows summedUp(String shown, List<Column> over) {
        String hidden = Listing.of(varying.stream()
                .filter(axis -> !over.contains(axis.column()))
                .map(axis -> Quantity.name(axis.column()) + " (" + Figures.count(axis.size()) + " values)")
                .toList());
        return hidden.isEmpty() ? this : with(shown + " over " + hidden);
    }

    /**
     * A remark on the rows that were not simulated.
     *
     * @param as how a picture marks them, or empty
     */
    public PlottedRows filledIn(String as) {
        return columns.filled() == 0
                ? this
                : with((columns.rows() == columns.filled() + tally.present()
                                ? "the rest"
                                : Figures.counted(columns.filled(), "row"))
                        + " filled in from the nearest corner" + inBrackets(as));
    }

    /**
     * A remark on the rows that diverged, and on others without a value.
     *
     * @param shown a column with a number per row, or with its spike times
     * @param divergedAs how a picture marks the first, such as {@code hatched}, or empty if it leaves them out
     * @param othersAs the same of the others
     */
    public PlottedRows missing(Column shown, String divergedAs, String othersAs) {
        String value = shown.type() == Column.Type.DOUBLE_ARRAY ? "a spike" : Quantity.name(shown);
        int lost = diverged.cardinality();
        int others = 0;
        for (int row = 0; row < columns.rows(); row++) {
            others += !diverged.get(row) && !columns.has(shown, row) ? 1 : 0;
        }
        PlottedRows told = lost == 0 ? this : with(Figures.counted(lost, "row") + " diverged" + inBrackets(divergedAs));
        return others == 0
                ? told
                : told.with(Figures.counted(others, "row") + " without " + value + inBrackets(othersAs));
    }

    private static String inBrackets(String text) {
        return text.isEmpty() ? "" : " (" + text + ")";
    }
}
