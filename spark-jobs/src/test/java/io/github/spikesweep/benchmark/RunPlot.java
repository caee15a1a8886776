package io.github.spikesweep.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

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
        speed.getStyler().setLegendPosition(LegendPosition.InsideSE);
        XYChart tasks = chart("Slowest task", "seconds");
        System.out.println("| rows | cores | seconds | million neuron-steps/s | tasks | slowest task (s) | MB |");
        System.out.println("| --: | --: | --: | --: | --: | --: | --: |");
        for (String kind : List.of("light", "heavy")) {
            for (String cores : List.of("1", "2")) {
                Map<Double, JsonNode> byRows = byRows(results, kind, cores);
                String name = kind + ", " + (cores.equals("1") ? "1 core" : cores + " cores");
                add(
                        seconds,
                        name,
                        byRows,
                        result -> result.at("/primaryMetric/score").asDouble());
                add(speed, name, byRows, result -> perRun(result, "neuronStepsPerMicrosecond"));
                add(tasks, name, byRows, result -> perRun(result, "slowestTaskSeconds"));
                byRows.forEach((rows, result) -> System.out.printf(
                        "| %s %,.0f | %s | %.2f | %.1f | %.0f | %.2f | %.2f |%n",
                        kind,
                        rows,
                        cores,
                        result.at("/primaryMetric/score").asDouble(),
                        perRun(result, "neuronStepsPerMicrosecond"),
                        perRun(result, "tasks"),
                        perRun(result, "slowestTaskSeconds"),
                        perRun(result, "megabytes")));
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

    /** JMH adds events up over a benchmark's iterations, each of which is one run here. */
    private static double perRun(JsonNode result, String event) {
        return result.at("/secondaryMetrics/" + event + "/score").asDouble()
                / result.get("measurementIterations").asInt();
    }

    private static void add(
            XYChart chart, String name, Map<Double, JsonNode> byRows, ToDoubleFunction<JsonNode> figure) {
        if (!byRows.isEmpty()) {
            double[] rows =
                    byRows.keySet().stream().mapToDouble(Double::doubleValue).toArray();
            double[] values = byRows.values().stream()
                    .mapToDouble(result -> Math.max(1e-3, figure.applyAsDouble(result)))
                    .toArray();
            Color color = name.startsWith("light") ? Color.ORANGE.darker() : Color.BLUE;
            boolean oneCore = name.endsWith("1 core");
            XYSeries series = chart.addSeries(name, rows, values);
            series.setMarkerColor(color).setMarker(oneCore ? SeriesMarkers.CIRCLE : SeriesMarkers.SQUARE);
            series.setLineColor(color);
            series.setLineStyle(oneCore ? SeriesLines.DASH_DASH : SeriesLines.SOLID);
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
