package io.github.spikesweep.job.benchmark;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Whether the JVM is still making machine code; until it has, a kernel may run at a tenth of its speed. */
final class Compilation {
    /** The part of the time that it may spend on it at the end. */
    private static final double FEW = 0.05;

    private final Optional<CompilationMXBean> compiler = Optional.ofNullable(ManagementFactory.getCompilationMXBean())
            .filter(CompilationMXBean::isCompilationTimeMonitoringSupported);
    private long begin;
    private long before;

    /** Begins to watch it. */
    void restart() {
        begin = System.nanoTime();
        before = millis();
    }

    private long millis() {
        return compiler.map(CompilationMXBean::getTotalCompilationTime).orElse(0L);
    }

    /** Whether nearly nothing has been compiled since the watch began. */
    boolean isOver() {
        return (millis() - before) * 1e6 <= FEW * (System.nanoTime() - begin);
    }
}
