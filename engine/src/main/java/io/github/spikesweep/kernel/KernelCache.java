package io.github.spikesweep.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Compiled kernels, kept for the next who asks. A task that gets a known kernel saves not only its compilation but the warm-up
 * of its machine code, which takes longer than many a task.
 *
 * <p>Thread-safe. Bounded: the kernel longest unused goes first.
 */
public final class KernelCache {
    private static final int MOST = 32;
    private static final KernelCache SHARED = new KernelCache();

    private record Key(KernelSpec spec, int lanes) {}

    private final Map<Key, CompiledKernel> kernels = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompiledKernel> eldest) {
            return size() > MOST;
        }
    };

    /** The one of this JVM. Its content never shows in a result, only in the time a result takes. */
    public static KernelCache shared() {
        return SHARED;
    }

    /** The kernel of {@code spec} with that many lanes, compiled if need be. */
    public synchronized CompiledKernel get(KernelSpec spec, int lanes) {
        return kernels.computeIfAbsent(new Key(spec, lanes), key -> KernelCompiler.compile(spec, lanes));
    }
}
