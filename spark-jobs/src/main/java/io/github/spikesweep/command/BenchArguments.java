package io.github.spikesweep.command;

import io.github.spikesweep.circuit.CircuitReader;
import io.github.spikesweep.circuit.LocalParts;
import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.job.benchmark.Subject;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.reading.ModelReader;
import io.github.spikesweep.path.UserPath;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.simulation.NeuronName;
import io.github.spikesweep.source.ModelFiles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code bench} measures: neurons by name, models in files, or those that it chooses itself. */
final class BenchArguments {
    @Parameters(
            paramLabel = "NEURON|MODEL.yaml",
            arity = "0..*",
            description =
                    "A neuron by name: model, precision and integrator, as in HHDoubleRK4. Or a model or circuit in a file."
                            + " Default: every built-in model in double precision with RK4, and HH with every integrator of"
                            + " fixed steps.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Measure every built-in neuron; this takes a few minutes.")
    private boolean all;

    @Option(
            names = "--integrator",
            paramLabel = "NAME",
            description = "The integrator of what is in files: Euler, ExponentialEuler, Strang, RK4 (default), RK6,"
                    + " Butcher6, DormandPrince, Rodas5P or Taylor. Maps need none.")
    private Optional<String> integrator;

    @Option(names = "--precision", paramLabel = "NAME", description = "Their precision: double (default) or float.")
    private Optional<String> precision;

    @Option(
            names = "--step",
            paramLabel = "T",
            description = "Their step. Default: 0.01, or the model's longest_step if that is less; the unit is the"
                    + " model's unit of time.")
    private Optional<Double> step;

    /** In the order in which they are measured. */
    List<Subject> subjects() {
        if (all && !names.isEmpty()) {
            throw new InputException("--all measures every neuron; leave it out to measure " + names.get(0));
        }
        checkOptions();
        if (!names.isEmpty()) {
            return names.stream()
                    .map(name -> ModelFiles.isFile(name) ? inFile(name) : Subject.of(find(name)))
                    .toList();
        }
        return NeuronName.everyName().stream()
                .filter(neuron -> all || isUsual(neuron))
                .map(Subject::of)
                .toList();
    }

    private static boolean isUsual(NeuronName neuron) {
        boolean plain = neuron.precision() == Precision.DOUBLE
                && (neuron.integrator() == Integrator.RK4 || neuron.integrator() == Integrator.MAP);
        return plain || (neuron.model().equals("HH") && !neuron.integrator().isAdaptive());
    }

    /** A neuron's name says all that the options could say. */
    private void checkOptions() {
        boolean hasFile = names.stream().anyMatch(ModelFiles::isFile);
        Stream.of(option("--integrator", integrator), option("--precision", precision), option("--step", step))
                .flatMap(Optional::stream)
                .filter(given -> !hasFile)
                .findFirst()
                .ifPresent(given -> {
                    throw new InputException(
                            given + " is for model files, such as my-neuron.yaml; the names of neurons contain"
                                    + " precision and integrator, as in HHDoubleRK4");
                });
        step.filter(length -> !(length > 0) || Double.isInfinite(length)).ifPresent(length -> {
            throw new InputException("--step must be a positive number; found " + length);
        });
    }

    private static Optional<String> option(String name, Optional<?> value) {
        return value.map(given -> name);
    }

    private Subject inFile(String path) {
        Entry.Section top = ModelFiles.document(path);
        Model model = CircuitReader.isCircuit(top)
                ? LocalParts.circuit(top, new UserPath(path).local()).model()
                : ModelReader.read(top);
        Precision chosen = precision.map(BenchArguments::findPrecision).orElse(Precision.DOUBLE);
        if (model.isMap()) {
            Stream.of(option("--integrator", integrator), option("--step", step))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(given -> {
                        throw new InputException(given + " does not go with the map " + path + ", which needs none");
                    });
            return Subject.ofFile(path, model, Integrator.MAP, chosen, OptionalDouble.empty());
        }
        Integrator method = integrator.map(BenchArguments::findIntegrator).orElse(Integrator.RK4);
        if (method.isAdaptive()) {
            checkAdaptive(method, chosen);
        }
        OptionalDouble length = step.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        return Subject.ofFile(path, model, method, chosen, length);
    }

    private void checkAdaptive(Integrator method, Precision chosen) {
        if (chosen == Precision.FLOAT) {
            throw new InputException("integrator " + method.label()
                    + " needs precision double: in single precision, rounding errors hide the error estimate");
        }
        step.ifPresent(length -> {
            throw new InputException("--step " + Figures.number(length) + " does not go with " + method.label()
                    + ", which chooses its steps");
        });
    }

    private static NeuronName find(String name) {
        List<String> known =
                NeuronName.everyName().stream().map(NeuronName::toString).toList();
        return NeuronName.find(name)
                .orElseThrow(() -> new InputException("unknown neuron '" + name + "'" + new KnownNames(known).hint(name)
                        + "; or a model file that ends in .yaml"));
    }

    private static Integrator findIntegrator(String name) {
        return Integrator.find(name)
                .orElseThrow(() -> new InputException(
                        "unknown integrator '" + name + "'" + new KnownNames(Integrator.labels()).hint(name)));
    }

    private static Precision findPrecision(String name) {
        return Precision.find(name)
                .orElseThrow(() -> new InputException(
                        "unknown precision '" + name + "'" + new KnownNames(Precision.labels()).hint(name)));
    }
}
