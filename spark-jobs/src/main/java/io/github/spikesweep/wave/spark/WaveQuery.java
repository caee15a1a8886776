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

    private long id(long position) {
        return rows.sweep().wanted().candidates().idAt(position);
    }
}
