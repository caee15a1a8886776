package io.github.spikesweep.command;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.job.Benchmark;
import io.github.spikesweep.job.Figures;
import io.github.spikesweep.simulation.NeuronName;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spikesweep bench}. */
@Command(
        name = "bench",
        description = "Measures how fast one thread of this machine simulates each neuron.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "A neuron-step is one integration step of one neuron, spike counting included. Each neuron takes three"
                    + " seconds: half to warm up, half to measure.",
            "",
            "Examples:",
            "  spikesweep bench",
            "  spikesweep bench HHDoubleRK4 HRDoubleRK4"
        })
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NEURON",
            arity = "0..*",
            description = "Neurons by name: model, precision and integrator, as in HHDoubleRK4. All unless given.")
    private List<String> names = List.of();

    BenchCommand() {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<NeuronName> neurons = names.isEmpty()
                ? NeuronName.everyName()
                : names.stream().map(BenchCommand::find).toList();
        int width = neurons.stream().mapToInt(n -> n.toString().length()).max().orElse(0);
        for (NeuronName neuron : neurons) {
            double rate = new Benchmark(neuron).neuronStepsPerSecond();
            out.println(("%-" + width + "s  %s").formatted(neuron, Figures.rate(rate)));
            out.flush();
        }
    }

    private static NeuronName find(String name) {
        List<String> known =
                NeuronName.everyName().stream().map(NeuronName::toString).toList();
        return NeuronName.find(name)
                .orElseThrow(
                        () -> new InputException("unknown neuron '" + name + "'" + new KnownNames(known).hint(name)));
    }
}
