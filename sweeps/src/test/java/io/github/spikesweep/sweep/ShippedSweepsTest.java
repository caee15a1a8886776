package io.github.spikesweep.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.model.Model;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sweep files that come with the project. */
class ShippedSweepsTest {
    /** The root of the module, where tests run. */
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
        assertEquals("mV", scan.columns().get(14).unit());
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
                        "frequency_hz",
                        "first_spike_ms",
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
        assertTrue(count >= 7);
    }

    private static List<Object> spikeCounts(SweepDefinition definition) {
        return Rows.of(definition, RowSet.of(definition), List.of("spike_count")).stream()
                .map(row -> row.get("spike_count"))
                .toList();
    }

    private static SweepDefinition read(String name) {
        Path file = FOLDER.resolve(name + ".yaml");
        try {
            return SweepReader.read(file.toString(), Files.readAllBytes(file), Sweeps.NO_FILES, List.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
