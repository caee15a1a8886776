package io.github.spikesweep.kernel;

import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;

/** Compiles a spec into loops over lanes: equations → graph → schedule → Java → class. */
public final class KernelCompiler {
    private KernelCompiler() {}

    /**
     * Compiles a kernel. Equal specs give kernels whose lanes compute the same bits, whatever {@code lanes} is.
     *
     * @param lanes how many neurons side by side, at least 1
     */
    public static CompiledKernel compile(KernelSpec spec, int lanes) {
        if (lanes < 1) {
            throw new IllegalArgumentException("a kernel has at least one lane: " + lanes);
        }
        KernelSource source = new KernelSource(spec, lanes);
        SimpleCompiler compiler = new SimpleCompiler();
        compiler.setParentClassLoader(KernelCompiler.class.getClassLoader());
        try {
            compiler.cook(source.text());
            Class<? extends LaneKernel> type =
                    compiler.getClassLoader().loadClass(KernelSource.CLASS).asSubclass(LaneKernel.class);
            return new CompiledKernel(source.layout(), type.getConstructor());
        } catch (CompileException | ReflectiveOperationException e) {
            throw new IllegalStateException("the kernel of " + spec.model().name() + " does not compile", e);
        }
    }
}
