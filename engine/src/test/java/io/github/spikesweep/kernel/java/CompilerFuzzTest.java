package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.equation.Operator;
import io.github.spikesweep.equation.function.Functions;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelCatalog;
import io.github.spikesweep.model.reading.ModelMutants;
import io.github.spikesweep.model.reading.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Any accepted model compiles or is refused as too large; nothing else is ever thrown. */
class CompilerFuzzTest {
    private static final int LANES = 8;

    @Property(tries = 50)
    void mutatedModelsCompile(@ForAll("models") String name, @ForAll Random random) {
        compileOrRefuse(ModelMutants.of(name, random));
    }

    @Tag("thorough")
    @Property(tries = 100)
    void equationsOfAnyTermsCompile(@ForAll("expressions") String slope, @ForAll("expressions") String let) {
        String text = """
                name: Fuzz
                variables:
                  v: {initial: 0, range: [-100, 100]}
                  w: {initial: 0}
                parameters: {p: {default: 1.5}}
                input: I
                let: {a: "%s"}
                equations: {v: "%s", w: I - w + a}
                spike: {variable: v, threshold: 10}
                """.formatted(let, slope);
        compileOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> models() {
        return Arbitraries.of(ModelCatalog.names());
    }

    /** Expressions of the language, at most four deep. */
    @Provide
    Arbitrary<String> expressions() {
        return expression(4);
    }

    private static Arbitrary<String> expression(int depth) {
        Arbitrary<String> leaf =
                Arbitraries.of("v", "w", "p", "I", "t", "0", "1", "2", "-3", "0.5", "1e300", "1e-300", "64", "65");
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> expression(depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaf),
                Tuple.of(4, binary(inner)),
                Tuple.of(1, inner.map(x -> "-(" + x + ")")),
                Tuple.of(3, call(inner)));
    }

    private static Arbitrary<String> binary(Arbitrary<String> inner) {
        return Combinators.combine(inner, Arbitraries.of(Operator.values()), inner)
                .as((left, operator, right) -> "(" + left + ") " + operator.symbol() + " (" + right + ")");
    }

    private static Arbitrary<String> call(Arbitrary<String> inner) {
        return Arbitraries.of(Functions.all())
                .flatMap(function -> inner.list()
                        .ofSize(function.signature().arity())
                        .map(arguments -> function.signature().label() + "(" + String.join(", ", arguments) + ")"));
    }

    private static void compileOrRefuse(byte[] text) {
        try {
            Model model = ModelReader.read("m.yaml", text);
            Integrator integrator = model.isMap() ? Integrator.MAP : Integrator.RK4;
            KernelSpec spec = KernelSpec.heldInput(model, integrator, Precision.DOUBLE, Set.of(), Set.of());
            assertEquals(LANES, KernelCompiler.compile(spec, LANES).layout().lanes());
        } catch (InputException e) {
            assertTrue(
                    List.of("m.yaml", "the equations are too large: ").stream().anyMatch(e.getMessage()::startsWith),
                    e.getMessage());
        }
    }
}
