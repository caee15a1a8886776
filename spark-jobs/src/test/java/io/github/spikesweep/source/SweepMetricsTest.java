package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.sweep.rows.AuditReport;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.junit.jupiter.api.Test;

class SweepMetricsTest {
    @Test
    void differencesAreTheLargestOfTheTasksAndCountsTheirSum() {
        List<String> shown = Arrays.stream(SweepMetrics.all())
                .map(metric -> metric.aggregateTaskMetrics(new long[] {2, 7, 3}))
                .toList();
        String each = "2, 7, 3";
        assertEquals(
                List.of("12", "12", "12", "12", "12", "12", "12", "7", each, each, each, "7.0E-12", each, each, each),
                shown.subList(0, 15));
        // Numbers by their bits, which have the order of the numbers.
        long[] bits = Arrays.stream(new double[] {2e-9, 0.25, 0})
                .mapToLong(Double::doubleToRawLongBits)
                .toArray();
        assertEquals("0.25", SweepMetrics.all()[15].aggregateTaskMetrics(bits));
        assertEquals(List.of(each, each), shown.subList(16, 18));
    }

    @Test
    void auditOfATaskComesThroughItsMetrics() {
        Map<String, Long> task = new HashMap<>(Map.of(
                SweepMetrics.AUDITED_ROWS, 5L,
                SweepMetrics.DIFFERENT_ROWS, 2L,
                SweepMetrics.UNSETTLED_ROWS, 1L,
                SweepMetrics.COUNT_DIFFERENCE, 4L,
                SweepMetrics.COUNT_ROW, 17L,
                SweepMetrics.COUNT_OF_TABLE, -1L,
                SweepMetrics.FINER_COUNT, 4L));
        task.putAll(Map.of(
                SweepMetrics.TIME_DIFFERENCE, 500_000_000_000L,
                SweepMetrics.TIME_ROW, 9L,
                SweepMetrics.TIME_SPIKE, 3L,
                SweepMetrics.TIME_SPIKES, 6L));
        task.putAll(Map.of(
                SweepMetrics.VALUE_DIFFERENCE, Double.doubleToRawLongBits(1e-7),
                SweepMetrics.VALUE_ROW, 4L,
                SweepMetrics.VALUE_OF_TABLE, Double.doubleToRawLongBits(-2.5)));
        AuditReport.Count count = new AuditReport.Count(17, AuditReport.DIVERGED, 4);
        AuditReport.Time time = new AuditReport.Time(0.5, 9, 3, 6);
        AuditReport.Value value = new AuditReport.Value(1e-7, 4, -2.5);
        assertEquals(new AuditReport(5, 2, 1, count, time, value), SweepMetrics.audit(task::get));
        assertEquals(AuditReport.NONE, SweepMetrics.audit(name -> 0));
    }

    @Test
    void aScanWithoutTasksHasCountedNothing() {
        for (CustomMetric metric : SweepMetrics.all()) {
            String shown = metric.aggregateTaskMetrics(new long[0]);
            assertTrue(shown.isEmpty() || Double.parseDouble(shown) == 0, shown);
        }
    }
}
