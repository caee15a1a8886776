package io.github.spikesweep.kernel.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class FusedProductsTest {
    private final ValueGraph graph = new ValueGraph();
    private final Value x = graph.symbol("x", Dependence.STATE, true);
    private final Value y = graph.symbol("y", Dependence.STATE, true);
    private final Value p = graph.symbol("p", Dependence.PARAMETERS, true);
    private final Value t = graph.symbol("t", Dependence.TIME, false);

    private Value fused(Value value) {
        return FusedProducts.of(graph, List.of(value)).apply(value);
    }

    @Test
    void aProductIsFusedWithTheSumThatAloneNeedsIt() {
        assertSame(graph.fma(x, y, p), fused(graph.add(graph.multiply(x, y), p)));
        assertSame(graph.fma(x, y, p), fused(graph.add(p, graph.multiply(x, y))));
        assertSame(graph.fma(p, x, y), fused(graph.add(y, graph.multiply(p, x))));
    }

    @Test
    void whatIsTakenAwayIsFusedIfItsSignCostsNothing() {
        assertSame(graph.fma(graph.negate(p), x, y), fused(graph.subtract(y, graph.multiply(p, x))));
        Value ofStates = graph.subtract(p, graph.multiply(x, y));
        assertSame(ofStates, fused(ofStates));
    }

    @Test
    void aProductWithTwoUsesStays() {
        Value product = graph.multiply(x, y);
        Value root = graph.divide(graph.add(product, p), product);
        assertSame(root, fused(root));
    }

    @Test
    void aProductThatIsAResultItselfStays() {
        Value product = graph.multiply(x, y);
        Value sum = graph.add(product, p);
        assertSame(sum, FusedProducts.of(graph, List.of(product, sum)).apply(sum));
    }

    @Test
    void whatIsComputedOnceOrFromTheTimeAloneStays() {
        Value once = graph.add(graph.multiply(p, graph.constant(3)), x);
        assertSame(once, fused(once));
        Value ofTime = graph.add(graph.multiply(p, t), graph.constant(2));
        assertSame(ofTime, fused(ofTime));
    }

    @Test
    void constantsAreFolded() {
        Value tiny = graph.constant(0x1p-30);
        Value square = graph.fma(
                graph.constant(1 + 0x1p-30),
                graph.constant(1 + 0x1p-30),
                graph.negate(graph.add(graph.constant(1), tiny)));
        assertEquals(0x1p-30 + 0x1p-60, square.constant());
    }
}
