package io.github.spikesweep.command;

import io.github.spikesweep.command.text.BenchLine;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.job.benchmark.Benchmark;
import io.github.spikesweep.job.benchmark.DeviceComparison;
import io.github.spikesweep.job.benchmark.Subject;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.simulation.ComputeDevice;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code spikesweep bench}. */
@Command(
        name = "bench",
        description = "Measures how fast one thread of this machine simulates each neuron, and what limits it.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        footer = {
            "",
            "A neuron-step is one integration step of one neuron, including spike counting. Operations are those of"
                    + " arithmetic in a step of one neuron, all stages together; a multiply-add is two. GFlop/s is"
                    + " their number times the speed. Calls of functions such as sin are counted apart: they are"
                    + " computed neuron by neuron, where the rest is computed for several neurons at once.",
            "",
            "'limited by' names what takes a quarter of the time or more, the largest part first. Watching for spikes is"
                    + " all that is done besides the steps themselves; how long it takes is measured. The rest is shared"
                    + " out by what arithmetic, divisions and calls usually take.",
            "",
            "A step of a circuit counts as one neuron-step for each of its cells; its operations are those of the whole"
                    + " circuit.",
            "",
            "The neurons of a model differ in one parameter: that of a shipped sweep, or the first one of the model,"
                    + " or circuit, from 0.9 to 1.1 times its default. The input of what is in a file is 0. Steps of DormandPrince,"
                    + " Rodas5P and Taylor are longer than others and cost more, so their mean length is shown too, in the model's unit"
                    + " of time.",
            "",
            "With --device, the device and one CPU thread take turns, each row is compared bit by bit, and there is no"
                    + " account of what limits them.",
            "",
            "Examples:",
            "  spikesweep bench",
            "  spikesweep bench --all",
            "  spikesweep bench HHDoubleRK4 HRDoubleRK4",
            "  spikesweep bench my-neuron.yaml --integrator Euler",
            "  spikesweep bench half-centre.yaml",
            "  spikesweep bench HRDoubleRK4 --device gpu"
        })
final class BenchCommand implements Runnable {
    private static final double MOST_SECONDS = 3600;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchArguments arguments;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "3",
            description = "How long each neuron takes: half to warm up, half to measure. Default: 3. The warm-up of"
                    + " large models takes longer.")
    private double seconds;

    @Mixin
    private DeviceArguments device;

    @Override
    public void run() {
        if (!(seconds > 0) || seconds > MOST_SECONDS) {
            throw new InputException("--seconds must be above 0 and at most 3600; found " + seconds);
        }
        PrintWriter out = spec.commandLine().getOut();
        ComputeDevice with = device.device();
        with.note().ifPresent(spec.commandLine().getErr()::println);
        if (!with.isCpu()) {
            compare(with, out);
            return;
        }
        List<Benchmark> benchmarks =
                arguments.subjects().stream().map(Benchmark::new).toList();
        BenchLine line = new BenchLine(benchmarks);
        for (Benchmark benchmark : benchmarks) {
            out.println(line.of(benchmark, benchmark.measure(seconds)));
            out.flush();
        }
    }

    private void compare(ComputeDevice with, PrintWriter out) {
        int differing = 0;
        for (Subject subject : arguments.subjects()) {
            DeviceComparison.Result result = new DeviceComparison(subject, with).measure(seconds / 2);
            out.printf(
                    "%-20s  device %s, one CPU thread %s: %s times; %s bytes a step from the device; %s%n",
                    subject.name(),
                    Figures.rate(result.device()),
                    Figures.rate(result.cpu()),
                    Figures.number(Math.round(result.device() / result.cpu() * 100) / 100.0),
                    Figures.number(Math.round(result.bytes() * 100) / 100.0),
                    result.differing() == 0
                            ? "the same bits in " + Figures.counted(result.rows(), "row")
                            : Figures.counted(result.differing(), "row") + " of " + result.rows() + " DIFFER");
            out.flush();
            differing += result.differing();
        }
        if (differing > 0) {
            throw new IllegalStateException("a device must have the bits of the CPU");
        }
    }
}
