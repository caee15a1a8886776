package io.github.spikesweep.command;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.job.Benchmark;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.simulation.NeuronName;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spikesweep bench}. */
@Command(
        name = "bench",
        description = "Measures how fast one thread of this machine simulates each neuron.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        footer = {
            "",
            "A neuron-step is one integration step of one neuron, including spike counting. Each neuron takes three"
                    + " seconds: half to warm up, half to measure. Steps of DormandPrince are longer than others and"
                    + " cost more, so their mean length is shown too, in the model's unit of time.",
            "",
            "Examples:",
            "  spikesweep bench",
            "  spikesweep bench --all",
            "  spikesweep bench HHDoubleRK4 HRDoubleRK4"
        })
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NEURON",
            arity = "0..*",
            description = "Neurons by name: model, precision and integrator, as in HHDoubleRK4. Default: every model"
                    + " in double precision with RK4, and HH with every integrator of fixed steps.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Measure every neuron; this takes a few minutes.")
    private boolean all;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<NeuronName> neurons = chosen();
        int width = neurons.stream().mapToInt(n -> n.toString().length()).max().orElse(0);
        for (NeuronName neuron : neurons) {
            Benchmark.Speed speed = new Benchmark(neuron).measure();
            String steps = neuron.integrator().isAdaptive()
                    ? ", steps of %.2g on average at tolerance %s"
                            .formatted(speed.meanStep(), Figures.number(Benchmark.TOLERANCE))
                    : "";
            String rate = Figures.rate(speed.neuronStepsPerSecond());
            out.println(("%-" + width + "s  %s%s").formatted(neuron, rate, steps));
            out.flush();
        }
    }

    private List<NeuronName> chosen() {
        if (all && !names.isEmpty()) {
            throw new InputException("--all measures every neuron; leave it out to measure " + names.get(0));
        }
        if (!names.isEmpty()) {
            return names.stream().map(BenchCommand::find).toList();
        }
        return NeuronName.everyName().stream()
                .filter(neuron -> all || isUsual(neuron))
                .toList();
    }

    private static boolean isUsual(NeuronName neuron) {
        boolean plain = neuron.precision() == Precision.DOUBLE
                && (neuron.integrator() == Integrator.RK4 || neuron.integrator() == Integrator.MAP);
        return plain || (neuron.model().equals("HH") && !neuron.integrator().isAdaptive());
    }

    private static NeuronName find(String name) {
        List<String> known =
                NeuronName.everyName().stream().map(NeuronName::toString).toList();
        return NeuronName.find(name)
                .orElseThrow(
                        () -> new InputException("unknown neuron '" + name + "'" + new KnownNames(known).hint(name)));
    }
}
