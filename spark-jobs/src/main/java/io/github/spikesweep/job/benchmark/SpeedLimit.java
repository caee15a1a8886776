package io.github.spikesweep.job.benchmark;

import io.github.spikesweep.kernel.KernelWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a neuron's time goes into. The time outside the steps is measured; that of the steps is shared out by what operations usually cost.
 *
 * <p>Costs are in times of a sum over lanes: 0.018 ns, measured with the built-in models and those of the gallery on an AMD EPYC (Zen 4)
 * with Java 17, where a division took 0.1 ns, a minimum 0.1, a cosine 8, a power 70 if the library computes it, and taking a power of two from a number 0.4.
 */
public final class SpeedLimit {
    private static final double DIVISION = 6;
    private static final double ROOT = 8;
    private static final double EXTREME = 6;
    /** One lane at a time. */
    private static final double SINGLE = 20;

    private static final double CALL = 500;
    private static final Map<String, Double> COSTLY = Map.of("pow", 4000.0);

    /** What takes less of the time is not told. */
    private static final double NOTABLE = 0.25;

    private SpeedLimit() {}

    private record Part(String text, double share) {}

    /** What takes at least a quarter of the time, the largest first: {@code arithmetic, calls of sin (4 a step, not vectorised)}. */
    public static String of(Subject subject, KernelWork work, Speed speed) {
        List<Part> parts = new ArrayList<>(ofSteps(work, 1 - speed.outside()));
        parts.add(new Part(outside(subject, speed), speed.outside()));
        parts.sort(Comparator.comparingDouble(Part::share).reversed());
        return parts.stream()
                .filter(part -> part.share() >= Math.min(NOTABLE, parts.get(0).share()))
                .map(Part::text)
                .collect(Collectors.joining(", "));
    }

    /** @param share of the time, for all steps */
    private static List<Part> ofSteps(KernelWork work, double share) {
        int plain = work.operations() - work.divisions() - work.roots() - work.extremes() - work.singles();
        List<Part> costs = List.of(
                new Part("arithmetic", plain),
                new Part("divisions (%d a step)".formatted(work.divisions()), DIVISION * work.divisions()),
                new Part("square roots (%d a step)".formatted(work.roots()), ROOT * work.roots()),
                new Part("minima and maxima (%d a step)".formatted(work.extremes()), EXTREME * work.extremes()),
                new Part(
                        "choices and powers of two (%d a step, not vectorised)".formatted(work.singles()),
                        SINGLE * work.singles()),
                new Part(calls(work), costOfCalls(work)));
        double all = Math.max(1, costs.stream().mapToDouble(Part::share).sum());
        return costs.stream()
                .map(part -> new Part(part.text(), share * part.share() / all))
                .toList();
    }

    private static double costOfCalls(KernelWork work) {
        return work.calls().entrySet().stream()
                .mapToDouble(call -> call.getValue() * COSTLY.getOrDefault(call.getKey(), CALL))
                .sum();
    }

    private static String calls(KernelWork work) {
        String functions = String.join(", ", work.calls().keySet());
        return "calls of %s (%d a step, not vectorised)".formatted(functions, work.callCount());
    }

    private static String outside(Subject subject, Speed speed) {
        String what =
                subject.integrator().isAdaptive() ? "choosing steps and watching for spikes" : "watching for spikes";
        return String.format(Locale.ROOT, "%s (%.0f %% of the time)", what, 100 * speed.outside());
    }
}
