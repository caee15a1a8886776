package io.github.spikesweep.job.benchmark;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.KernelWork;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.simulation.KernelAlone;
import io.github.spikesweep.simulation.Outcome;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.Recording;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.simulation.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How fast one thread simulates a neuron: full blocks of lanes that differ in one parameter, with spikes counted, as in a
 * sweep. After warming up it repeats short simulations, each followed by the same steps of the kernel alone, and takes medians.
 */
public final class Benchmark {
    /** The tolerance of adaptive neurons, in units of time. */
    public static final double TOLERANCE = 1e-6;

    /** The most steps of a simulation. */
    private static final long STEPS = 4_096;
    /** How long adaptive neurons are simulated at most. */
    private static final double ADAPTIVE_TIME = 100;
    /** The first simulations are shorter by this factor, as a step may take long. */
    private static final int SHORTEST = 32;
    /** A simulation that takes less, in seconds, is made longer. */
    private static final double LONG_ENOUGH = 0.05;

    private static final int LONGEST_WARM_UP = 8;
    /** In less, in seconds, the JVM may not have begun to compile what matters. */
    private static final double SHORTEST_WARM_UP = 0.5;

    private final Simulator simulator = new Simulator(Recording.BASIC);
    private final Subject subject;
    private final KernelWork work;
    private final List<Trial> trials;
    private final KernelAlone alone;
    private int shortening = SHORTEST;

    /** One simulation. */
    private record Reading(double neuronStepsPerSecond, double meanStep, double outside, long diverged) {}

    /** @throws InputException if the equations are too large for a kernel */
    public Benchmark(Subject subject) {
        this.subject = subject;
        KernelSpec kernel = subject.kernel();
        this.work = KernelAlone.work(kernel, TOLERANCE);
        this.trials = subject.trials(kernel, protocol());
        this.alone = new KernelAlone(trials);
    }

    public Subject subject() {
        return subject;
    }

    /** What the kernel computes in a step of one neuron. */
    public KernelWork work() {
        return work;
    }

    private Protocol protocol() {
        return subject.integrator().isAdaptive()
                ? Protocol.adaptive(ADAPTIVE_TIME / shortening, 0, TOLERANCE)
                : Protocol.fixed(subject.scan().step(), STEPS / shortening, 0);
    }

    /**
     * Measures it.
     *
     * @param seconds about how long that takes, if a simulation takes less: half to warm up, half to measure. While code is still compiled,
     *     it is warmed up for longer, up to eight times as long
     * @throws InputException if all neurons diverge
     */
    public Speed measure(double seconds) {
        boolean warm = warmUp(seconds / 2);
        List<Reading> readings = readings(seconds / 2);
        return new Speed(
                median(readings, Reading::neuronStepsPerSecond),
                median(readings, Reading::meanStep),
                median(readings, Reading::outside),
                readings.get(readings.size() - 1).diverged(),
                trials.size(),
                warm);
    }

    /** Returns whether nearly all is surely compiled. */
    private boolean warmUp(double seconds) {
        Compilation compilation = new Compilation();
        for (int round = 0; round < LONGEST_WARM_UP; round++) {
            compilation.restart();
            readings(seconds);
            if (compilation.isOver()) {
                return seconds >= SHORTEST_WARM_UP;
            }
        }
        return false;
    }

    private static double median(List<Reading> readings, ToDoubleFunction<Reading> figure) {
        List<Reading> sorted = new ArrayList<>(readings);
        sorted.sort(Comparator.comparingDouble(figure));
        return figure.applyAsDouble(sorted.get(sorted.size() / 2));
    }

    private List<Reading> readings(double seconds) {
        List<Reading> readings = new ArrayList<>();
        long start = System.nanoTime();
        while (readings.isEmpty() || System.nanoTime() - start < seconds * 1e9) {
            long begin = System.nanoTime();
            readings.add(reading());
            if (shortening > 1 && System.nanoTime() - begin < LONG_ENOUGH * 1e9) {
                shortening /= 2;
            }
        }
        return readings;
    }

    private Reading reading() {
        Protocol protocol = protocol();
        List<Trial> run = trials.stream()
                .map(trial -> trial.restarted(protocol, trial.initial()))
                .toList();
        long begin = System.nanoTime();
        List<Outcome> outcomes = simulator.run(run);
        double nanos = System.nanoTime() - begin;
        checkSound(outcomes);
        long steps = outcomes.stream().mapToLong(Outcome::steps).sum();
        double meanStep = run.size() * protocol.duration() / steps;
        double inKernel = steps * alone.time(meanStep, Math.max(1, steps / run.size()));
        long diverged = outcomes.stream().filter(Outcome::diverged).count();
        return new Reading(
                subject.cells() * steps / nanos * 1e9, meanStep, Math.max(0, 1 - inKernel / nanos), diverged);
    }

    /** A simulation ends when all its neurons have diverged: then it takes no time. */
    private void checkSound(List<Outcome> outcomes) {
        if (outcomes.stream().allMatch(Outcome::diverged)) {
            double last =
                    outcomes.stream().mapToDouble(Outcome::divergedAt).max().orElseThrow();
            boolean hasStep = !subject.model().isMap() && !subject.integrator().isAdaptive();
            throw new InputException(
                    "%s: there is no speed to measure, since all %d neurons diverge, the last at t = %s (%s)%s"
                            .formatted(
                                    subject.name(),
                                    outcomes.size(),
                                    Figures.number(last),
                                    ScanText.of(subject),
                                    hasStep ? "; --step sets another step" : ""));
        }
    }
}
