package io.github.spikesweep.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.space.Selection;
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
                        "v_min",
                        "v_max",
                        "v_final",
                        "status"),
                Sweeps.columns(scan));
        assertEquals("mS/cm²", scan.columns().get(1).unit());
        assertEquals("mV", scan.columns().get(8).unit());
        assertEquals(new Workload(20, 2e6), Workload.of(scan, Selection.all(scan.space())));
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
    void everyFileIsNamedAsItsSweepAndReads() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER.toAbsolutePath(), "*.yaml")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".yaml", "");
                assertEquals(name, read(name).name());
                count++;
            }
        }
        assertTrue(count >= 4);
    }

    private static List<Object> spikeCounts(SweepDefinition definition) {
        return Rows.of(definition, Selection.all(definition.space()), List.of("spike_count")).stream()
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
