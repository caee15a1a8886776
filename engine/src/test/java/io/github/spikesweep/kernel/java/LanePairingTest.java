package io.github.spikesweep.kernel.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.kernel.graph.Dependence;
import io.github.spikesweep.kernel.graph.Operation;
import io.github.spikesweep.kernel.graph.Value;
import io.github.spikesweep.kernel.graph.ValueGraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanePairingTest {
    private final ValueGraph graph = new ValueGraph();
    private final Value x = symbol("x");
    private final Value y = symbol("y");
    private final Value z = symbol("z");
    private final Value one = graph.constant(1);

    private Value symbol(String name) {
        return graph.symbol(name, Dependence.STATE, true);
    }

    private Value minimum(Value a, Value b) {
        return graph.apply(Operation.MIN, List.of(a, b));
    }

    @Test
    void anOrdinaryLoopIsWrittenPlainly() {
        Value sum = graph.add(x, y);
        Value product = graph.multiply(sum, z);
        LanePairing pairing = new LanePairing(List.of(sum, product));
        assertEquals(LanePairing.Form.PLAIN, pairing.form(sum));
        assertEquals(LanePairing.Form.PLAIN, pairing.form(product));
        assertEquals(0, pairing.mistakes());
    }

    /** C2 may swap two sums in the copy for the next lane, and pair each with the other. */
    @Test
    void aProductOfTwoSumsIsFused() {
        Value a = graph.add(x, one);
        Value b = graph.add(y, one);
        Value product = graph.multiply(a, b);
        LanePairing pairing = new LanePairing(List.of(a, b, product));
        assertNotEquals(LanePairing.Form.PLAIN, pairing.form(product));
        assertEquals(0, pairing.mistakes());
    }

    @Test
    void productsWithACommonFactorHaveDifferentForms() {
        Value shared = graph.subtract(x, one);
        Value a = graph.multiply(shared, graph.divide(y, x));
        Value b = graph.multiply(shared, graph.divide(y, z));
        Value c = graph.multiply(shared, graph.divide(z, y));
        LanePairing pairing = new LanePairing(List.of(shared, a.right(), b.right(), c.right(), a, b, c));
        assertEquals(
                List.of(LanePairing.Form.PLAIN, LanePairing.Form.FUSED, LanePairing.Form.FUSED_SWAPPED),
                List.of(pairing.form(a), pairing.form(b), pairing.form(c)));
        assertEquals(0, pairing.mistakes());
    }

    @Test
    void aMinimumOfTwoMinimaHasNoOtherForm() {
        Value a = minimum(x, one);
        Value b = minimum(y, one);
        Value c = minimum(a, b);
        assertEquals(1, new LanePairing(List.of(a, b, c)).mistakes());
        assertEquals(0, new LanePairing(List.of(b, c)).mistakes());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, -1.5, 4.9e-324, -2.2e-308, 1.7e308, 1 / 0.0, -1 / 0.0, 0 / 0.0})
    void allFormsHaveTheSameBits(double a) {
        double[] others = {0, -0.0, 1, -1, -3.1, 4.9e-324, 1e-310, -1.7e308, 1 / 0.0, -1 / 0.0, 0 / 0.0, a, -a};
        for (double b : others) {
            assertEquals(a + b, Math.fma(a, 1, b));
            assertEquals(a + b, Math.fma(1, a, b));
            assertEquals(a - b, Math.fma(b, -1, a));
            assertEquals(a - b, Math.fma(-1, b, a));
            assertEquals(a * b, Math.fma(a, b, -0.0));
            assertEquals(a * b, Math.fma(b, a, -0.0));
        }
    }

    @Test
    void theFormsAreThoseThatHaveTheSameBits() {
        JavaText java = new JavaText(Precision.DOUBLE);
        for (Value value : List.of(graph.add(x, y), graph.subtract(x, y), graph.multiply(x, y), graph.fma(x, y, z))) {
            List<String> forms = List.of(
                    java.expression(value, LanePairing.Form.PLAIN, Value::name),
                    java.expression(value, LanePairing.Form.FUSED, Value::name),
                    java.expression(value, LanePairing.Form.FUSED_SWAPPED, Value::name));
            List<String> expected = switch (value.operation()) {
                case ADD -> List.of("x + y", "Math.fma(x, (1.0), y)", "Math.fma((1.0), x, y)");
                case SUBTRACT -> List.of("x - y", "Math.fma(y, (-1.0), x)", "Math.fma((-1.0), y, x)");
                case MULTIPLY -> List.of("x * y", "Math.fma(x, y, (-0.0))", "Math.fma(y, x, (-0.0))");
                default -> List.of("Math.fma(x, y, z)", "Math.fma(x, y, z)", "Math.fma(y, x, z)");
            };
            assertEquals(expected, forms);
        }
    }
}
