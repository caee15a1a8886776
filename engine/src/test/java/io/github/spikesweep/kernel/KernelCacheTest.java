package io.github.spikesweep.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelCacheTest {
    private static final KernelSpec SPEC = spec("HR");

    private final List<Integer> compiled = new ArrayList<>();
    private final KernelCache<String, Integer> cache = new KernelCache<>((spec, lanes) -> {
        compiled.add(lanes);
        return new CompiledKernel<>(lanes, () -> spec.model().name());
    });

    @Test
    void aFewShortRowsTakeAWiderKernelThatIsThere() {
        assertEquals(256, lanes(SPEC, 256, 10_000));
        assertEquals(256, lanes(SPEC, 16, 10_000));
        assertEquals(List.of(256), compiled);
        // Not of another spec, not one that is wider than allowed.
        assertEquals(16, lanes(spec("HH"), 16, 10_000));
        assertEquals(16, cache.get(SPEC, 16, 128, 10_000).layout());
    }

    @Test
    void aNarrowerOneIsCompiledWhenEmptyLanesHaveCostAsMuch() {
        lanes(SPEC, 256, 10_000);
        // 240 empty lanes lose 2.4 million neuron-steps each time, of ten million.
        for (int call = 1; call <= 4; call++) {
            assertEquals(256, lanes(SPEC, 16, 10_000));
        }
        assertEquals(16, lanes(SPEC, 16, 10_000));
        assertEquals(16, lanes(SPEC, 16, 10_000));
        assertEquals(16, lanes(SPEC, 8, 10_000));
        assertEquals(List.of(256, 16), compiled);
    }

    @Test
    void aLongRowHasAKernelOfItsOwn() {
        lanes(SPEC, 256, 10_000);
        assertEquals(8, lanes(SPEC, 8, 100_000));
    }

    private int lanes(KernelSpec spec, int lanes, long steps) {
        return cache.get(spec, lanes, 512, steps).layout();
    }

    private static KernelSpec spec(String model) {
        return KernelSpec.heldInput(
                ModelCatalog.find(model).orElseThrow(), Integrator.RK4, Precision.DOUBLE, Set.of(), Set.of());
    }
}
