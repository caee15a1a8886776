package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.equation.reading.ExpressionParser;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Noise;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.lowering.StepGraph;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.codehaus.janino.SimpleCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simplifications achieve, and the limits of the JVM's compiler. Counts only, no times. */
class KernelShapeTest {
    private static KernelSpec hodgkinHuxley(Precision precision) {
        return KernelSpec.heldInput(
                ModelCatalog.find("HH").orElseThrow(), Integrator.RK4, precision, Set.of("gna"), Set.of());
    }

    private static List<Value> values(KernelSpec spec) {
        return LoopSchedule.of(StepGraph.of(spec)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static long count(List<Value> values, Operation operation) {
        return values.stream().filter(v -> v.operation() == operation).count();
    }

    @Test
    void aStageOfHodgkinHuxleyDividesOnce() {
        assertEquals(4, count(values(hodgkinHuxley(Precision.DOUBLE)), Operation.DIVIDE));
    }

    /** One polynomial of degree 11 and eight multiplications serve six exponentials; with one each it would be 900. */
    @Test
    void theExponentialsOfHodgkinHuxleyShareOnePolynomial() {
        int operations = values(hodgkinHuxley(Precision.DOUBLE)).size();
        assertTrue(operations < 440, operations + " operations in a step");
    }

    @Test
    void aStepOfHindmarshRoseNeedsNoDivision() {
        KernelSpec spec = KernelSpec.heldInput(
                ModelCatalog.find("HR").orElseThrow(), Integrator.RK4, Precision.DOUBLE, Set.of("e"), Set.of());
        List<Value> values = values(spec);
        assertEquals(0, count(values, Operation.DIVIDE));
        assertTrue(values.size() < 120, values.size() + " operations in a step");
    }

    @Test
    void everyLoopIsSmallAndRunsOnWhatIsThere() {
        for (Precision precision : Precision.values()) {
            for (Integrator integrator : Integrator.ofFixedStep()) {
                KernelSpec base = hodgkinHuxley(precision);
                KernelSpec spec = KernelSpec.heldInput(base.model(), integrator, precision, Set.of("gna"), Set.of());
                Set<Value> computed = new HashSet<>();
                for (List<Value> loop : LoopSchedule.of(StepGraph.of(spec))) {
                    assertFalse(loop.isEmpty());
                    assertTrue(loop.size() <= LoopSchedule.MOST_OPERATIONS);
                    for (Value value : loop) {
                        for (Value argument : value.arguments()) {
                            boolean there = argument.arguments().isEmpty()
                                    || !argument.isPerLane()
                                    || computed.contains(argument);
                            assertTrue(there, value + " before its argument " + argument);
                        }
                        assertTrue(computed.add(value), value + " is computed twice");
                    }
                }
            }
        }
    }

    /** C2 unrolls no loop of more than 60 nodes: of its operations, two of each load and store, and ten of the loop itself. */
    @Test
    void everyLoopIsUnrolledAndHasNothingThatC2MayMistake() {
        for (String name : ModelCatalog.names()) {
            Model model = ModelCatalog.find(name).orElseThrow();
            List<Integrator> integrators = model.isMap() ? List.of(Integrator.MAP) : Integrator.ofFixedStep();
            for (Integrator integrator : integrators) {
                KernelSpec spec = KernelSpec.heldInput(
                        model, integrator, Precision.DOUBLE, Set.copyOf(model.parameterNames()), Set.of());
                StepGraph step = StepGraph.of(spec);
                List<List<Value>> loops = LoopSchedule.of(step);
                for (List<Value> loop : loops) {
                    Set<Value> loads = loop.stream()
                            .flatMap(value -> value.arguments().stream())
                            .filter(value -> value.varies() && !loop.contains(value))
                            .collect(Collectors.toSet());
                    Set<Value> later = new HashSet<>(step.results());
                    loops.subList(loops.indexOf(loop) + 1, loops.size())
                            .forEach(next -> next.forEach(value -> later.addAll(value.arguments())));
                    long stores = loop.stream().filter(later::contains).count();
                    long nodes = loop.size() + 2 * (loads.size() + stores) + 10;
                    assertTrue(
                            loop.size() == 1 || nodes <= 60,
                            name + " " + integrator + ": " + nodes + " nodes in " + loop);
                    assertEquals(0, new LanePairing(loop).mistakes(), name + " " + integrator + ": " + loop);
                }
            }
        }
    }

    @Test
    void callsThatCannotBeVectorisedKeepToLoopsOfTheirOwn() {
        KernelSpec held = hodgkinHuxley(Precision.DOUBLE);
        var input = ExpressionParser.parse("a * sin(w * t)", Position.startOf("input"), List.of("a", "w", "t"));
        KernelSpec spec = new KernelSpec(
                held.model(),
                held.integrator(),
                held.precision(),
                input,
                List.of("a", "w"),
                Noise.NONE,
                Set.of("a", "w"),
                Set.of());
        List<List<Value>> loops = LoopSchedule.of(StepGraph.of(spec));
        assertEquals(
                3,
                loops.stream()
                        .flatMap(List::stream)
                        .filter(v -> v.name().endsWith("Sin.value"))
                        .count());
        for (List<Value> loop : loops) {
            long calls = loop.stream().filter(v -> v.operation().isScalar()).count();
            assertTrue(calls == 0 || calls == loop.size(), "calls beside other operations");
        }
    }

    @Test
    void rowsThatAreUsedTogetherAreFewEnoughForTheCache() {
        KernelLayout layout = new KernelSource(hodgkinHuxley(Precision.DOUBLE), 256).layout();
        // The histories, and what is rarely used, come after that.
        int rows = layout.cells().get(0).starts() / 256;
        assertTrue(rows <= 30, rows + " rows of 2 KiB in every step");
    }

    /** HotSpot inlines no method of more than 325 bytes: a loop that it inlined might not be vectorised. */
    @Test
    void noLoopIsSmallEnoughToBeInlined(@TempDir Path folder) throws Exception {
        SimpleCompiler compiler = new SimpleCompiler();
        compiler.setParentClassLoader(getClass().getClassLoader());
        compiler.cook(new KernelSource(hodgkinHuxley(Precision.DOUBLE), 8).text());
        Path file = folder.resolve("Kernel.class");
        Files.write(file, compiler.getBytecodes().get(JavaText.CLASS));
        StringWriter text = new StringWriter();
        ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(new PrintWriter(text), new PrintWriter(Writer.nullWriter()), "-c", "-p", file.toString());
        List<Integer> sizes = Pattern.compile(
                        " (?:loop[0-9]+|chunk0From[0-9]+|codes0From[0-9]+|range0|steepest0)\\$\\(.*\\n +Code:(?:\\n +[0-9]+: .*)*\\n +([0-9]+): return")
                .matcher(text.toString())
                .results()
                .map(method -> Integer.valueOf(method.group(1)))
                .toList();
        assertTrue(sizes.size() > 20, sizes::toString);
        assertTrue(sizes.stream().allMatch(size -> size > 325), sizes::toString);
    }
}
