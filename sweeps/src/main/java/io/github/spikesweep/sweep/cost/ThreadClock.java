package io.github.spikesweep.sweep.cost;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The time that the calling thread has run, without other work of the machine. */
final class ThreadClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ThreadClock() {}

    /** Seconds since an arbitrary moment; by the wall clock if the JVM does not measure threads. */
    static double seconds() {
        long nanos = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
        return nanos / 1e9;
    }
}
