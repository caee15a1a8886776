package io.github.spikesweep.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.sweep.cost.Workload;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.reading.axis.FileSource;
import io.github.spikesweep.sweep.rows.RowCount;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sweep files that come with the project. */
class ShippedSweepsTest {
    /** The module's root folder, in which tests run. */
    private static final Path FOLDER = Path.of("");

    @Test
    void gnaScanIsTheReferenceScan() {
        SweepDefinition scan = read("gna-scan");
        assertEquals(20, scan.space().size());
        assertEquals(57.89473684210526, scan.space().axes().get(0).value(1));
        assertEquals(100_000, scan.steps(0));
        assertEquals(
                List.of(
                        "id",
                        "gna_density",
                        "spike_count",
                        "frequency_hz",
                        "first_spike_ms",
                        "last_spike_ms",
                        "isi_mean_ms",
                        "isi_frequency_hz",
                        "isi_cv",
                        "mean_frequency",
                        "local_variation",
                        "adaptation_index",
                        "burst_number",
                        "mean_AP_amplitude",
                        "AP_duration_half_width",
                        "steady_state_voltage",
                        "v_min",
                        "v_max",
                        "v_final",
                        "diverged_at_ms",
                        "status"),
                Sweeps.columns(scan));
        assertEquals("mS/cm²", scan.columns().get(1).unit());
        assertEquals("mV", scan.columns().get(15).unit());
        assertEquals(new Workload(20, 2e6), Workload.of(scan, RowSet.of(scan)));
    }

    @Test
    void hrEScanIsTheReferenceScan() {
        SweepDefinition scan = read("hr-e-scan");
        assertEquals(25, scan.space().size());
        assertEquals(1.1041666666666667, scan.space().axes().get(0).value(1));
        assertEquals(200_000, scan.steps(24));
        assertEquals("constant drive", scan.columns().get(1).description());
        assertTrue(Sweeps.columns(scan).containsAll(List.of("e", "x_min", "x_max", "x_final")));
    }

    /** Counts of Neun's C++ {@code HHDoubleRK4}, June 2026, g++ -O2. */
    @Test
    void gnaScanCountsTheSpikesOfTheReference() {
        assertEquals(
                List.of(1, 1, 1, 1, 1, 1, 3, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9), spikeCounts(read("gna-scan")));
    }

    /** Counts of Neun's C++ {@code HRDoubleRK4}, June 2026, g++ -O2. */
    @Test
    void hrEScanCountsTheSpikesOfTheReference() {
        assertEquals(
                List.of(
                        13, 15, 17, 29, 36, 41, 49, 51, 54, 62, 69, 74, 79, 82, 88, 92, 101, 103, 113, 115, 123, 127,
                        121, 119, 129),
                spikeCounts(read("hr-e-scan")));
    }

    @Test
    void gnaInputMapHasTwoAxes() {
        SweepDefinition map = read("gna-input-map");
        assertEquals(10_000, map.space().size());
        assertEquals("µA", map.columns().get(2).unit());
        assertEquals(
                List.of(
                        "id",
                        "gna_density",
                        "input",
                        "spike_count",
                        "first_spike_ms",
                        "isi_frequency_hz",
                        "isi_cv",
                        "diverged_at_ms",
                        "status"),
                Sweeps.columns(map));
    }

    @Test
    void modelsComparedHasEveryCombination() {
        SweepDefinition compared = read("models-compared");
        assertEquals(12, compared.space().size());
        assertEquals(List.of("HH", "HR"), Sweeps.values(compared, "model"));
        assertEquals(List.of("double", "float"), Sweeps.values(compared, "precision"));
        assertEquals(List.of("Euler", "RK4", "RK6"), Sweeps.values(compared, "integrator"));
        assertTrue(Sweeps.columns(compared).containsAll(List.of("v_min", "v_max", "v_final", "x_min", "x_final")));
    }

    @Test
    void izhikevichDriveFiresFasterTheStrongerTheDrive() {
        SweepDefinition drive = read("izhikevich-drive");
        assertEquals(
                List.of("Izhikevich"), drive.models().stream().map(Model::name).toList());
        List<Object> counts = spikeCounts(drive);
        assertEquals(41, counts.size());
        assertEquals(0, counts.get(0));
        for (int row = 1; row < 41; row++) {
            assertTrue((int) counts.get(row) >= (int) counts.get(row - 1), () -> counts.toString());
        }
        assertTrue((int) counts.get(40) > 20, () -> counts.toString());
    }

    @Tag("thorough")
    @Test
    void noisyHhSpikesByItsNoiseAlone() {
        SweepDefinition noisy = read("noisy-hh");
        assertEquals("µA", noisy.columns().get(1).unit());
        List<Object> counts = spikeCounts(noisy);
        assertEquals(21, counts.size());
        assertEquals(0, counts.get(0));
        assertTrue((int) counts.get(20) > 10, () -> counts.toString());
    }

    /** Lapicque's law: the shorter the pulse, the stronger it must be. */
    @Test
    void pulseResponseNeedsStrengthOrDuration() {
        SweepDefinition response = read("pulse-response");
        List<Object> counts = spikeCounts(response);
        assertEquals(25 * 40, counts.size());
        int weakestBefore = 40;
        for (int width = 0; width < 25; width++) {
            List<Object> along = counts.subList(width * 40, width * 40 + 40);
            int weakest =
                    (int) along.stream().takeWhile(count -> count.equals(0)).count();
            assertTrue(weakest <= weakestBefore && weakest > 0, () -> counts.toString());
            weakestBefore = weakest;
        }
        assertTrue(weakestBefore < 20);
    }

    /** More sodium conductance makes spikes higher, more potassium conductance makes them fewer; the leak hardly matters. */
    @Test
    void hhSensitivityTellsWhichConductancesMatter() {
        SweepDefinition points = read("hh-sensitivity");
        assertEquals(1000, points.space().size());
        assertEquals(List.of("gna_density", "gk_density", "gl_density"), columns(points, Column.Role.AXIS));
        assertEquals("g_Na", points.columns().get(1).label());
        List<Map<String, Object>> rows = rows(read("hh-sensitivity", "sweep.0.sample.count=200"));
        assertTrue(correlation(rows, "gna_density", "mean_AP_amplitude") > 0.7);
        assertTrue(correlation(rows, "gk_density", "isi_mean_ms") > 0.6);
        assertTrue(Math.abs(correlation(rows, "gl_density", "isi_mean_ms")) < 0.25);
        for (Map<String, Object> row : rows) {
            assertTrue(Math.abs((double) row.get("gk_density") / 36 - 1) <= 0.2, row::toString);
        }
    }

    /** The stronger the noise, the more regular the spikes; replicates of one strength differ. */
    @Test
    void noiseReplicatesScatterLessTheStrongerTheNoise() {
        SweepDefinition replicates = read("noise-replicates");
        assertEquals(100, replicates.space().size());
        assertEquals(List.of("sigma", "replicate"), columns(replicates, Column.Role.AXIS));
        List<Map<String, Object>> rows = rows(replicates);
        double before = 1;
        for (int sigma = 0; sigma < 5; sigma++) {
            List<Map<String, Object>> same = rows.subList(20 * sigma, 20 * sigma + 20);
            double mean = same.stream()
                    .mapToDouble(row -> (double) row.get("isi_cv"))
                    .average()
                    .orElseThrow();
            assertTrue(mean < before, () -> same.toString());
            assertTrue(
                    same.stream().map(row -> row.get("spike_count")).distinct().count() > 3, () -> same.toString());
            before = mean;
        }
    }

    @Test
    void measuredPointsAreEachGivenThreeCurrents() {
        SweepDefinition measured = read("measured-points");
        assertEquals(12 * 3, measured.space().size());
        assertEquals(List.of("gna_density", "gk_density", "input"), columns(measured, Column.Role.AXIS));
        assertEquals(104.0, Sweeps.values(measured, "gna_density").get(0));
        List<Map<String, Object>> rows = rows(measured);
        for (int point = 0; point < 12; point++) {
            int weak = (int) rows.get(3 * point).get("spike_count");
            int medium = (int) rows.get(3 * point + 1).get("spike_count");
            int strong = (int) rows.get(3 * point + 2).get("spike_count");
            assertTrue(weak < medium && medium < strong, weak + ", " + medium + ", " + strong);
        }
        // Two of them, with little potassium conductance relative to their sodium conductance, fire at the weakest
        // current.
        assertEquals(
                List.of(143.0, 128.0),
                rows.stream()
                        .filter(row -> row.get("input").equals(0.03) && (int) row.get("spike_count") > 0)
                        .map(row -> row.get("gna_density"))
                        .toList());
    }

    @Test
    void conductanceBalanceKeepsTheBalancedBand() {
        SweepDefinition balance = read("conductance-balance");
        assertEquals(41 * 41, balance.space().size());
        assertEquals(new RowCount(743, true), RowSet.of(balance).count());
        List<Map<String, Object>> rows = rows(balance);
        assertEquals(743, rows.size());
        List<Boolean> fires = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            double gna = (double) row.get("gna_density");
            double gk = (double) row.get("gk_density");
            double ratio = gna / gk / (120.0 / 36);
            assertTrue(1 / 1.5 < ratio && ratio < 1.5, row::toString);
            assertEquals(Math.round((gna - 40) / 5) * 41 + Math.round((gk - 12) / 1.5), row.get("id"));
            if (gna == 140) {
                fires.add((int) row.get("spike_count") > 0);
            }
        }
        // Across the band, potassium ends up outweighing sodium.
        int last = fires.lastIndexOf(true);
        assertTrue(
                0 < last && last < fires.size() - 1 && !fires.subList(0, last).contains(false), fires::toString);
    }

    /** As known for this model: bursts gain one spike at a time, become chaotic, and turn into single spikes. */
    @Test
    void hrBifurcationAddsSpikesToBurstsUpToChaos() {
        SweepDefinition diagram = read("hr-bifurcation");
        assertEquals(4001, diagram.space().size());
        assertEquals(
                List.of("id", "e", "spike_count", "isi_cv", "spike_times_ms"),
                Sweeps.columns(diagram).subList(0, 5));
        List<Map<String, Object>> rows =
                rows(read("hr-bifurcation", "sweep.e=[1.2, 1.3, 1.45, 1.7, 2, 2.25, 2.48, 3.27, 3.36, 3.5]"));
        assertEquals(0, rows.get(0).get("spike_count"));
        List<Integer> regular = new ArrayList<>();
        rows.subList(1, 7).forEach(row -> regular.add(differentIntervals(row)));
        assertEquals(List.of(2, 3, 4, 5, 6, 7), regular);
        assertTrue(differentIntervals(rows.get(7)) > 20);
        assertEquals(2, differentIntervals(rows.get(8)));
        assertEquals(1, differentIntervals(rows.get(9)));
    }

    /** Inter-spike intervals that differ by more than a fiftieth. */
    private static int differentIntervals(Map<String, Object> row) {
        List<Double> times = numbers(row, "spike_times_ms");
        double[] intervals = IntStream.range(1, times.size())
                .mapToDouble(spike -> times.get(spike) - times.get(spike - 1))
                .sorted()
                .toArray();
        return 1
                + (int) IntStream.range(1, intervals.length)
                        .filter(next -> intervals[next] > 1.02 * intervals[next - 1])
                        .count();
    }

    @SuppressWarnings("unchecked") // by its type
    private static List<Double> numbers(Map<String, Object> row, String column) {
        return (List<Double>) row.get(column);
    }

    @Test
    void modelTracesHaveASpikingAndABurstingNeuron() {
        SweepDefinition traces = read("model-traces");
        List<Map<String, Object>> rows = rows(traces);
        assertEquals(
                List.of("HH", "HR"), rows.stream().map(row -> row.get("model")).toList());
        assertEquals(10_001, numbers(rows.get(0), "trace_v").size());
        assertEquals(10_001, numbers(rows.get(1), "trace_x").size());
        assertNull(rows.get(0).get("trace_x"));
        assertNull(rows.get(1).get("trace_v"));
        assertTrue((double) rows.get(0).get("isi_cv") < 1e-3, rows::toString);
        assertTrue((double) rows.get(1).get("isi_cv") > 1, rows::toString);
    }

    @Tag("thorough")
    @Test
    void precisionAndStepsShowsTheOrderOfRk4AndTheEndOfFloat() {
        SweepDefinition sweep = read("precision-and-steps");
        List<Map<String, Object>> rows = rows(sweep);
        assertEquals(48, rows.size());
        double truth = lastSpike(rows, "double", "Butcher6", 0.00125);
        double coarse = Math.abs(lastSpike(rows, "double", "RK4", 0.02) - truth);
        double fine = Math.abs(lastSpike(rows, "double", "RK4", 0.01) - truth);
        assertEquals(4, Math.log(coarse / fine) / Math.log(2), 0.1);
        double rounded = Math.abs(lastSpike(rows, "float", "RK4", 0.00125) - truth);
        assertTrue(1e-7 < rounded && rounded < 1e-4, () -> "" + rounded);
    }

    private static double lastSpike(List<Map<String, Object>> rows, String precision, String integrator, double step) {
        return rows.stream()
                .filter(row -> row.get("precision").equals(precision)
                        && row.get("integrator").equals(integrator)
                        && row.get("step").equals(step))
                .mapToDouble(row -> (double) row.get("last_spike_ms"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFileIsNamedAsItsSweepAndReads() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER.toAbsolutePath(), "*.yaml")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".yaml", "");
                assertEquals(name, read(name).name());
                count++;
            }
        }
        assertTrue(count >= 27);
    }

    private static List<Object> spikeCounts(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), List.of("spike_count")).stream()
                .map(row -> row.get("spike_count"))
                .toList();
    }

    private static List<Map<String, Object>> rows(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), Sweeps.columns(definition));
    }

    private static List<String> columns(SweepDefinition definition, Column.Role role) {
        return definition.columns().stream()
                .filter(column -> column.role() == role)
                .map(Column::name)
                .toList();
    }

    /** Pearson's correlation, over the rows that have both. */
    private static double correlation(List<Map<String, Object>> rows, String x, String y) {
        List<Map<String, Object>> both =
                rows.stream().filter(row -> row.get(y) != null).toList();
        double meanX =
                both.stream().mapToDouble(row -> (double) row.get(x)).average().orElseThrow();
        double meanY =
                both.stream().mapToDouble(row -> (double) row.get(y)).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Map<String, Object> row : both) {
            double dx = (double) row.get(x) - meanX;
            double dy = (double) row.get(y) - meanY;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static SweepDefinition read(String name, String... overrides) {
        Path file = FOLDER.resolve(name + ".yaml");
        FileSource beside = path -> Files.readAllBytes(FOLDER.resolve(path));
        try {
            return SweepReader.read(file.toString(), Files.readAllBytes(file), beside, List.of(overrides));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
