package io.github.spikesweep.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws what {@link RunBenchmark} has measured, and prints it as a table for the notes. */
public final class RunPlot {
    private RunPlot() {}

    /**
     * Draws it.
     *
     * @param args JMH's result as JSON, and the picture to write
     */
    public static void main(String[] args) throws IOException {
        JsonNode results = new ObjectMapper().readTree(Path.of(args[0]).toFile());
        XYChart seconds = chart("Whole runs", "seconds");
        XYChart speed = chart("Speed", "million neuron-steps/s");
        XYChart tasks = chart("Slowest task", "seconds");
        System.out.println("| rows | cores | seconds | million neuron-steps/s | tasks | slowest task (s) | MB |");
        System.out.println("| --: | --: | --: | --: | --: | --: | --: |");
        for (String kind : List.of("light", "heavy")) {
            for (String cores : List.of("1", "2")) {
                Map<Double, JsonNode> byRows = byRows(results, kind, cores);
                String name = kind + ", " + (cores.equals("1") ? "1 core" : cores + " cores");
                add(seconds, name, byRows, "/primaryMetric/score");
                add(speed, name, byRows, "/secondaryMetrics/neuronStepsPerMicrosecond/score");
                add(tasks, name, byRows, "/secondaryMetrics/slowestTaskSeconds/score");
                byRows.forEach((rows, result) -> System.out.printf(
                        "| %s %,.0f | %s | %.2f | %.1f | %.0f | %.2f | %.2f |%n",
                        kind,
                        rows,
                        cores,
                        result.at("/primaryMetric/score").asDouble(),
                        result.at("/secondaryMetrics/neuronStepsPerMicrosecond/score")
                                .asDouble(),
                        result.at("/secondaryMetrics/tasks/score").asDouble(),
                        result.at("/secondaryMetrics/slowestTaskSeconds/score").asDouble(),
                        result.at("/secondaryMetrics/megabytes/score").asDouble()));
            }
        }
        BitmapEncoder.saveBitmap(List.of(seconds, speed, tasks), 1, 3, args[1], BitmapFormat.PNG);
    }

    private static Map<Double, JsonNode> byRows(JsonNode results, String kind, String cores) {
        Map<Double, JsonNode> found = new TreeMap<>();
        for (JsonNode result : results) {
            JsonNode parameters = result.get("params");
            if (result.get("benchmark").asText().endsWith("." + kind)
                    && parameters.get("cores").asText().equals(cores)) {
                found.put(parameters.get("rows").asDouble(), result);
            }
        }
        return found;
    }

    private static void add(XYChart chart, String name, Map<Double, JsonNode> byRows, String figure) {
        if (!byRows.isEmpty()) {
            double[] rows =
                    byRows.keySet().stream().mapToDouble(Double::doubleValue).toArray();
            double[] values = byRows.values().stream()
                    .mapToDouble(result -> Math.max(1e-3, result.at(figure).asDouble()))
                    .toArray();
            chart.addSeries(name, rows, values);
        }
    }

    private static XYChart chart(String title, String unit) {
        XYChart chart = new XYChartBuilder()
                .width(520)
                .height(420)
                .title(title)
                .xAxisTitle("rows")
                .yAxisTitle(unit)
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
        return chart;
    }
}
