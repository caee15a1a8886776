package io.github.spikesweep.kernel;

import io.github.spikesweep.document.InputException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;

/** Compiles a spec into loops over lanes: equations → graph → schedule → Java → class. */
public final class KernelCompiler {
    private KernelCompiler() {}

    /** Expressions are trees, and trees are walked by recursion: as deep as a step has values, at the worst. */
    private static final long STACK_BYTES = 256L << 20;

    /**
     * Compiles a kernel. Equal specs give kernels whose lanes compute the same bits, whatever {@code lanes} is.
     *
     * @param lanes how many neurons side by side, at least 1
     * @throws io.github.spikesweep.document.InputException if the equations are too large
     */
    public static CompiledKernel compile(KernelSpec spec, int lanes) {
        if (lanes < 1) {
            throw new IllegalArgumentException("a kernel has at least one lane: " + lanes);
        }
        FutureTask<CompiledKernel> compilation = new FutureTask<>(() -> compileHere(spec, lanes));
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
            throw new IllegalStateException(
                    "the kernel of " + spec.model().name() + " does not compile: " + e.getCause(), e.getCause());
        }
    }

    private static CompiledKernel compileHere(KernelSpec spec, int lanes)
            throws CompileException, ReflectiveOperationException {
        KernelSource source = new KernelSource(spec, lanes);
        SimpleCompiler compiler = new SimpleCompiler();
        compiler.setParentClassLoader(KernelCompiler.class.getClassLoader());
        compiler.cook(source.text());
        Class<? extends LaneKernel> type =
                compiler.getClassLoader().loadClass(KernelSource.CLASS).asSubclass(LaneKernel.class);
        return new CompiledKernel(source.layout(), type.getConstructor());
    }
}
