package io.github.spikesweep.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.spikesweep.plot.chart.Charts;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.PictureFile;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** Draws what {@link RunBenchmark} has measured, and prints it as a table for the notes. */
public final class RunPlot {
    private static final List<String> KINDS = List.of("light", "heavy");
    private static final List<String> CORES = List.of("1", "2");

    private RunPlot() {}

    /**
     * Draws it.
     *
     * @param args JMH's result as JSON, and the picture to write
     */
    public static void main(String[] args) throws IOException {
        JsonNode results = new ObjectMapper().readTree(Path.of(args[0]).toFile());
        System.out.println("| rows | cores | seconds | million neuron-steps/s | tasks | slowest task (s) | MB |");
        System.out.println("| --: | --: | --: | --: | --: | --: | --: |");
        for (String kind : KINDS) {
            for (String cores : CORES) {
                byRows(results, kind, cores)
                        .forEach((rows, result) -> System.out.printf(
                                "| %s %,.0f | %s | %.2f | %.1f | %.0f | %.2f | %.2f |%n",
                                kind,
                                rows,
                                cores,
                                seconds(result),
                                perRun(result, "neuronStepsPerMicrosecond"),
                                perRun(result, "tasks"),
                                perRun(result, "slowestTaskSeconds"),
                                perRun(result, "megabytes")));
            }
        }
        List<JFreeChart> panels = List.of(
                panel(results, "seconds", RunPlot::seconds),
                panel(results, "million neuron-steps/s", result -> perRun(result, "neuronStepsPerMicrosecond")),
                panel(results, "slowest task (s)", result -> perRun(result, "slowestTaskSeconds")));
        Picture picture =
                new Picture("Whole runs, from the sweep file to Parquet files", List.of(), panels, 3, 420, 360);
        PictureFile.at(args[1]).write(picture);
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

    private static double seconds(JsonNode result) {
        return result.at("/primaryMetric/score").asDouble();
    }

    /** JMH sums events over a benchmark's iterations; here each iteration is one run. */
    private static double perRun(JsonNode result, String event) {
        return result.at("/secondaryMetrics/" + event + "/score").asDouble()
                / result.get("measurementIterations").asInt();
    }

    private static JFreeChart panel(JsonNode results, String unit, ToDoubleFunction<JsonNode> figure) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setLegendLine(Charts.LEGEND_LINE);
        for (String kind : KINDS) {
            for (String cores : CORES) {
                Map<Double, JsonNode> byRows = byRows(results, kind, cores);
                double[] rows = byRows.keySet().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                double[] values = byRows.values().stream()
                        .mapToDouble(result -> Math.max(1e-3, figure.applyAsDouble(result)))
                        .toArray();
                int series = data.getSeriesCount();
                boolean oneCore = cores.equals("1");
                data.addSeries(kind + (oneCore ? ", 1 core" : ", " + cores + " cores"), new double[][] {rows, values});
                renderer.setSeriesPaint(series, kind.equals("light") ? new Color(0xE69F00) : new Color(0x0072B2));
                renderer.setSeriesShape(series, Charts.dot(6));
                float[] dashes = {5, 4};
                renderer.setSeriesStroke(
                        series,
                        oneCore
                                ? new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0)
                                : new BasicStroke(1.6f));
            }
        }
        return Charts.chart("", Charts.plot(data, Charts.axis("rows", true), Charts.axis(unit, true), renderer), true);
    }
}
