package io.github.spikesweep.wave.spark;

import io.github.spikesweep.wave.WaveRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The rows of a wave, as a query of a table. */
record WaveQuery(WaveRows rows) {
    private static final String ID = "id";

    /** Those among the rows of {@code table}. */
    Dataset<Row> of(Dataset<Row> table) {
        return rows.areAll() ? table : table.where(within(0, rows.positions().rangeCount()));
    }

    /** A balanced tree over some of the ranges, since Spark recurses into conditions. */
    private Column within(int from, int to) {
        if (to - from == 1) {
            long first = id(rows.positions().rangeFrom(from));
            return functions.col(ID).between(first, id(rows.positions().rangeTo(from) - 1));
        }
        int middle = (from + to) / 2;
        return within(from, middle).or(within(middle, to));
    }

    /** The rows in the order of their ids, in that many parts. */
    Dataset<Row> gathered(Dataset<Row> selected, int parts) {
        if (parts == 1) {
            return selected.repartition(1).sortWithinPartitions(ID);
        }
        long first = id(rows.positions().at(0));
        long last = id(rows.positions().at(rows.positions().count() - 1));
        // Parts of equal width in ids, computed in doubles since ids may be far apart.
        double width = ((double) last - first + 1) / parts;
        Column part = functions.floor(functions.col(ID).minus(first).divide(width));
        Column within = functions.least(functions.lit((long) parts - 1), part);
        return selected.repartitionById(parts, within.cast("int")).sortWithinPartitions(ID);
    }

    private long id(long position) {
        return rows.sweep().wanted().candidates().idAt(position);
    }
}
