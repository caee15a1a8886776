package io.github.spikesweep.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.junit.jupiter.api.Test;

class SweepMetricsTest {
    @Test
    void differencesAreTheLargestOfTheTasksAndCountsTheirSum() {
        List<String> shown = Arrays.stream(SweepMetrics.all())
                .map(metric -> metric.aggregateTaskMetrics(new long[] {2, 7, 3}))
                .toList();
        assertEquals(List.of("12", "12", "12", "12", "12", "12", "7", "7.0E-12"), shown);
    }

    @Test
    void aScanWithoutTasksHasCountedNothing() {
        for (CustomMetric metric : SweepMetrics.all()) {
            assertEquals(0, Double.parseDouble(metric.aggregateTaskMetrics(new long[0])));
        }
    }
}
