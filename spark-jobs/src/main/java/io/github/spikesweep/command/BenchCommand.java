package io.github.spikesweep.command;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.job.benchmark.Benchmark;
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
            "Examples:",
            "  spikesweep bench",
            "  spikesweep bench --all",
            "  spikesweep bench HHDoubleRK4 HRDoubleRK4",
            "  spikesweep bench my-neuron.yaml --integrator Euler",
            "  spikesweep bench half-centre.yaml"
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

    @Override
    public void run() {
        if (!(seconds > 0) || seconds > MOST_SECONDS) {
            throw new InputException("--seconds must be above 0 and at most 3600; found " + seconds);
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Benchmark> benchmarks =
                arguments.subjects().stream().map(Benchmark::new).toList();
        BenchLine line = new BenchLine(benchmarks);
        for (Benchmark benchmark : benchmarks) {
            out.println(line.of(benchmark, benchmark.measure(seconds)));
            out.flush();
        }
    }
}
