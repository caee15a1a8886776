package io.github.spikesweep.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.plot.chart.CellRenderer;
import io.github.spikesweep.plot.chart.DecadeAxis;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.sweep.output.OutputCatalog;
import java.awt.BasicStroke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYDotRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default pictures of results. */
class PictureChoiceTest {
    private static final String HH = """
            name: drawn
            model: HH
            duration: 50
            step: 0.01
            """;
    private static final String DRIVEN = "input: 0.1\n";

    @TempDir
    private Path folder;

    @Test
    void anAxisIsALine() throws IOException, InterruptedException {
        Picture picture = drawn("""
                sweep: {gna_density: {linspace: [50, 200, 4], unit: mS/cm², label: g_Na}}
                parameters: {gna: gna_density * 7.854e-3}
                """);
        XYPlot plot = lone(picture);
        assertInstanceOf(XYLineAndShapeRenderer.class, plot.getRenderer());
        assertEquals("g_Na (mS/cm²)", plot.getDomainAxis().getLabel());
        assertEquals("frequency_hz (Hz)", plot.getRangeAxis().getLabel());
        XYDataset line = plot.getDataset();
        assertEquals(List.of(50.0, 100.0, 150.0, 200.0), xs(line));
        assertEquals(20, line.getYValue(0, 0)); // one spike in 50 ms
        assertTrue(line.getYValue(0, 3) > 60);
        assertEquals(List.of("drawn  ·  frequency_hz over g_Na  ·  4 rows"), picture.notes());
    }

    /** Neurons that rest, fire once, or keep firing. */
    @Test
    void regimesAreColoursOfAMap() throws IOException, InterruptedException {
        Picture picture = drawn("""
                transient: 0
                sweep: {input: {linspace: [0, 0.2, 6]}, gk: {linspace: [0.25, 0.3, 5]}}
                outputs: [regime]
                """);
        XYPlot plot = lone(picture);
        assertInstanceOf(CellRenderer.class, plot.getRenderer());
        XYZDataset cells = (XYZDataset) plot.getDataset();
        List<String> drawn = IntStream.range(0, cells.getItemCount(0))
                .mapToObj(i -> OutputCatalog.REGIMES.get((int) cells.getZValue(0, i)))
                .distinct()
                .toList();
        LegendTitle legend = (LegendTitle) picture.panels().get(0).getSubtitle(0);
        List<String> named = IntStream.range(
                        0, legend.getSources()[0].getLegendItems().getItemCount())
                .mapToObj(i -> legend.getSources()[0].getLegendItems().get(i).getLabel())
                .toList();
        assertEquals(OutputCatalog.REGIMES.stream().filter(drawn::contains).toList(), named);
        assertTrue(named.containsAll(List.of("silent", "transient", "tonic")), named.toString());
        assertTrue(
                picture.notes().get(0).startsWith("drawn  ·  regime over input and gk  ·  30 rows"),
                picture.notes()::toString);
    }

    @Test
    void regimesAreDotsOverAnAxis() throws IOException, InterruptedException {
        XYPlot plot = lone(drawn("sweep: {input: {linspace: [0, 0.2, 6]}}\noutputs: [regime]\n"));
        SymbolAxis axis = assertInstanceOf(SymbolAxis.class, plot.getRangeAxis());
        assertEquals(OutputCatalog.REGIMES, List.of(axis.getSymbols()));
        assertEquals(0, plot.getDataset().getYValue(0, 0));
    }

    @Test
    void aCellOfRowsThatDifferHasTheMostFrequentClass() {
        CellValues classes = CellValues.of(2, 3);
        for (double one : new double[] {2, 0, 2, 1}) {
            classes.add(1, one);
        }
        assertEquals(2, classes.shown(1));
        assertTrue(Double.isNaN(classes.shown(0)));
        CellValues numbers = CellValues.of(1, 0);
        numbers.add(0, 1);
        numbers.add(0, 4);
        assertEquals(2.5, numbers.shown(0));
    }

    @Test
    void anAxisEvenInItsLogarithmIsDrawnSo() throws IOException, InterruptedException {
        XYPlot plot = lone(drawn("sweep: {cm: {logspace: [0.001, 0.1, 7]}}\n"));
        assertInstanceOf(DecadeAxis.class, plot.getDomainAxis());
    }

    @Test
    void textsAreLinesBesideAnAxis() throws IOException, InterruptedException {
        XYPlot plot = lone(drawn("sweep: {gna: {linspace: [0.4, 1.6, 5]}, precision: [double, float]}\n"));
        assertEquals(2, plot.getDataset().getSeriesCount());
        assertEquals("double", plot.getDataset().getSeriesKey(0));
        assertEquals("float", plot.getDataset().getSeriesKey(1));
    }

    @Test
    void aFeatureThatVariesIsDrawnWhereTheUsualDoesNot() throws IOException, InterruptedException {
        Picture picture = drawn("""
                sweep: {gna: [1, 1.001, 1.002]}
                outputs: [last_spike_ms, spike_count]
                """);
        assertEquals("last_spike_ms (ms)", lone(picture).getRangeAxis().getLabel());
        assertTrue(
                picture.notes()
                        .get(0)
                        .endsWith("  ·  spike_count is the same in all rows, so this is the time of the last spike"),
                picture.notes()::toString);
    }

    @Test
    void replicatesAreDotsAroundTheirMean() throws IOException, InterruptedException {
        Picture picture = drawn("""
                sweep: [{grid: {gna: {linspace: [0.4, 1.6, 3]}}}, {replicates: 8}]
                noise: {kind: ornstein-uhlenbeck, sigma: 0.05, tau: 2}
                """);
        XYPlot plot = lone(picture);
        XYDataset line = plot.getDataset(0);
        XYDataset dots = plot.getDataset(1);
        assertEquals(3, line.getItemCount(0));
        assertEquals(24, dots.getItemCount(0));
        for (int place = 0; place < 3; place++) {
            double x = line.getXValue(0, place);
            double mean = IntStream.range(0, 24)
                    .filter(i -> dots.getXValue(0, i) == x)
                    .mapToDouble(i -> dots.getYValue(0, i))
                    .average()
                    .orElseThrow();
            assertEquals(mean, line.getYValue(0, place), 1e-9);
        }
        assertTrue(picture.notes().get(0).endsWith("mean over replicate (8 values)"), picture.notes()::toString);
    }

    @Test
    void twoAxesAreAMap() throws IOException, InterruptedException {
        XYPlot plot = lone(drawn("sweep: {gna: {linspace: [0.4, 1.6, 6]}, gk: {linspace: [0.1, 0.4, 5]}}\n"));
        assertInstanceOf(CellRenderer.class, plot.getRenderer());
        assertEquals("gna (mS)", plot.getDomainAxis().getLabel());
        assertEquals("gk (mS)", plot.getRangeAxis().getLabel());
        assertEquals(30, plot.getDataset().getItemCount(0));
    }

    /** By a class that has one boundary: between 0.1 and 1.6 mS the neuron begins to fire. */
    @Test
    void whatWasNotSimulatedIsFilledIn() throws IOException, InterruptedException {
        Picture map = drawn("""
                sweep: {gna: {linspace: [0.1, 1.6, 33]}, gk: {linspace: [0.1, 0.4, 17]}}
                refine: {by: spike_count >= 1, coarse: 8}
                """);
        XYDataset cells = lone(map).getDataset();
        int simulated = cells.getItemCount(cells.indexOf("VALUE"));
        int filled = cells.getItemCount(cells.indexOf("FILLED"));
        assertEquals(33 * 17, simulated + filled);
        assertTrue(simulated > 15 && filled > simulated, simulated + " cells simulated");
        assertTrue(
                map.notes()
                        .get(0)
                        .endsWith("  ·  %d of 561 rows simulated  ·  the rest filled in from the nearest corner (paler)"
                                .formatted(simulated)),
                map.notes()::toString);
    }

    @Test
    void aLineHasDotsWhereItWasSimulated() throws IOException, InterruptedException {
        Picture picture = drawn("""
                sweep: {gna: {linspace: [0.1, 1.6, 33]}}
                refine: {by: spike_count >= 1, coarse: 8}
                """);
        XYPlot plot = lone(picture);
        assertEquals(33, plot.getDataset(0).getItemCount(0));
        int simulated = plot.getDataset(1).getItemCount(0);
        assertTrue(simulated > 5 && simulated < 12, simulated + " dots");
        assertFalse(((XYLineAndShapeRenderer) plot.getRenderer()).getItemShapeVisible(0, 0));
        assertTrue(
                picture.notes().get(0).endsWith("the rest filled in from the nearest corner (without dots)"),
                picture.notes()::toString);
    }

    @Test
    void twoAxesOfWhichOneHasFewValuesAreLines() throws IOException, InterruptedException {
        XYPlot plot = lone(drawn("sweep: {gna: {linspace: [0.4, 1.6, 6]}, gk: [0.1, 0.2, 0.4]}\n"));
        assertEquals("gna (mS)", plot.getDomainAxis().getLabel());
        assertEquals(3, plot.getDataset().getSeriesCount());
        assertEquals("gk 0.1 mS", plot.getDataset().getSeriesKey(0));
        XYLineAndShapeRenderer lines = (XYLineAndShapeRenderer) plot.getRenderer();
        assertEquals(1.8f, ((BasicStroke) lines.getSeriesStroke(2)).getLineWidth(), "it covers no other");
    }

    @Test
    void valuesInALegendAreBrief() throws IOException, InterruptedException {
        XYPlot plot = lone(drawn("sweep: {gna: {linspace: [0.4, 1.6, 6]}, gk: {linspace: [0.2, 0.4, 4]}}\n"));
        assertEquals("gk 0.2667 mS", plot.getDataset().getSeriesKey(1));
    }

    @Test
    void valuesThatAreNearlyEqualAreToldApart() throws IOException, InterruptedException {
        XYPlot plot = lone(drawn("sweep: {gna: {linspace: [0.4, 1.6, 6]}, gk: [0.2, 0.3333331, 0.3333332]}\n"));
        assertEquals("gk 0.3333331 mS", plot.getDataset().getSeriesKey(1));
        assertEquals("gk 0.3333332 mS", plot.getDataset().getSeriesKey(2));
    }

    @Test
    void threeAxesAreMapsWithTheSameColours() throws IOException, InterruptedException {
        Picture picture = drawn(
                "sweep: {gna: {linspace: [0.4, 1.6, 6]}, gk: {linspace: [0.1, 0.4, 5]}, " + "input: [0, 0.05, 0.1]}\n");
        assertEquals(
                List.of("input 0 µA", "input 0.05 µA", "input 0.1 µA"),
                picture.panels().stream()
                        .map(panel -> panel.getTitle().getText())
                        .toList());
        for (JFreeChart panel : picture.panels()) {
            XYDataset cells = panel.getXYPlot().getDataset();
            assertEquals(30, cells.getItemCount(0));
            assertInstanceOf(CellRenderer.class, panel.getXYPlot().getRenderer());
        }
        XYZDataset undriven = (XYZDataset) picture.panels().get(0).getXYPlot().getDataset();
        XYZDataset driven = (XYZDataset) picture.panels().get(2).getXYPlot().getDataset();
        double rest = IntStream.range(0, 30)
                .mapToDouble(i -> undriven.getZValue(0, i))
                .sum();
        double firing =
                IntStream.range(0, 30).mapToDouble(i -> driven.getZValue(0, i)).sum();
        assertTrue(rest < firing, rest + " " + firing);
    }

    @Test
    void manyAxesAreAPanelEach() throws IOException, InterruptedException {
        Picture picture = drawn("sweep: [{sample: {method: lhs, count: 40, within: "
                + "{gna: [0.8, 1.1], gk: [0.2, 0.3], gl: [0.002, 0.003], vl: [-56, -52]}}}]\n");
        assertEquals(
                List.of("gna (mS)", "gk (mS)", "gl (mS)", "vl (mV)"),
                picture.panels().stream()
                        .map(panel -> panel.getXYPlot().getDomainAxis().getLabel())
                        .toList());
    }

    @Test
    void textsAloneAreBars() throws IOException, InterruptedException {
        Picture picture = drawn("sweep: {integrator: [Euler, RK4, RK6], precision: [double, float]}\n");
        CategoryPlot plot = picture.panels().get(0).getCategoryPlot();
        assertEquals(List.of("Euler", "RK4", "RK6"), plot.getDataset().getColumnKeys());
        assertEquals(List.of("double", "float"), plot.getDataset().getRowKeys());
        assertTrue(plot.getDataset().getValue("float", "RK6").doubleValue() > 0);
    }

    @Test
    void aTraceIsDrawnOverTimeFromTheEndOfTheTransientOn() throws IOException, InterruptedException {
        Picture picture = drawn("""
                sweep: {gna: [0.4, 0.9]}
                transient: 10
                trace_every: 0.5
                outputs: [trace_v]
                """);
        assertEquals(2, picture.panels().size());
        assertEquals("gna 0.9 mS", picture.panels().get(1).getTitle().getText());
        XYPlot plot = picture.panels().get(1).getXYPlot();
        assertEquals("time (ms)", plot.getDomainAxis().getLabel());
        assertEquals("v (mV)", plot.getRangeAxis().getLabel());
        XYDataset trace = plot.getDataset();
        assertEquals(10, trace.getXValue(0, 0));
        assertEquals(10.5, trace.getXValue(0, 1));
        assertEquals(50, trace.getXValue(0, trace.getItemCount(0) - 1), 0.5);
        assertTrue(IntStream.range(0, trace.getItemCount(0)).anyMatch(i -> trace.getYValue(0, i) > 0));
    }

    @Test
    void spikeTimesAreIntervalsOverAnAxis() throws IOException, InterruptedException {
        DrawnSweep sweep = DrawnSweep.run(folder, HH + DRIVEN + """
                        sweep: {gna: [0.4, 0.9, 1.2]}
                        outputs: [spike_count, spike_times_ms]
                        """);
        XYPlot plot = lone(sweep.picture());
        assertInstanceOf(XYDotRenderer.class, plot.getRenderer());
        assertEquals("inter-spike interval (ms)", plot.getRangeAxis().getLabel());
        XYDataset counts = lone(sweep.picture(asked("gna", "spike_count"))).getDataset();
        int intervals = IntStream.range(0, 3)
                .map(i -> Math.max(0, (int) counts.getYValue(0, i) - 1))
                .sum();
        assertTrue(intervals > 2);
        assertEquals(intervals, plot.getDataset().getItemCount(0));
        double interval = plot.getDataset().getYValue(0, 0);
        assertTrue(interval > 5 && interval < 25, () -> interval + " ms");
    }

    @Test
    void whereNothingSpikesTheVoltageIsShownAndSaysSo() throws IOException, InterruptedException {
        Picture picture = drawn("sweep: {gna: {linspace: [0.1, 0.2, 4]}}\n");
        assertEquals("v_max (mV)", lone(picture).getRangeAxis().getLabel());
        assertTrue(picture.notes().get(0).contains("no row has a spike"), picture.notes()::toString);
    }

    @Test
    void aRowAloneHasNoPictureAndTheReasonIsSaid() {
        InputException fault = assertThrows(InputException.class, () -> drawn("sweep: {gna: [0.9]}\n"));
        assertTrue(fault.getMessage().contains("it has one row"), fault.getMessage());
    }

    @Test
    void replicatesAloneAreAHistogram() throws IOException, InterruptedException {
        Picture picture = drawn("""
                sweep: [{replicates: 60}]
                noise: {kind: ornstein-uhlenbeck, sigma: 0.1, tau: 2}
                """);
        XYPlot plot = lone(picture);
        assertInstanceOf(XYBarRenderer.class, plot.getRenderer());
        assertEquals("frequency_hz (Hz)", plot.getDomainAxis().getLabel());
        assertEquals("rows", plot.getRangeAxis().getLabel());
        assertEquals(
                60,
                IntStream.range(0, plot.getDataset().getItemCount(0))
                        .mapToDouble(i -> plot.getDataset().getYValue(0, i))
                        .sum());
        assertEquals(List.of("drawn  ·  histogram of frequency_hz  ·  60 rows  ·  n = 60"), picture.notes());
    }

    @Test
    void replicatesOfSeveralModelsAreHistogramsOverTheSameRange() throws IOException, InterruptedException {
        Picture picture = DrawnSweep.run(folder, """
                        name: drawn
                        duration: 100
                        step: 0.02
                        input: 10
                        sweep: [{grid: {model: [ML, Izhikevich]}}, {replicates: 20}]
                        noise: {kind: ornstein-uhlenbeck, sigma: 20, tau: 2}
                        """).picture();
        assertEquals(
                List.of("ML, n = 20", "Izhikevich, n = 20"),
                picture.panels().stream()
                        .map(panel -> panel.getTitle().getText())
                        .toList());
        assertEquals(
                picture.panels().get(0).getXYPlot().getDomainAxis().getRange(),
                picture.panels().get(1).getXYPlot().getDomainAxis().getRange());
    }

    @Test
    void whereNothingVariesThatIsSaid() {
        String still = """
                sweep: [{replicates: 3}]
                outputs: [spike_count]
                noise: {kind: ornstein-uhlenbeck, sigma: 0, tau: 2}
                """;
        InputException fault = assertThrows(InputException.class, () -> drawn(still));
        assertTrue(
                fault.getMessage().contains("no axis varies between its rows, and neither does spike_count"),
                fault.getMessage());
    }

    @Test
    void spikeTimesOfReplicatesAreARaster() throws IOException, InterruptedException {
        DrawnSweep sweep = DrawnSweep.run(folder, HH + DRIVEN + """
                        sweep: [{replicates: 6}]
                        noise: {kind: ornstein-uhlenbeck, sigma: 0.05, tau: 2}
                        outputs: [spike_count, spike_times_ms]
                        """);
        XYPlot plot = lone(sweep.picture());
        assertEquals("time (ms)", plot.getDomainAxis().getLabel());
        assertEquals("replicate", plot.getRangeAxis().getLabel());
        XYDataset spikes = plot.getDataset();
        assertEquals(
                List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0),
                IntStream.range(0, spikes.getItemCount(0))
                        .mapToObj(i -> spikes.getYValue(0, i))
                        .distinct()
                        .toList());
        assertTrue(spikes.getItemCount(0) >= 12, () -> spikes.getItemCount(0) + " spikes");
        assertTrue(IntStream.range(0, spikes.getItemCount(0))
                .allMatch(i -> spikes.getXValue(0, i) > 0 && spikes.getXValue(0, i) <= 50));
    }

    /** Rows with these conductances diverge at once, and evenly spaced rows would be among them. */
    private static final String DIVERGING = """
            sweep: {gna: [1, 1e6, 2e6, 0.9, 3e6, 4e6, 5e6, 0.8, 6e6]}
            outputs: [spike_count, trace_v, trace_m]
            trace_every: 0.5
            """;

    @Test
    void tracesAreThoseOfRowsThatHaveOne() throws IOException, InterruptedException {
        DrawnSweep sweep = DrawnSweep.run(folder, HH + DRIVEN + DIVERGING);
        Picture picture = sweep.picture();
        assertEquals(
                List.of("gna 1 mS", "gna 0.9 mS", "gna 0.8 mS"),
                picture.panels().stream()
                        .map(panel -> panel.getTitle().getText())
                        .toList());
        assertEquals(List.of("drawn  ·  over time  ·  9 rows  ·  6 rows diverged"), picture.notes());
        assertEquals(
                1,
                picture.panels().stream()
                        .map(panel -> panel.getXYPlot().getRangeAxis().getRange())
                        .distinct()
                        .count());
        InputException none = assertThrows(InputException.class, () -> sweep.picture(where("gna > 1")));
        assertTrue(
                none.getMessage().endsWith("nothing to draw: no row has a trace; 6 rows diverged"), none.getMessage());
    }

    @Test
    void tracesOfAVariableThatSomeModelsLackAreThoseOfTheOthers() throws IOException, InterruptedException {
        Picture picture = DrawnSweep.run(folder, """
                        name: drawn
                        duration: 20
                        step: 0.02
                        sweep: {model: [HR, ML], input: [0, 1, 2, 3]}
                        outputs: [spike_count, trace_v]
                        """).picture();
        assertEquals(4, picture.panels().size());
        assertTrue(picture.panels().get(0).getTitle().getText().startsWith("ML"));
        assertEquals(List.of("drawn  ·  over time  ·  8 rows  ·  4 rows without trace_v"), picture.notes());
    }

    @Test
    void divergedCellsOfAMapAreMarkedAndCounted() throws IOException, InterruptedException {
        Picture picture = drawn("sweep: {gna: [0.5, 0.7, 0.9, 1.1, 1e6], gk: {linspace: [0.1, 0.4, 5]}}\n");
        XYPlot plot = lone(picture);
        assertEquals(20, plot.getDataset().getItemCount(0));
        assertEquals(0, plot.getDataset().getItemCount(1));
        assertEquals(5, plot.getDataset().getItemCount(2));
        assertTrue(
                picture.notes().get(0).endsWith("  ·  25 rows  ·  5 rows diverged (hatched)"),
                picture.notes()::toString);
    }

    @Test
    void cellsWithoutAValueAreToldFromDivergedOnes() throws IOException, InterruptedException {
        DrawnSweep sweep = DrawnSweep.run(
                folder,
                HH + DRIVEN + "sweep: {gna: [0.1, 0.9, 1.0, 1.1, 1e6], gk: {linspace: [0.2, 0.3, 5]}}\n"
                        + "outputs: [isi_mean_ms]\n");
        Picture picture = sweep.picture();
        XYPlot plot = lone(picture);
        assertEquals(15, plot.getDataset().getItemCount(0));
        assertEquals(5, plot.getDataset().getItemCount(1));
        assertEquals(5, plot.getDataset().getItemCount(2));
        assertTrue(
                picture.notes().get(0).endsWith("  ·  5 rows diverged (hatched)  ·  5 rows without isi_mean_ms (grey)"),
                picture.notes()::toString);
    }

    @Test
    void twoModelsAreTwoLinesWithALegend() throws IOException, InterruptedException {
        Picture picture = DrawnSweep.run(folder, """
                        name: drawn
                        duration: 50
                        step: 0.02
                        sweep: {model: [ML, Izhikevich], input: {linspace: [0, 100, 6]}}
                        """).picture();
        XYPlot plot = lone(picture);
        assertEquals("ML", plot.getDataset().getSeriesKey(0));
        assertEquals("Izhikevich", plot.getDataset().getSeriesKey(1));
        assertTrue(picture.panels().get(0).getLegend() != null);
        assertEquals(List.of("drawn  ·  frequency_hz over input and model  ·  12 rows"), picture.notes());
    }

    @Test
    void aLineThatOthersCoverIsWider() throws IOException, InterruptedException {
        XYPlot plot = lone(drawn("sweep: {gna: {linspace: [0.4, 1.6, 5]}, integrator: [RK4, RK6, Euler]}\n"));
        XYLineAndShapeRenderer lines = (XYLineAndShapeRenderer) plot.getRenderer();
        float[] widths = new float[3];
        for (int i = 0; i < 3; i++) {
            widths[i] = ((BasicStroke) lines.getSeriesStroke(i)).getLineWidth();
        }
        assertTrue(widths[0] < widths[1], widths[0] + " " + widths[1]);
    }

    /** Whatever it is called, a rate is what people want to see first. */
    @Test
    void aRateIsShownBeforeOtherFeatures() throws IOException, InterruptedException {
        String sweep = "sweep: {gna: {linspace: [0.4, 1.6, 5]}}\noutputs: ";
        for (String rate : List.of("isi_frequency_hz", "mean_frequency")) {
            XYPlot plot = lone(drawn(sweep + "[isi_cv, spike_count, v_max, " + rate + "]\n"));
            assertEquals(rate + " (Hz)", plot.getRangeAxis().getLabel());
        }
    }

    @Test
    void onlyTheRowsThatSatisfyAConditionAreDrawn() throws IOException, InterruptedException {
        DrawnSweep sweep = DrawnSweep.run(
                folder, HH + DRIVEN + "sweep: {gna: [0.4, 0.9, 1.2, 1e6], precision: [double, float]}\n");
        Picture picture = sweep.picture(where("precision == double and gna < 1.1"));
        assertEquals(List.of(0.4, 0.9), xs(lone(picture).getDataset()));
        assertEquals(
                List.of("drawn  ·  frequency_hz over gna  ·  2 of 8 rows, where precision == double and gna < 1.1"),
                picture.notes());
        assertEquals(
                List.of(0.9, 1.2),
                xs(lone(sweep.picture(where("status == ok and spike_count > 1 and precision == float")))
                        .getDataset()));
        assertTrue(sweep.picture(where("status != ok or gna == 0.4"))
                .notes()
                .get(0)
                .contains("4 of 8 rows"));
        assertRefused(sweep, "gnaa > 1", "unknown name 'gnaa'; did you mean 'gna'?");
        assertRefused(sweep, "gna > 1e9", "no row of ");
    }

    private static void assertRefused(DrawnSweep sweep, String condition, String words) {
        InputException fault = assertThrows(InputException.class, () -> sweep.picture(where(condition)));
        assertTrue(
                fault.getMessage().startsWith("--where") && fault.getMessage().contains(words), fault.getMessage());
    }

    private static PlotRequest where(String condition) {
        return new PlotRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(condition));
    }

    @Test
    void whatIsAskedForIsDrawn() throws IOException, InterruptedException {
        DrawnSweep sweep = DrawnSweep.run(
                folder, HH + DRIVEN + "sweep: {gna: {linspace: [0.6, 1.6, 6]}, gk: {linspace: [0.1, 0.4, 5]}}\n");
        XYPlot lines = lone(sweep.picture(
                new PlotRequest(Optional.of("gk"), Optional.of("isi_mean_ms"), Optional.of("gna"), Optional.empty())));
        assertEquals("gk (mS)", lines.getDomainAxis().getLabel());
        assertEquals("isi_mean_ms (ms)", lines.getRangeAxis().getLabel());
        assertEquals(6, lines.getDataset().getSeriesCount());
        XYPlot map = lone(sweep.picture(new PlotRequest(
                Optional.of("gk"), Optional.of("gna"), Optional.of("last_spike_ms"), Optional.empty())));
        assertInstanceOf(CellRenderer.class, map.getRenderer());
        assertEquals("gk (mS)", map.getDomainAxis().getLabel());
        InputException unknown = assertThrows(InputException.class, () -> sweep.picture(asked("gna", "isi_man_ms")));
        assertTrue(unknown.getMessage().contains("did you mean 'isi_mean_ms'?"), unknown.getMessage());
    }

    private Picture drawn(String rest) throws IOException, InterruptedException {
        return DrawnSweep.run(
                        Files.createTempDirectory(folder, "run"), HH + (rest.contains("input:") ? "" : DRIVEN) + rest)
                .picture();
    }

    private static PlotRequest asked(String x, String y) {
        return new PlotRequest(Optional.of(x), Optional.of(y), Optional.empty(), Optional.empty());
    }

    private static XYPlot lone(Picture picture) {
        assertEquals(1, picture.panels().size());
        return picture.panels().get(0).getXYPlot();
    }

    private static List<Double> xs(XYDataset data) {
        return IntStream.range(0, data.getItemCount(0))
                .mapToObj(i -> data.getXValue(0, i))
                .toList();
    }
}
