package io.github.spikesweep.job;

import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.space.Selection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The rows of a wave.
 *
 * @param candidates the candidates of the sweep
 * @param positions which of them
 */
record WaveSelection(Selection candidates, IndexRanges positions) {
    private static final String ID = "id";

    /** Those among the rows of {@code table}. */
    Dataset<Row> of(Dataset<Row> table) {
        if (positions.count() == candidates.size()) {
            return table;
        }
        return table.where(within(0, positions.rangeCount()));
    }

    /** A balanced tree over some of the ranges, since Spark recurses into conditions. */
    private Column within(int from, int to) {
        if (to - from == 1) {
            long first = candidates.idAt(positions.rangeFrom(from));
            return functions.col(ID).between(first, candidates.idAt(positions.rangeTo(from) - 1));
        }
        int middle = (from + to) / 2;
        return within(from, middle).or(within(middle, to));
    }

    /** The rows in the order of their ids, in that many parts. */
    Dataset<Row> gathered(Dataset<Row> rows, int parts) {
        if (parts == 1) {
            return rows.repartition(1).sortWithinPartitions(ID);
        }
        long first = candidates.idAt(positions.at(0));
        long last = candidates.idAt(positions.at(positions.count() - 1));
        // Parts of equal width in ids, computed in doubles since ids may be far apart.
        double width = ((double) last - first + 1) / parts;
        Column part = functions.floor(functions.col(ID).minus(first).divide(width));
        Column within = functions.least(functions.lit((long) parts - 1), part);
        return rows.repartitionById(parts, within.cast("int")).sortWithinPartitions(ID);
    }
}
