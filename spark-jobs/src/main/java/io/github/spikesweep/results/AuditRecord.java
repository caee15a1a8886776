package io.github.spikesweep.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.sweep.Find;
import io.github.spikesweep.sweep.rows.AuditReport;

/** What an audit has found, in the record of a run. A run that diverged has the count -1. */
final class AuditRecord {
    private static final String DIFFERENT = "different_rows";
    private static final String UNSETTLED = "unsettled_rows";
    private static final String COUNT_DIFFERENCE = "largest_count_difference";
    private static final String COUNT_ROW = "largest_count_difference_id";
    private static final String TABLE = "largest_count_difference_table";
    private static final String FINER = "largest_count_difference_finer";
    private static final String TIME_DIFFERENCE = "largest_time_difference_ms";
    private static final String TIME_ROW = "largest_time_difference_id";
    private static final String SPIKE = "largest_time_difference_spike";
    private static final String SPIKES = "largest_time_difference_of_spikes";
    private static final String VALUE_DIFFERENCE = "largest_value_difference";
    private static final String VALUE_ROW = "largest_value_difference_id";
    private static final String VALUE = "largest_value_difference_table";

    private AuditRecord() {}

    /**
     * Writes it.
     *
     * @param find what the rows look for: then their values are compared, otherwise their spikes
     * @param rows the key for the number of rows
     */
    static void write(AuditReport audit, Find find, String rows, ObjectNode record) {
        record.put(rows, audit.rows()).put(DIFFERENT, audit.differentRows()).put(UNSETTLED, audit.unsettledRows());
        if (find.isPresent()) {
            write(audit.value(), record);
        } else {
            writeSpikes(audit, record);
        }
    }

    private static void write(AuditReport.Value value, ObjectNode record) {
        record.put(VALUE_DIFFERENCE, value.difference());
        if (value.difference() > 0) {
            record.put(VALUE_ROW, value.id()).put(VALUE, value.table());
        }
    }

    private static void writeSpikes(AuditReport audit, ObjectNode record) {
        record.put(COUNT_DIFFERENCE, audit.count().difference());
        if (audit.count().difference() > 0) {
            record.put(COUNT_ROW, audit.count().id())
                    .put(TABLE, audit.count().table())
                    .put(FINER, audit.count().finer());
        }
        record.put(TIME_DIFFERENCE, audit.time().difference());
        if (audit.time().difference() > 0) {
            record.put(TIME_ROW, audit.time().id())
                    .put(SPIKE, audit.time().spike())
                    .put(SPIKES, audit.time().spikes());
        }
    }

    static AuditReport read(JsonNode record, String rows) {
        return new AuditReport(
                record.path(rows).asLong(),
                record.path(DIFFERENT).asLong(),
                record.path(UNSETTLED).asLong(),
                new AuditReport.Count(
                        record.path(COUNT_ROW).asLong(),
                        record.path(TABLE).asLong(),
                        record.path(FINER).asLong()),
                new AuditReport.Time(
                        record.path(TIME_DIFFERENCE).asDouble(),
                        record.path(TIME_ROW).asLong(),
                        record.path(SPIKE).asLong(),
                        record.path(SPIKES).asLong()),
                new AuditReport.Value(
                        record.path(VALUE_DIFFERENCE).asDouble(),
                        record.path(VALUE_ROW).asLong(),
                        record.path(VALUE).asDouble()));
    }
}
