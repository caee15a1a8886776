package io.github.spikesweep.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device's compiler in a JVM that has other things to do. */
class DeviceCompilerTest {
    private static final int KERNELS = 5;
    private static final long DISTURBED_NANOS = 100_000_000;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong begun = new AtomicLong(System.nanoTime());
    private final AtomicLong sum = new AtomicLong();

    @BeforeEach
    void needsADevice() {
        DeviceOfTests.assume();
    }

    /** A thread that calculates is stopped again and again while each of the kernels begins to be compiled. */
    @Test
    void isNotDisturbedByCollections() throws InterruptedException {
        Thread work = new Thread(this::calculate);
        Thread collector = new Thread(this::collect);
        work.start();
        collector.start();
        try {
            for (int kernel = 0; kernel < KERNELS; kernel++) {
                Trial trial = TrialSeries.scan(
                                NeuronName.find("HRDoubleRK4").orElseThrow(), Protocol.fixed(0.02, 300, 1), 1)
                        .get(0);
                begun.set(System.nanoTime());
                assertEquals(
                        1,
                        new Simulator(Recording.BASIC, DeviceOfTests.another())
                                .run(List.of(trial))
                                .size());
            }
        } finally {
            over.set(true);
            work.join();
            collector.join();
        }
    }

    private void calculate() {
        while (!over.get()) {
            long number = sum.get();
            for (long i = 0; i < 3_000_000; i++) {
                number += i * number ^ (i >>> 3);
            }
            sum.set(number);
        }
    }

    private void collect() {
        while (!over.get()) {
            if (System.nanoTime() - begun.get() < DISTURBED_NANOS) {
                System.gc();
            }
            Thread.onSpinWait();
        }
    }
}
