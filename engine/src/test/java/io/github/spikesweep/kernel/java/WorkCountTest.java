package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.KernelWork;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorkCountTest {
    private static KernelWork work(Model model, Integrator integrator, String varying) {
        return JavaKernels.work(
                KernelSpec.heldInput(model, integrator, Precision.DOUBLE, Set.of(varying), Set.of()), 1e-8);
    }

    private static KernelWork builtIn(String model, Integrator integrator, String varying) {
        return work(ModelCatalog.find(model).orElseThrow(), integrator, varying);
    }

    /** Steps of {@code v' = slope} with Euler's method; {@code a} differs between lanes, {@code b} does not. */
    private static KernelWork eulerStep(String slope) {
        String text = """
            name: small
            variables: {v: {initial: 0}}
            parameters: {a: {default: 1}, b: {default: 1}}
            input: I
            equations: {v: "%s"}
            spike: {variable: v, threshold: 1}
            """.formatted(slope);
        Model model = ModelReader.read("small.yaml", text.getBytes(StandardCharsets.UTF_8));
        return work(model, Integrator.EULER, "a");
    }

    private static KernelWork arithmetic(int operations, int divisions, int extremes) {
        return new KernelWork(operations, divisions, 0, extremes, 0, new TreeMap<>());
    }

    private static KernelWork calls(int operations, Map<String, Integer> calls) {
        return new KernelWork(operations, 0, 0, 0, 0, new TreeMap<>(calls));
    }

    @Test
    void aMultiplyAddIsTwoOperations() {
        // v + h·(a·v)
        assertEquals(arithmetic(3, 0, 0), eulerStep("a*v"));
        // v + h·max(v, a)
        assertEquals(arithmetic(3, 0, 1), eulerStep("max(v, a)"));
        // v + h·(1/v)
        assertEquals(arithmetic(3, 1, 0), eulerStep("1/v"));
    }

    @Test
    void callsAreCountedByFunction() {
        assertEquals(calls(2, Map.of("atan", 1)), eulerStep("atan(v)"));
        assertEquals(calls(4, Map.of("atan", 1, "cos", 1)), eulerStep("atan(v) + cos(a*v)"));
    }

    @Test
    void whatIsComputedOnceOrForAllLanesIsNotCounted() {
        // v + (h·atan(a)), in each lane once; v + (h·atan(t)), once for all lanes.
        assertEquals(arithmetic(1, 0, 0), eulerStep("atan(a)*exp(b)/(1 + a)"));
        assertEquals(arithmetic(1, 0, 0), eulerStep("atan(b*t)"));
    }

    @Test
    void stepsOfBuiltInModels() {
        assertEquals(arithmetic(429, 4, 0), builtIn("HH", Integrator.RK4, "gna"));
        assertEquals(arithmetic(102, 1, 0), builtIn("HH", Integrator.EULER, "gna"));
        // A division for the rates of each of seven stages, one for the error of each of four variables, and one, with
        // four roots, for the next step.
        assertEquals(
                new KernelWork(1079, 12, 4, 8, 0, new TreeMap<>()), builtIn("HH", Integrator.DORMAND_PRINCE, "gna"));
        assertEquals(arithmetic(106, 0, 0), builtIn("HR", Integrator.RK4, "e"));
        assertEquals(arithmetic(29, 1, 3), builtIn("Rulkov", Integrator.MAP, "alpha"));
    }
}
