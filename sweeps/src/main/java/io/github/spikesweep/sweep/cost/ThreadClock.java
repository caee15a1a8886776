package io.github.spikesweep.sweep.cost;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The time that the calling thread has run: what else the machine does meanwhile is not in it. */
final class ThreadClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ThreadClock() {}

    /** Seconds from some moment on; of the wall clock where the JVM does not tell those of threads. */
    static double seconds() {
        long nanos = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
        return nanos / 1e9;
    }
}
