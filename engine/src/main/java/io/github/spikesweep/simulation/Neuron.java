package io.github.spikesweep.simulation;

import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.java.JavaKernels;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.reading.ModelCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One neuron, stepped by hand: set, add input, step, get. It uses the same kernels as sweeps and gives bit-identical results.
 *
 * <p>Names that the model does not have raise {@link IllegalArgumentException}. Not thread-safe.
 */
public final class Neuron {
    private final KernelSpec spec;
    private final Model model;
    private final KernelLayout layout;
    private final LaneKernel kernel;
    private final int inputPlace;
    private final boolean usesTime;
    private double input;
    private double preparedStep = Double.NaN;
    private double preparedInput = Double.NaN;
    private double lastStep = Double.NaN;
    private long steps;

    private Neuron(KernelSpec spec) {
        this.spec = spec;
        this.model = spec.model();
        this.usesTime = model.formulas().stream()
                .anyMatch(definition -> definition.expression().names().contains(Model.TIME));
        var compiled = JavaKernels.fixed().get(spec, 1);
        this.layout = compiled.layout();
        this.kernel = compiled.newKernel();
        this.inputPlace = layout.quantities().get(model.parameters().size()).at(0);
        InitialState initial = InitialState.ofDefaults(model);
        model.variableNames().forEach(variable -> set(variable, initial.of(variable)));
        for (Parameter parameter : model.parameters()) {
            setParameter(parameter.name(), parameter.defaultValue());
        }
    }

    /**
     * Makes a neuron at the model's initial values, with its default parameters.
     *
     * @param name model, precision and integrator, as in {@code HHDoubleRK4}; {@link NeuronName#everyName()} lists them
     */
    public static Neuron create(String name) {
        NeuronName neuron = NeuronName.find(name).orElseThrow(() -> unknown("neuron", name, names()));
        if (neuron.integrator().isAdaptive()) {
            throw new IllegalArgumentException(
                    "a neuron stepped by hand needs an integrator with fixed steps: " + name);
        }
        Model model = ModelCatalog.find(neuron.model()).orElseThrow();
        return of(KernelSpec.heldInput(model, neuron.integrator(), neuron.precision(), Set.of(), Set.of()));
    }

    /** A neuron of any kind whose input is held and whose steps have one length. */
    static Neuron of(KernelSpec spec) {
        return new Neuron(spec);
    }

    private static List<String> names() {
        return NeuronName.everyName().stream().map(NeuronName::toString).toList();
    }

    /** The value of a variable. */
    public double get(String variable) {
        return kernel.get(place(variable));
    }

    /** Sets a variable; in single precision, to the nearest {@code float}. */
    public void set(String variable, double value) {
        kernel.put(place(variable), value);
    }

    /** The value of a parameter. */
    public double getParameter(String parameter) {
        return kernel.get(parameterPlace(parameter));
    }

    /** Sets a parameter; in single precision, to the nearest {@code float}. */
    public void setParameter(String parameter, double value) {
        kernel.put(parameterPlace(parameter), value);
        preparedStep = Double.NaN;
    }

    /**
     * Adds to the input of the next step.
     *
     * @throws IllegalStateException if the model has no input
     */
    public void addSynapticInput(double current) {
        if (!model.hasInput()) {
            throw new IllegalStateException(model.name() + " has no input");
        }
        input += current;
    }

    /**
     * Takes one step of length {@code step} (in the model's unit of time) with the input added since the last one, then clears
     * the input. A neuron that was set to the threshold of its reset or above it is reset first. Steps
     * may differ in length unless the equations use the time, which a kernel counts in steps.
     *
     * @throws IllegalArgumentException if the step is not positive and finite, or another one than before where that is not
     *     possible
     * @throws IllegalStateException if a reset leaves the spike variable at the threshold or beyond it, or its hold is no time
     */
    public void step(double step) {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new IllegalArgumentException("the step must be positive and finite: " + step);
        }
        if (usesTime && steps > 0 && step != lastStep) {
            throw new IllegalArgumentException(
                    "the equations of %s use the time, so all steps have one length: %s, not %s"
                            .formatted(model.name(), lastStep, step));
        }
        kernel.put(inputPlace, input);
        keepHold(step);
        if (isResetDue()) {
            reset(steps * step, step);
            checkReset();
        }
        // The input is a quantity like the parameters, so what depends on it must be computed again.
        if (step != preparedStep || input != preparedInput) {
            checkHold(step);
            kernel.prepare(step);
            preparedStep = step;
            preparedInput = input;
        }
        kernel.advance(steps++, 1);
        input = 0;
        checkReset();
    }

    private boolean isResetDue() {
        return ResetRule.isDue(spec, 0, get(model.spike().variable()));
    }

    private ResetRule rule() {
        Map<String, Double> quantities = new HashMap<>();
        model.parameterNames().forEach(name -> quantities.put(name, getParameter(name)));
        quantities.put(model.input().name(), input);
        return new ResetRule(spec, 0, quantities);
    }

    private void reset(double time, double step) {
        double[] state = model.variableNames().stream().mapToDouble(this::get).toArray();
        ResetRule rule = rule();
        rule.apply(state, time, new double[1]);
        if (model.holds()) {
            kernel.put(layout.cells().get(0).held(), rule.hold() / step);
        }
        for (int v = 0; v < state.length; v++) {
            kernel.put(layout.variables().get(v), state[v]);
        }
    }

    /** A hold is counted in steps, which may have changed. */
    private void keepHold(double step) {
        if (model.holds() && step != lastStep && !Double.isNaN(lastStep)) {
            kernel.put(
                    layout.cells().get(0).held(),
                    kernel.get(layout.cells().get(0).held()) * (lastStep / step));
        }
        lastStep = step;
    }

    private void checkHold(double step) {
        if (model.holds() && !rule().isHoldable(step)) {
            throw new IllegalStateException(
                    "the hold of %s is %s, not a time of 0 or more".formatted(model.name(), rule().hold()));
        }
    }

    private void checkReset() {
        if (isResetDue()) {
            String variable = model.spike().variable();
            throw new IllegalStateException("the reset of %s leaves '%s' at %s, not %s the threshold of %s"
                    .formatted(
                            model.name(),
                            variable,
                            get(variable),
                            model.spike().direction().before(),
                            model.spike().threshold()));
        }
    }

    private int place(String variable) {
        int index = model.indexOf(variable);
        if (index < 0) {
            throw unknown("variable", variable, model.variableNames());
        }
        return layout.variables().get(index);
    }

    private int parameterPlace(String parameter) {
        int index = model.parameterNames().indexOf(parameter);
        if (index < 0) {
            throw unknown("parameter", parameter, model.parameterNames());
        }
        return layout.quantities().get(index).at(0);
    }

    private static IllegalArgumentException unknown(String what, String name, List<String> known) {
        return new IllegalArgumentException("unknown " + what + " '" + name + "'" + new KnownNames(known).hint(name));
    }
}
