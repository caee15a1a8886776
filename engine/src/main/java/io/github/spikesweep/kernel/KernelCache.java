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

    private record Key(KernelSpec spec, int lanes) {
        /** Of little, as the first hash of a whole spec takes the JVM longer than a row: it makes code for each kind of record in it. */
        @Override
        public int hashCode() {
            return Objects.hash(spec.model().name(), spec.varying(), spec.recorded(), lanes);
        }
    }

    private final BiFunction<KernelSpec, Integer, CompiledKernel<K, L>> compiler;
    private final Map<Key, CompiledKernel<K, L>> kernels = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompiledKernel<K, L>> eldest) {
            return size() > MOST;
        }
    };

    /** @param compiler compiles a spec for a number of lanes */
    public KernelCache(BiFunction<KernelSpec, Integer, CompiledKernel<K, L>> compiler) {
        this.compiler = compiler;
    }

    /** The kernel of {@code spec} with that many lanes, compiled if need be. */
    public synchronized CompiledKernel<K, L> get(KernelSpec spec, int lanes) {
        return kernels.computeIfAbsent(new Key(spec, lanes), key -> compiler.apply(spec, lanes));
    }
}
