package io.github.spikesweep.benchmark;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.simulation.Oracle;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Setting;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What accuracy costs: for every integrator and step, or tolerance, the largest error of a spike time over the scan of the sodium
 * conductance of Hodgkin–Huxley, and the time of one thread per neuron and simulated ms. Prints a table for the notes.
 *
 * <pre>./mvnw -q -pl engine test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=io.github.spikesweep.benchmark.WorkPrecision</pre>
 */
public final class WorkPrecision {
    private static final double DURATION = 100;
    private static final int CONDUCTANCES = 20;
    /** Full lanes of double precision; they repeat the conductances. */
    private static final int ROWS = 256;

    private static final double[] STEPS = {0.05, 0.02, 0.01, 0.005, 0.002, 0.001};
    private static final double[] TOLERANCES = {1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};
    private static final long WARM_UP_NANOS = 2_000_000_000L;
    private static final int RUNS = 7;

    private final List<double[]> truth =
            trials(Integrator.RK4, Protocol.fixed(1, (long) DURATION, 0), CONDUCTANCES).stream()
                    .map(Oracle::spikeTimes)
                    .toList();

    private WorkPrecision() {}

    public static void main(String[] arguments) {
        WorkPrecision table = new WorkPrecision();
        System.out.println(
                "| integrator | step or tolerance | largest error of a spike time (ms) | ns per neuron and ms |");
        System.out.println("| --- | --: | --: | --: |");
        for (Integrator integrator : Integrator.ofFixedStep()) {
            for (double step : STEPS) {
                table.print(integrator, step, Protocol.fixed(step, Math.round(DURATION / step), 0));
            }
        }
        for (double tolerance : TOLERANCES) {
            table.print(Integrator.DORMAND_PRINCE, tolerance, Protocol.adaptive(DURATION, 0, tolerance));
            table.print(Integrator.RODAS5P, tolerance, Protocol.adaptive(DURATION, 0, tolerance));
        }
    }

    private static List<Trial> trials(Integrator integrator, Protocol protocol, int rows) {
        Setting scan = Setting.of("HH", integrator, "gna").with("I", 0.1);
        return IntStream.range(0, rows)
                .mapToObj(row -> 50 + 150.0 * (row % CONDUCTANCES) / (CONDUCTANCES - 1))
                .map(density -> scan.with("gna", density * 7.854e-3).trial(protocol))
                .toList();
    }

    private void print(Integrator integrator, double accuracy, Protocol protocol) {
        List<Trial> trials = trials(integrator, protocol, ROWS);
        double nanos = bestNanos(trials) / (ROWS * DURATION);
        System.out.printf(
                Locale.ROOT, "| %s | %s | %s | %.0f |%n", integrator.label(), accuracy, largestError(trials), nanos);
    }

    private String largestError(List<Trial> trials) {
        List<Outcome> outcomes = new Simulator(Recording.of(Recording.Detail.SPIKE_TIMES)).run(trials);
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

    private static double bestNanos(List<Trial> trials) {
        Simulator simulator = new Simulator(Recording.BASIC);
        for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOS; ) {
            simulator.run(trials);
        }
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            simulator.run(trials);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
