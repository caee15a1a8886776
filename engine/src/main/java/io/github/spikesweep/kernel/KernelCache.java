package io.github.spikesweep.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * A cache of compiled kernels. A cached kernel saves not only its compilation but also the warm-up of its machine code, which
 * takes longer than many tasks.
 *
 * <p>Thread-safe. Bounded: the kernel longest unused goes first.
 *
 * @param <K> what kind of kernel
 * @param <L> how its memory is laid out
 */
public final class KernelCache<K, L> {
    private static final int MOST = 32;
    /** In about as many neuron-steps of lanes that are empty, a fifth of a second, a kernel is compiled. */
    private static final long COMPILATION = 10_000_000;

    private record Key(KernelSpec spec, int lanes) {
        /** Of little, as the first hash of a whole spec takes the JVM longer than a row: it makes code for each kind of record in it. */
        @Override
        public int hashCode() {
            return Objects.hash(spec.model().name(), spec.varying(), spec.recorded(), lanes);
        }
    }

    private final BiFunction<KernelSpec, Integer, CompiledKernel<K, L>> compiler;
    private final Map<Key, CompiledKernel<K, L>> kernels = new Latest<>();
    /** The neuron-steps of empty lanes, for each kernel that would not have had them. */
    private final Map<Key, Long> lost = new Latest<>();

    private static final class Latest<V> extends LinkedHashMap<Key, V> {
        private static final long serialVersionUID = 1L;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
            return size() > MOST;
        }
    }

    /** @param compiler compiles a spec for a number of lanes */
    public KernelCache(BiFunction<KernelSpec, Integer, CompiledKernel<K, L>> compiler) {
        this.compiler = compiler;
    }

    /** The kernel of {@code spec} with that many lanes, compiled if need be. */
    public synchronized CompiledKernel<K, L> get(KernelSpec spec, int lanes) {
        return kernels.computeIfAbsent(new Key(spec, lanes), key -> compiler.apply(spec, lanes));
    }

    /**
     * A kernel of {@code spec} with at least that many lanes, to take so many steps with: a wider one that is there, until its empty lanes have cost as much as
     * the compilation of a narrower one.
     *
     * @param most how many lanes it has at most
     */
    public synchronized CompiledKernel<K, L> get(KernelSpec spec, int lanes, int most, long steps) {
        Key wanted = new Key(spec, lanes);
        int wider = kernels.keySet().stream()
                .filter(key -> key.lanes() >= lanes
                        && key.lanes() <= most
                        && key.spec().equals(spec))
                .mapToInt(Key::lanes)
                .min()
                .orElse(lanes);
        long losses = lost.getOrDefault(wanted, 0L) + (wider - lanes) * steps;
        if (losses < COMPILATION) {
            lost.put(wanted, losses);
            return get(spec, wider);
        }
        lost.remove(wanted);
        return get(spec, lanes);
    }
}
