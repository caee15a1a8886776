package io.github.spikesweep.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.sweep.reading.SweepReader;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The models of the gallery, and some that are built in, spike as often as another program says, and first at the same time: SciPy's DOP853
 * on equations written anew. {@code gallery-spikes.py} beside the figures tells how.
 */
class GallerySpikesTest {
    private static final Path MODELS = Path.of("models");
    /** Of the first spike, in the model's unit of time. */
    private static final double MOST_ERROR = 1e-4;

    /** A line of the file; what is set has the name of a parameter, or is the input {@code I}, or the A and w of an input of A sin(w t). */
    private record Line(
            String model,
            Map<String, String> set,
            String duration,
            String step,
            String tolerance,
            int count,
            String first) {
        static Line of(String text) {
            String[] fields = text.split(",", -1);
            Map<String, String> set = new LinkedHashMap<>();
            for (String change : fields[1].isEmpty() ? new String[0] : fields[1].split(" ", -1)) {
                String[] sides = change.split("=", -1);
                set.put(sides[0].equals("I") ? "input" : sides[0], sides[1]);
            }
            return new Line(fields[0], set, fields[2], fields[3], fields[4], Integer.parseInt(fields[5]), fields[6]);
        }
    }

    private static List<Line> lines() {
        try (InputStream in = GallerySpikesTest.class.getResourceAsStream("/gallery-spikes.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(2)
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> models() {
        return lines().stream().map(Line::model).distinct().toList();
    }

    private static List<Line> linesOf(String model) {
        return lines().stream().filter(line -> line.model().equals(model)).toList();
    }

    @Test
    void everyModelOfTheGalleryIsThere() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
            assertEquals(
                    names,
                    models().stream()
                            .filter(name -> ModelCatalog.find(name).isEmpty())
                            .sorted()
                            .toList());
        }
        for (String model : models()) {
            List<Line> lines = linesOf(model);
            assertTrue(lines.size() >= 5, model);
            assertTrue(lines.stream().anyMatch(line -> line.count() < 2), model + " is silent");
            assertTrue(lines.stream().anyMatch(line -> line.count() > 5), model + " fires");
        }
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("models")
    void spikesAsOftenInFixedSteps(String name) {
        assertSpikes(name, "integrator: RK4\nstep: " + linesOf(name).get(0).step() + "\n");
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("models")
    void spikesAsOftenInAdaptiveSteps(String name) {
        assertSpikes(
                name,
                "integrator: DormandPrince\ntolerance: " + linesOf(name).get(0).tolerance() + "\n");
    }

    private static void assertSpikes(String name, String method) {
        List<Line> lines = linesOf(name);
        SweepDefinition definition = sweep(lines, method);
        List<Map<String, Object>> rows =
                Rows.of(definition, RowSet.of(definition), List.of("spike_count", "first_spike_ms", "status"));
        assertEquals(lines.size(), rows.size());
        for (int k = 0; k < rows.size(); k++) {
            Line line = lines.get(k);
            String where = name + " " + line.set();
            assertEquals("ok", rows.get(k).get("status"), where);
            assertEquals(line.count(), rows.get(k).get("spike_count"), where);
            Object first = rows.get(k).get("first_spike_ms");
            if (line.first().isEmpty()) {
                assertNull(first, where);
            } else {
                assertEquals(Double.parseDouble(line.first()), (double) first, MOST_ERROR, where);
            }
        }
    }

    /** A row for each line: whatever one of them sets is an axis. */
    private static SweepDefinition sweep(List<Line> lines, String method) {
        String name = lines.get(0).model();
        String head = "name: x\nmodel: " + (ModelCatalog.find(name).isPresent() ? name : "models/" + name + ".yaml")
                + "\nduration: " + lines.get(0).duration() + "\n" + method;
        Model model = read(head).models().get(0);
        boolean wave = lines.get(0).set().containsKey("A");
        StringBuilder text = new StringBuilder(head + (wave ? "input: A * sin(w * t)\n" : "") + "sweep:\n  - zip:\n");
        List<String> names = new ArrayList<>(lines.stream()
                .flatMap(line -> line.set().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
        for (String axis : names) {
            text.append("      " + axis + ": "
                    + lines.stream()
                            .map(line ->
                                    Optional.ofNullable(line.set().get(axis)).orElseGet(() -> ordinary(model, axis)))
                            .toList()
                    + "\n");
        }
        return read(text.toString());
    }

    private static String ordinary(Model model, String name) {
        return name.equals("input")
                ? "0"
                : Double.toString(model.parameter(name).orElseThrow().defaultValue());
    }

    private static SweepDefinition read(String text) {
        return SweepReader.read(
                "x.yaml", text.getBytes(StandardCharsets.UTF_8), path -> Files.readAllBytes(Path.of(path)), List.of());
    }
}
