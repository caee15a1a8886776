package io.github.spikesweep.benchmark;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.Oracle;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Setting;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What accuracy costs: for every integrator and step, or tolerance, the largest error of a spike time over the scan of the sodium
 * conductance of Hodgkin–Huxley, and the CPU time of one thread per neuron. Prints a table for the notes. Arguments are the names of the integrators, all by default;
 * {@code -Dwarm.up.seconds=60} is enough for Taylor.
 *
 * <pre>./mvnw -q -pl engine test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=io.github.spikesweep.benchmark.WorkPrecision</pre>
 */
public final class WorkPrecision {
    private static final double DURATION = 100;
    /** Of which the spikes are compared. */
    private static final int CONDUCTANCES = 20;
    /** Full lanes. */
    private static final int ROWS = 512;

    private static final double[] STEPS = {0.05, 0.02, 0.01, 0.005, 0.002, 0.001};
    private static final double[] TOLERANCES = {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};
    /** Taylor's code is long, and takes the compiler long. */
    private static final long WARM_UP_NANOS = Long.getLong("warm.up.seconds", 2) * 1_000_000_000L;

    private static final int RUNS = 7;

    private final List<double[]> truth =
            trials(Integrator.RK4, Protocol.fixed(1, (long) DURATION, 0), CONDUCTANCES).stream()
                    .map(Oracle::spikeTimes)
                    .toList();

    private WorkPrecision() {}

    public static void main(String[] arguments) {
        WorkPrecision table = new WorkPrecision();
        System.out.println(
                "| integrator | step or tolerance | largest error of a spike time (ms) | ms per neuron | steps |");
        System.out.println("| --- | --: | --: | --: | --: |");
        List<String> wanted = arguments.length == 0 ? Integrator.labels() : List.of(arguments);
        for (String name : wanted) {
            Integrator integrator = Integrator.find(name).orElseThrow();
            for (double accuracy : integrator.isAdaptive() ? TOLERANCES : STEPS) {
                table.print(
                        integrator,
                        accuracy,
                        integrator.isAdaptive()
                                ? Protocol.adaptive(DURATION, 0, accuracy)
                                : Protocol.fixed(accuracy, Math.round(DURATION / accuracy), 0));
            }
        }
    }

    private static List<Trial> trials(Integrator integrator, Protocol protocol, int rows) {
        Setting scan = Setting.of("HH", integrator, "gna").with("I", 0.1);
        return IntStream.range(0, rows)
                .mapToObj(row -> 50 + 150.0 * row / (rows - 1))
                .map(density -> scan.with("gna", density * 7.854e-3).trial(protocol))
                .toList();
    }

    private void print(Integrator integrator, double accuracy, Protocol protocol) {
        List<Trial> trials = trials(integrator, protocol, ROWS);
        double millis = bestNanos(trials) / (1e6 * ROWS);
        List<Outcome> compared = new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES))
                .run(trials(integrator, protocol, CONDUCTANCES));
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.4f | %.0f |%n",
                integrator.label(),
                accuracy,
                largestError(compared),
                millis,
                compared.stream().mapToLong(Outcome::steps).average().orElseThrow());
    }

    private String largestError(List<Outcome> outcomes) {
        double largest = 0;
        for (int row = 0; row < CONDUCTANCES; row++) {
            double[] expected = truth.get(row);
            double[] found = outcomes.get(row).spikes().times();
            if (found.length != expected.length) {
                return "other spikes";
            }
            for (int spike = 0; spike < found.length; spike++) {
                largest = Math.max(largest, Math.abs(found[spike] - expected[spike]));
            }
        }
        return String.format(Locale.ROOT, "%.1e", largest);
    }

    /** Of CPU time: other load on the machine counts less. */
    private static double bestNanos(List<Trial> trials) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Simulator simulator = new Simulator(Recording.BASIC);
        for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOS; ) {
            simulator.run(trials);
        }
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = threads.getCurrentThreadCpuTime();
            simulator.run(trials);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
