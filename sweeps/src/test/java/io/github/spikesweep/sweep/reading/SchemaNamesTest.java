package io.github.spikesweep.sweep.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SpecVersion;
import io.github.spikesweep.circuit.CircuitDefinition;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.function.Functions;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.SynapseCatalog;
import io.github.spikesweep.sample.Halton;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.space.Numbers;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.output.OutputCatalog;
import io.github.spikesweep.sweep.reading.axis.SampleMethod;
import io.github.spikesweep.sweep.reading.given.TimingReader;
import io.github.spikesweep.table.TableFormats;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The schema and the reader know the same keys and names. */
class SchemaNamesTest {
    private static final JsonNode SCHEMA = SweepSchema.SHIPPED.tree();
    private static final String SHORT = "name: x\nneuron: HHDoubleRK4\nduration: 10\nstep: 0.1\n";

    @Test
    void topKeysAreThose() {
        assertEquals(SweepKeys.ALL, keys("/properties"));
    }

    @Test
    void keysOfMappingsAreThose() {
        assertEquals(accepted("noise: {qqqq: 1}"), keys("/properties/noise/properties"));
        assertEquals(accepted("spike: {qqqq: 1}"), keys("/properties/spike/properties"));
        assertEquals(accepted("audit: {qqqq: 1}"), keys("/properties/audit/properties"));
        assertEquals(accepted("find: {input: {qqqq: 1}}"), keys("/definitions/find/properties"));
        assertEquals(accepted("refine: {qqqq: 1}"), keys("/properties/refine/properties"));
        assertEquals(accepted("continue: {qqqq: 1}"), keys("/properties/continue/properties"));
        assertEquals(accepted("sweep: {gna: {qqqq: 1}}"), keys("/definitions/axis/properties"));
        assertEquals(accepted("sweep: [{qqqq: 1}]"), keys("/definitions/block/properties"));
        assertEquals(accepted("sweep: [{sample: {qqqq: 1}}]"), keys("/definitions/sample/properties"));
        assertEquals(accepted("sweep: [{table: {qqqq: 1}}]"), keys("/definitions/table/properties"));
        assertEquals(
                accepted("sweep: [{sample: {method: lhs, count: 1, within: {gna: {qqqq: 1}}}}]"),
                keys("/definitions/distribution/properties"));
        assertEquals(
                accepted("sweep: [{table: {path: tables/pairs.csv, columns: {p: {qqqq: 1}}}}]"),
                keys("/definitions/table/properties/columns/additionalProperties/properties"));
        String circuit = "name: x\nduration: 1\nstep: 1\ncircuit: ";
        assertEquals(acceptedIn(circuit + "{qqqq: 1}"), keys("/properties/circuit/properties"));
        assertEquals(acceptedIn(circuit + "{cells: {a: {qqqq: 1}}}"), keys("/definitions/cell/then/properties"));
        assertEquals(
                acceptedIn(circuit + "{cells: {a: HH}, synapses: {s: {qqqq: 1}}}"),
                keys("/definitions/synapse/properties"));
        List<String> spike = new ArrayList<>(keys("/properties/spike/properties"));
        spike.removeAll(List.of("variable", "direction"));
        assertEquals(spike, keys("/definitions/cell/then/properties/spike/properties"));
        for (String names : List.of("Models", "Precisions", "Integrators")) {
            assertEquals(
                    acceptedIn("name: x\nduration: 1\nstep: 1\nsweep: {model: {qqqq: 1}}\n"),
                    keys("/definitions/axisOf" + names + "/properties"));
        }
    }

    @Test
    void formsOfAxesAreThose() {
        assertEquals(forms("sweep: {gna: {}}"), required("/definitions/axis/then/oneOf"));
        assertEquals(
                forms("sweep: [{sample: {method: lhs, count: 1, within: {gna: {}}}}]"),
                required("/definitions/distribution/then/oneOf"));
    }

    @Test
    void namesOfThingsAreThose() {
        assertEquals(ModelCatalog.names(), texts("/definitions/model/anyOf/0/enum"));
        assertEquals(SynapseCatalog.names(), texts("/definitions/synapse/properties/type/anyOf/0/enum"));
        assertEquals(Precision.labels(), texts("/definitions/precision/enum"));
        assertEquals(Integrator.labels(), texts("/definitions/integrator/enum"));
        assertEquals(
                Arrays.stream(SampleMethod.values()).map(SampleMethod::label).toList(),
                texts("/definitions/sample/properties/method/enum"));
        assertEquals(
                accepted("noise: {kind: qqqq, sigma: 1, tau: 1}"), texts("/properties/noise/properties/kind/enum"));
    }

    @Test
    void neuronsAreThose() {
        List<String> known =
                NeuronName.everyName().stream().map(NeuronName::toString).toList();
        for (String model : ModelCatalog.names()) {
            for (String precision : List.of("Double", "Float", "double", "")) {
                for (Integrator integrator : Integrator.values()) {
                    String name = model + precision + integrator.label();
                    assertEquals(known.contains(name), matches("/properties/neuron", name), name);
                }
            }
        }
        texts("/properties/neuron/examples").forEach(example -> assertTrue(known.contains(example), example));
    }

    /** Conditions in the schema say which neurons take fixed steps, which adaptive steps, and which are maps. */
    @Test
    void everyNeuronNeedsWhatItsIntegratorTakes() {
        for (NeuronName neuron : NeuronName.everyName()) {
            for (String given : List.of("", "step: 1\n", "tolerance: 0.1\n", "step: 1\ntolerance: 0.1\n")) {
                String file = "name: x\nneuron: " + neuron + "\nduration: 10\n" + given;
                assertEquals(isAccepted(file), SweepSchema.SHIPPED.faults(file).isEmpty(), file);
                String apart = "name: x\nmodel: " + neuron.model() + "\nduration: 10\n" + given
                        + (neuron.integrator() == Integrator.MAP
                                ? ""
                                : "integrator: " + neuron.integrator().label());
                assertEquals(
                        isAccepted(apart), SweepSchema.SHIPPED.faults(apart).isEmpty(), apart);
            }
        }
    }

    @Test
    void featuresAreThose() {
        List<String> fixed = new ArrayList<>();
        for (Output output : OutputCatalog.available(NearbyFiles.sweep(SHORT).neurons())) {
            String name = output.column().name();
            assertTrue(
                    SweepSchema.SHIPPED
                            .faults(SHORT + "outputs: [" + name + "]\n")
                            .isEmpty(),
                    name);
            if (!name.matches("[vmhn]_.*|trace_.*")) {
                fixed.add(name);
                assertMarked("sweep: {" + name + ": [1]}");
            }
        }
        assertEquals(fixed, texts("/properties/outputs/items/anyOf/0/enum"));
    }

    @Test
    void featuresOfCircuitsAreKnown() {
        String circuit = """
                name: x
                duration: 1
                step: 1
                circuit: {cells: {a: HH, b: HH, c: HH}, synapses: {s: {type: Alpha, between: all}}}
                """;
        for (Output output : OutputCatalog.available(NearbyFiles.sweep(circuit).neurons())) {
            String name = output.column().name();
            String text = circuit + "outputs: [" + name + "]\n";
            assertEquals(List.of(), SweepSchema.SHIPPED.faults(text), name);
        }
    }

    /** A circuit of maps has no integrator, and one of other cells needs what its integrator takes. */
    @Test
    void everyCircuitNeedsWhatItsIntegratorTakes() {
        for (String cells : List.of(
                "a: HH",
                "a: {model: HR}",
                "a: Rulkov",
                "a: RulkovBistable",
                "a: STG",
                "a: {model: Rulkov, count: 2}",
                "a: cells/mine.yaml")) {
            for (String integrator : List.of("", "integrator: RK6\n", "integrator: DormandPrince\n")) {
                for (String given :
                        List.of("", "step: 1\n", "step: 0.5\n", "tolerance: 0.1\n", "step: 1\ntolerance: 0.1\n")) {
                    String file = "name: x\ncircuit: {cells: {" + cells + "}}\nduration: 10\n" + integrator + given;
                    boolean marked = !SweepSchema.SHIPPED.faults(file).isEmpty();
                    assertEquals(!isAccepted(file) && !(cells.contains(".yaml") && integrator.isEmpty()), marked, file);
                }
            }
        }
    }

    @Test
    void namesThatHaveAnotherMeaningAreThose() {
        Stream.concat(Functions.labels().stream(), Stream.of("t")).forEach(name -> {
            assertMarkedInCircuit("{cells: {" + name + ": HH}}");
            assertMarkedInCircuit("{cells: {a: HH, b: HH}, synapses: {" + name + ": {type: Alpha, between: all}}}");
            assertMarked("constants: {" + name + ": 1}");
            assertMarked("sweep: {" + name + ": [1]}");
        });
        SweepKeys.ALL.forEach(name -> assertMarked("constants: {" + name + ": 1}"));
        SweepKeys.ALL.stream().filter(name -> !SweepKeys.SWEPT.contains(name)).forEach(name -> {
            assertMarked("sweep: {" + name + ": [1]}");
            assertMarked("sweep: [{zip: {" + name + ": [1]}}]");
        });
        List.of("all", "noise").forEach(name -> assertMarkedInCircuit("{cells: {" + name + ": HH}}"));
        assertMarked("sweep: {id: [1]}");
        assertMarked("sweep: {" + SweepKeys.REPLICATE + ": [1]}");
        keys("/definitions/block/properties").forEach(kind -> assertMarked("sweep: {" + kind + ": {gna: [1]}}"));
    }

    @Test
    void endsOfTablesAreThose() {
        Set<String> suffixes = new TreeSet<>(TableFormats.suffixes());
        suffixes.add(".parquet");
        suffixes.add(".arrow");
        assertEquals(Set.of(".arrow", ".csv", ".jsonl", ".ndjson", ".parquet"), suffixes);
        for (String suffix : suffixes) {
            assertTrue(matches("/definitions/table/properties/path", "a/b" + suffix), suffix);
            assertTrue(matches("/definitions/table/properties/path", suffix.toUpperCase(Locale.ROOT)), suffix);
            assertFalse(matches("/definitions/table/properties/path", "a" + suffix + "x"), suffix);
        }
    }

    @Test
    void boundsAreThose() {
        assertEquals(Numbers.MOST, at("/definitions/count/maximum").asLong());
        assertEquals(0x1p53, at("/definitions/seed/maximum").asDouble());
        assertEquals(at("/definitions/seed/maximum"), at("/definitions/sample/properties/seed/maximum"));
        assertEquals(
                SampleMethod.MOST_SEQUENCE_POINTS - 1,
                at("/definitions/sample/properties/skip/maximum").asLong());
        assertEquals(
                CircuitDefinition.MOST_CELLS,
                at("/properties/circuit/properties/cells/maxProperties").asInt());
        assertEquals(
                CircuitDefinition.MOST_CELLS,
                at("/definitions/cell/then/properties/count/maximum").asInt());
        assertEquals(
                TimingReader.LEAST_TOLERANCE,
                at("/properties/tolerance/minimum").asDouble());
        assertEquals(
                Halton.MOST_DIMENSIONS,
                at("/definitions/sample/allOf/2/then/patternProperties/^within$/maxProperties")
                        .asInt());
    }

    @Test
    void everyKeyIsExplained() {
        List<String> silent = new ArrayList<>();
        explain(SCHEMA, "", silent);
        assertEquals(List.of(), silent);
    }

    @Test
    void schemaIsOneOfDraft7() {
        URI draft = URI.create(SchemaId.V7);
        assertEquals(draft.toString(), at("/$schema").asText());
        assertEquals(
                Set.of(),
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                        .getSchema(draft)
                        .validate(SCHEMA));
    }

    private static void explain(JsonNode node, String path, List<String> silent) {
        node.properties().forEach(child -> {
            JsonNode value = child.getValue();
            if (path.endsWith("/properties") && value.isObject() && !path.contains("/allOf/") && !isExplained(value)) {
                silent.add(path + "/" + child.getKey());
            }
            explain(value, path + "/" + child.getKey(), silent);
        });
    }

    private static boolean isExplained(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return schema.has("description") || (!reference.isEmpty() && isExplained(at(reference.substring(1))));
    }

    private static void assertMarked(String fault) {
        assertFalse(SweepSchema.SHIPPED.faults(SHORT + fault + "\n").isEmpty(), fault);
        assertFalse(isAccepted(SHORT + fault + "\n"), fault);
    }

    private static void assertMarkedInCircuit(String circuit) {
        String text = "name: x\nduration: 10\nstep: 0.1\ncircuit: " + circuit + "\n";
        assertFalse(SweepSchema.SHIPPED.faults(text).isEmpty(), circuit);
        assertFalse(isAccepted(text), circuit);
    }

    private static boolean isAccepted(String text) {
        try {
            NearbyFiles.sweep(text);
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    private static JsonNode at(String pointer) {
        JsonNode node = SCHEMA.at(pointer);
        assertFalse(node.isMissingNode(), pointer);
        return node;
    }

    private static List<String> keys(String pointer) {
        return at(pointer).properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(String pointer) {
        return StreamSupport.stream(at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> required(String pointer) {
        return StreamSupport.stream(at(pointer).spliterator(), false)
                .map(schema -> schema.at("/required/0").asText())
                .toList();
    }

    private static boolean matches(String pointer, String text) {
        return Pattern.compile(at(pointer + "/pattern").asText()).matcher(text).find();
    }

    /** What a message lists as accepted. */
    private static List<String> accepted(String fault) {
        return acceptedIn(SHORT + fault + "\n");
    }

    private static List<String> acceptedIn(String text) {
        String message = assertThrows(InputException.class, () -> NearbyFiles.sweep(text))
                .getMessage();
        return List.of(message.substring(message.indexOf("accepted: ") + 10).split(", "));
    }

    /** What a message lists after "needs one of". */
    private static List<String> forms(String fault) {
        String message = assertThrows(InputException.class, () -> NearbyFiles.sweep(SHORT + fault + "\n"))
                .getMessage();
        return List.of(message.replaceFirst(".*needs one of ", "")
                .replaceFirst(", found none", "")
                .split(", "));
    }
}
