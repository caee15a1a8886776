package io.github.spikesweep.sweep.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.SweepReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The least constant inputs that make the models fire are those that an independent integrator finds by a bisection of its own. */
class RheobaseTest {
    private static final Path MODELS = Path.of("models");

    /** Models that no constant input makes fire, and maps, for which there is no other integrator. */
    private static final Set<String> LEFT_OUT = Set.of("Matsuoka", "Rulkov", "RulkovBistable");

    /**
     * A model, and where its threshold is looked for.
     *
     * @param before how long it comes to rest without input
     */
    private record Case(String model, double low, double high, double tolerance, double before, double duration) {
        @Override
        public String toString() {
            return model;
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("HH", 0, 0.3, 1e-6, 200, 1000),
            new Case("HHArea", 0, 20, 1e-4, 200, 1000),
            new Case("AdEx", 0, 2000, 1e-2, 0, 200),
            new Case("FHN", 0, 1, 1e-6, 0, 300),
            new Case("HR", -4, 0, 1e-5, 0, 300),
            new Case("Izhikevich", 0, 20, 1e-4, 0, 200),
            new Case("ML", 0, 200, 1e-3, 0, 200),
            new Case("RowatSelverston", -1, 1, 1e-5, 0, 300),
            new Case("STG", -0.5, 1, 1e-4, 0, 100),
            new Case("Vavoulis", -5, 5, 1e-4, 0, 300),
            new Case("models/chay-keizer.yaml", -1, 1, 1e-4, 0, 200),
            new Case("models/connor-stevens.yaml", 0, 20, 1e-4, 0, 200),
            new Case("models/fitzhugh-rinzel.yaml", -1, 1, 1e-6, 0, 300),
            new Case("models/inap-ik.yaml", 0, 20, 1e-4, 0, 200),
            new Case("models/plant-r15.yaml", -0.5, 1, 1e-4, 0, 300),
            new Case("models/pospischil-fs.yaml", 0, 5, 1e-4, 0, 200),
            new Case("models/pospischil-rs.yaml", 0, 5, 1e-4, 0, 200),
            new Case("models/qif.yaml", -1, 1, 1e-6, 0, 300),
            new Case("models/theta.yaml", -1, 1, 1e-6, 0, 300),
            new Case("models/wang-buzsaki.yaml", 0, 5, 1e-4, 0, 200));

    static List<Case> cases() {
        return CASES;
    }

    @Test
    void everyModelThatFiresIsThere() throws IOException {
        Set<String> models = new TreeSet<>(ModelCatalog.names());
        models.removeAll(LEFT_OUT);
        try (Stream<Path> files = Files.list(MODELS)) {
            files.forEach(file -> models.add("models/" + file.getFileName()));
        }
        assertEquals(models, CASES.stream().map(Case::model).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The membrane of Hodgkin and Huxley, per area, from rest: 2.24 µA/cm². */
    @Tag("thorough")
    @Test
    void hodgkinHuxley() throws IOException {
        Case squid = new Case("HHArea", 2, 3, 1e-4, 200, 1000);
        String text = sweep(squid);
        SweepDefinition definition = read(text);
        int halvings = definition.find().halvings();
        assertEquals(14, halvings);
        Model model = definition.models().get(0);
        double oracle =
                new SpikingOracle(model).threshold(squid.low, squid.high, halvings, squid.before, squid.duration);
        assertEquals(2.24, oracle, 0.005);
        assertEquals(oracle, value(text), squid.tolerance);
        String adaptive = text.replace("model: HHArea", "neuron: HHAreaDoubleDormandPrince")
                .replace("step: 0.01", "tolerance: 1e-7");
        assertEquals(oracle, value(adaptive), squid.tolerance);
    }

    /** A bisection of its own would take the integrator minutes: it says for both sides of the value found whether the model spikes. */
    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("cases")
    void everyModel(Case of) throws IOException {
        String text = sweep(of);
        SpikingOracle oracle = new SpikingOracle(read(text).models().get(0));
        double found = value(text);
        assertTrue(oracle.spikes(found + of.tolerance / 2, of.before, of.duration), "above " + found);
        assertFalse(oracle.spikes(found - of.tolerance * 1.5, of.before, of.duration), "below " + found);
    }

    private static String sweep(Case of) {
        return """
                name: x
                model: %s
                duration: %s
                step: 0.01
                transient: %s
                input: where(t > %s, current, 0)
                find: {current: {between: [%s, %s], where: spike_count >= 1, tolerance: %s}}
                outputs: [spike_count]
                """.formatted(of.model, of.before + of.duration, of.before, of.before, of.low, of.high, of.tolerance);
    }

    private static double value(String text) throws IOException {
        SweepDefinition definition = read(text);
        Map<String, Object> row = Rows.of(definition, RowSet.of(definition), List.of("current", "find_status"))
                .get(0);
        assertEquals("found", row.get("find_status"));
        return (double) row.get("current");
    }

    private static SweepDefinition read(String text) throws IOException {
        return SweepReader.read(
                "x.yaml", text.getBytes(StandardCharsets.UTF_8), path -> Files.readAllBytes(Path.of(path)), List.of());
    }
}
