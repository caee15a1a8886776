package io.github.spikesweep.simulation.single;

import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.KernelSpec;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.java.JavaKernels;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.InitialState;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.Parameter;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.simulation.cut.CutSteps;
import io.github.spikesweep.simulation.cut.SpikeChanges;
import java.util.Arrays;
import java.util.List;

/** A kernel of one lane, stepped by hand, with inputs that hold for one step. Not thread-safe. */
public final class SingleLane {
    private final KernelSpec spec;
    private final Model model;
    private final KernelLayout layout;
    private final LaneKernel kernel;
    private final CutSteps cuts;
    private final double[] divergedAt = {Double.NaN};
    private final SpikeChanges.Rules rules;
    private final boolean usesTime;
    /** By cell. */
    private final double[] inputs;

    /** The value of each of {@link KernelSpec#given()}, not rounded to the kernel's precision. */
    private final double[] given;

    private double[] preparedInputs;
    private double preparedStep = Double.NaN;
    private double lastStep = Double.NaN;
    /** With the inputs and parameters that the kernel is prepared for. */
    private SpikeChanges changes;

    private long steps;

    /** @param spec with inputs that are held, and an integrator with fixed steps */
    public SingleLane(KernelSpec spec) {
        this.spec = spec;
        this.model = spec.model();
        this.usesTime = model.formulas().stream()
                .anyMatch(definition -> definition.expression().names().contains(Model.TIME));
        var compiled = JavaKernels.fixed().get(spec, 1);
        this.layout = compiled.layout();
        this.kernel = compiled.newKernel();
        this.cuts = new CutSteps(spec, kernel, layout, lane -> changes, List.of(), divergedAt);
        this.rules = new SpikeChanges.Rules(spec);
        this.inputs = new double[model.cells().size()];
        this.given = new double[spec.givenCount()];
        this.preparedInputs = inputs.clone();
        InitialState initial = InitialState.ofDefaults(model);
        model.variableNames().forEach(variable -> set(variable, initial.of(variable)));
        for (Parameter parameter : model.parameters()) {
            setParameter(parameter.name(), parameter.defaultValue());
        }
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
        given[model.parameterNames().indexOf(parameter)] = value;
        preparedStep = Double.NaN;
    }

    /**
     * Adds to the input of a cell in the next step.
     *
     * @throws IllegalStateException if it has no input
     */
    public void addInput(String cell, double current) {
        int index = model.cellIndex(cell);
        if (index < 0) {
            throw unknown("cell", cell, model.cells().stream().map(Cell::name).toList());
        }
        if (!model.cells().get(index).hasInput()) {
            throw new IllegalStateException(shown(index) + " has no input");
        }
        inputs[index] += current;
    }

    /**
     * Takes one step of this length; all that was added to inputs is gone after it.
     *
     * @throws IllegalStateException if a reset fails, or what a hold or a threshold follows from has no meaning
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
        for (int cell = 0; cell < inputs.length; cell++) {
            if (model.cells().get(cell).hasInput() || !model.isCircuit()) {
                int input = inputIndex(cell);
                kernel.put(layout.quantities().get(input).at(0), inputs[cell]);
                given[input] = inputs[cell];
            }
        }
        if (Double.isNaN(preparedStep)) {
            followParameters();
        }
        for (int cell = 0; cell < inputs.length; cell++) {
            keepHold(cell, step);
        }
        lastStep = step;
        // Inputs are quantities like the parameters, so what depends on them must be computed again.
        if (step != preparedStep || !Arrays.equals(inputs, preparedInputs)) {
            changes = changes();
            for (int cell = 0; cell < inputs.length; cell++) {
                checkHold(cell, step);
            }
            kernel.prepare(step);
            cuts.prepare(step);
            preparedStep = step;
            preparedInputs = inputs.clone();
        }
        boolean isReset = cuts.start(0, steps * step);
        if (isReset) {
            kernel.advance(steps++, 1, cuts);
        }
        Arrays.fill(inputs, 0);
        if (!isReset || cuts.newlyDiverged() > 0) {
            divergedAt[0] = Double.NaN;
            throw failure();
        }
    }

    /** Sets the thresholds that follow from parameters. */
    private void followParameters() {
        if (!spec.canSpike(given)) {
            throw new IllegalStateException(
                    "the parameters of %s make no threshold, or one that 'rearm' is beyond".formatted(model.name()));
        }
        double[] quantities = spec.complete(given);
        for (int q = given.length; q < quantities.length; q++) {
            kernel.put(layout.quantities().get(q).at(0), quantities[q]);
        }
    }

    private SpikeChanges changes() {
        return new SpikeChanges(spec, spec.complete(given.clone()), rules);
    }

    private int held(int cell) {
        return layout.cells().get(cell).held();
    }

    /** A hold is counted in steps, which may have changed. */
    private void keepHold(int cell, double step) {
        if (held(cell) >= 0 && step != lastStep && !Double.isNaN(lastStep)) {
            kernel.put(held(cell), kernel.get(held(cell)) * (lastStep / step));
        }
    }

    private void checkHold(int cell, double step) {
        if (held(cell) >= 0 && !changes.isHoldable(cell, step)) {
            throw new IllegalStateException(
                    "the hold of %s is %s, not a time of 0 or more".formatted(shown(cell), changes.hold(cell)));
        }
    }

    /** What is wrong after a reset. */
    private IllegalStateException failure() {
        for (int cell = 0; cell < inputs.length; cell++) {
            SpikeCondition spike = changes.spike(cell);
            if (changes.isDue(cell, get(spike.variable()))) {
                return new IllegalStateException("the reset of %s leaves '%s' at %s, not %s the threshold of %s"
                        .formatted(
                                shown(cell),
                                spike.variable(),
                                get(spike.variable()),
                                spike.direction().before(),
                                spike.threshold()));
            }
        }
        return new IllegalStateException(
                "a spike of %s leaves a variable without a finite value, outside its range, or with too many spikes in a step"
                        .formatted(model.name()));
    }

    private String shown(int cell) {
        return model.isCircuit() ? "cell " + model.cells().get(cell).name() + " of " + model.name() : model.name();
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

    private int inputIndex(int cell) {
        return spec.given().indexOf(model.cells().get(cell).input().name());
    }

    private static IllegalArgumentException unknown(String what, String name, List<String> known) {
        return new IllegalArgumentException("unknown " + what + " '" + name + "'" + new KnownNames(known).hint(name));
    }
}
