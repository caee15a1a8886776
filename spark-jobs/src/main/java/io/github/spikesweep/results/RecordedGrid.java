package io.github.spikesweep.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.refine.RefinedGrid;
import io.github.spikesweep.sweep.rows.RowCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the record of a refined sweep says about its grid, so that pictures can fill it in.
 *
 * @param rows how many rows the whole grid has
 * @param by the expression that tells classes apart
 * @param axes those along which it is refined
 * @param filled how many rows of the table were not simulated
 * @param audit what an audit of rows that were not simulated has found
 */
public record RecordedGrid(RowCount rows, String by, List<Along> axes, long filled, Optional<FilledAudit> audit) {
    /** More values than these are not recorded, and not filled in by pictures. */
    private static final long MOST_VALUES = 100_000;

    /**
     * An axis.
     *
     * @param column the name of its column
     * @param coarse every so many-th value is on the coarse grid, and the last one
     * @param size how many values it has in the sweep
     * @param stride by how much the id grows from one of them to the next
     * @param values those that the rows have; none if they are too many to be recorded
     */
    public record Along(String column, long coarse, long size, long stride, List<Double> values) {
        public Along {
            values = List.copyOf(values);
        }
    }

    public RecordedGrid {
        axes = List.copyOf(axes);
    }

    /** The grid of a refined sweep. */
    public static RecordedGrid of(SweepDefinition definition, RefinedGrid grid, RowCount rows) {
        boolean listed =
                grid.axes().stream().mapToLong(RefinedGrid.Along::count).sum() <= MOST_VALUES;
        List<Along> axes = new ArrayList<>();
        for (RefinedGrid.Along axis : grid.axes()) {
            List<Double> values = new ArrayList<>();
            for (long i = 0; listed && i < axis.count(); i++) {
                values.add(axis.value(i));
            }
            axes.add(new Along(definition.columnOf(axis.axis()), axis.coarse(), axis.size(), axis.stride(), values));
        }
        return new RecordedGrid(rows, definition.refinement().classes(), axes, 0, Optional.empty());
    }

    /** The same with filled rows. */
    public RecordedGrid withFilled(long count) {
        return new RecordedGrid(rows, by, axes, count, audit);
    }

    /** The same with an audit. */
    public RecordedGrid with(FilledAudit found) {
        return new RecordedGrid(rows, by, axes, filled, Optional.of(found));
    }

    /** Whether the values of its axes are known. */
    public boolean isListed() {
        return axes.stream().noneMatch(axis -> axis.values().isEmpty());
    }

    void write(ObjectNode record) {
        record.put("by", by).put("grid_rows", rows.rows());
        if (!rows.exact()) {
            record.put("grid_rows_estimated", true);
        }
        record.put("filled_rows", filled);
        audit.ifPresent(found -> found.write(record.putObject("audit")));
        ArrayNode list = record.putArray("axes");
        for (Along axis : axes) {
            ArrayNode values = list.addObject()
                    .put("column", axis.column())
                    .put("coarse", axis.coarse())
                    .put("size", axis.size())
                    .put("stride", axis.stride())
                    .putArray("values");
            axis.values().forEach(values::add);
        }
    }

    static Optional<RecordedGrid> read(JsonNode record) {
        JsonNode grid = record.path("refined");
        if (grid.isMissingNode()) {
            return Optional.empty();
        }
        List<Along> axes = new ArrayList<>();
        for (JsonNode axis : grid.path("axes")) {
            List<Double> values = new ArrayList<>();
            axis.path("values").forEach(value -> values.add(value.asDouble()));
            axes.add(new Along(
                    axis.path("column").asText(),
                    axis.path("coarse").asLong(),
                    axis.path("size").asLong(),
                    axis.path("stride").asLong(),
                    values));
        }
        RowCount rows = new RowCount(
                grid.path("grid_rows").asLong(),
                !grid.path("grid_rows_estimated").asBoolean());
        return Optional.of(new RecordedGrid(
                rows, grid.path("by").asText(), axes, grid.path("filled_rows").asLong(), FilledAudit.read(grid)));
    }
}
