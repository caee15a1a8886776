package io.github.spikesweep.kernel.java;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.kernel.AdaptiveKernel;
import io.github.spikesweep.kernel.AdaptiveLayout;
import io.github.spikesweep.kernel.CompiledKernel;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.KernelWork;
import io.github.spikesweep.kernel.LaneKernel;
import java.lang.reflect.Constructor;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;

/** Compiles a spec into loops over lanes: equations → graph → schedule → Java → class. */
final class KernelCompiler {
    private KernelCompiler() {}

    /** Expressions are trees and are walked by recursion, in the worst case as deep as a step has values. */
    private static final long STACK_BYTES = 256L << 20;

    /**
     * Compiles a kernel whose lanes take the same steps. Kernels of equal specs give bit-identical results for any {@code
     * lanes}.
     *
     * @param spec its integrator has fixed steps
     * @param lanes how many neurons side by side, at least 1
     * @throws io.github.spikesweep.document.InputException if the equations are too large
     */
    static CompiledKernel<LaneKernel, KernelLayout> compile(KernelSpec spec, int lanes) {
        checkLanes(lanes);
        return onDeepStack(spec, () -> {
            KernelSource source = new KernelSource(spec, lanes);
            return new CompiledKernel<>(source.layout(), load(source.text(), LaneKernel.class));
        });
    }

    /**
     * Compiles a kernel with adaptive steps, under the same conditions.
     *
     * @param spec its integrator is adaptive, its precision double
     * @param order that of Taylor's method
     */
    static CompiledKernel<AdaptiveKernel, AdaptiveLayout> compileAdaptive(KernelSpec spec, int lanes, int order) {
        checkLanes(lanes);
        return onDeepStack(spec, () -> {
            AdaptiveSource source = new AdaptiveSource(spec, lanes, order);
            return new CompiledKernel<>(source.layout(), load(source.text(), AdaptiveKernel.class));
        });
    }

    /**
     * What a step of such a kernel computes.
     *
     * @param order that of Taylor's method
     */
    static KernelWork work(KernelSpec spec, int order) {
        return onDeepStack(spec, () -> WorkCount.of(spec, order));
    }

    private static void checkLanes(int lanes) {
        if (lanes < 1) {
            throw new IllegalArgumentException("a kernel has at least one lane: " + lanes);
        }
    }

    private static <T> Supplier<T> load(String text, Class<T> type)
            throws CompileException, ReflectiveOperationException {
        SimpleCompiler compiler = new SimpleCompiler();
        compiler.setParentClassLoader(KernelCompiler.class.getClassLoader());
        compiler.cook(text);
        Constructor<? extends T> constructor = compiler.getClassLoader()
                .loadClass(JavaText.CLASS)
                .asSubclass(type)
                .getConstructor();
        return () -> made(constructor);
    }

    private static <T> T made(Constructor<? extends T> constructor) {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled kernel cannot be instantiated", e);
        }
    }

    private static <T> T onDeepStack(KernelSpec spec, Callable<T> work) {
        FutureTask<T> compilation = new FutureTask<>(work);
        Thread thread = new Thread(null, compilation, "kernel compiler", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return compilation.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(
                    "interrupted while compiling the kernel of " + spec.model().name());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InputException fault) {
                throw fault;
            }
            if (isTooLarge(e)) {
                throw new InputException("the equations are too large: no class of Java holds the steps of "
                        + spec.model().name() + "; fewer cells, synapses or equations are accepted");
            }
            throw new IllegalStateException(
                    "the kernel of " + spec.model().name() + " does not compile: " + e.getCause(), e.getCause());
        }
    }

    /** Whether the compiler says that a class has more numbers or names than one can have. */
    private static boolean isTooLarge(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("JVM limit"));
    }
}
