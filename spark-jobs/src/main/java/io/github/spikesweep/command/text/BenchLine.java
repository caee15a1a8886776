package io.github.spikesweep.command.text;

import io.github.spikesweep.job.benchmark.Benchmark;
import io.github.spikesweep.job.benchmark.ScanText;
import io.github.spikesweep.job.benchmark.Speed;
import io.github.spikesweep.job.benchmark.SpeedLimit;
import io.github.spikesweep.job.benchmark.Subject;
import io.github.spikesweep.kernel.KernelWork;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.source.ModelFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line of a neuron that was measured. Lines are as wide as those of all neurons need, since they are written one by one. */
public final class BenchLine {
    private static final int WIDTH_OF_RATE = "100.0 million neuron-steps/s".length();

    private final int nameWidth;
    private final int workWidth;

    /** @param all the neurons whose lines stand together */
    public BenchLine(List<Benchmark> all) {
        this.nameWidth = all.stream()
                .mapToInt(one -> one.subject().name().length())
                .max()
                .orElse(0);
        this.workWidth =
                all.stream().mapToInt(one -> work(one.work()).length()).max().orElse(0);
    }

    public String of(Benchmark benchmark, Speed speed) {
        Subject subject = benchmark.subject();
        KernelWork work = benchmark.work();
        String line = ("%-" + nameWidth + "s  %" + WIDTH_OF_RATE + "s  %" + workWidth + "s  %6s GFlop/s  limited by %s")
                .formatted(
                        subject.name(),
                        Figures.rate(speed.neuronStepsPerSecond()),
                        work(work),
                        String.format(
                                Locale.ROOT,
                                "%.1f",
                                work.operations() * speed.neuronStepsPerSecond() / subject.cells() / 1e9),
                        SpeedLimit.of(subject, work, speed));
        return Stream.concat(Stream.of(line), notes(subject, speed).stream()).collect(Collectors.joining("; "));
    }

    private static String work(KernelWork work) {
        String calls = work.callCount() == 0 ? "" : " and " + Figures.counted(work.callCount(), "call");
        return Figures.counted(work.operations(), "operation") + calls + " a step";
    }

    private static List<String> notes(Subject subject, Speed speed) {
        List<String> notes = new ArrayList<>();
        if (ModelFiles.isFile(subject.name())) {
            notes.add(ScanText.of(subject));
        }
        if (subject.integrator().isAdaptive()) {
            String steps = "steps of " + String.format(Locale.ROOT, "%.2g", speed.meanStep()) + " on average";
            notes.add(notes.isEmpty() ? steps + " at tolerance " + Figures.number(Benchmark.TOLERANCE) : steps);
        }
        if (speed.diverged() > 0) {
            notes.add("%d of %d neurons diverged".formatted(speed.diverged(), speed.neurons()));
        }
        if (!speed.warm()) {
            notes.add("not warmed up, with more --seconds it may be faster");
        }
        return notes;
    }
}
