package io.github.spikesweep.simulation;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A kernel of one lane, stepped by hand, with inputs that hold for one step. */
final class SingleLane {
    private final KernelSpec spec;
    private final Model model;
    private final KernelLayout layout;
    private final LaneKernel kernel;
    private final boolean usesTime;
    /** By cell. */
    private final double[] inputs;

    private double[] preparedInputs;
    private double preparedStep = Double.NaN;
    private double lastStep = Double.NaN;
    private long steps;

    /** @param spec with inputs that are held, and an integrator with fixed steps */
    SingleLane(KernelSpec spec) {
        this.spec = spec;
        this.model = spec.model();
        this.usesTime = model.formulas().stream()
                .anyMatch(definition -> definition.expression().names().contains(Model.TIME));
        var compiled = JavaKernels.fixed().get(spec, 1);
        this.layout = compiled.layout();
        this.kernel = compiled.newKernel();
        this.inputs = new double[model.cells().size()];
        this.preparedInputs = inputs.clone();
        InitialState initial = InitialState.ofDefaults(model);
        model.variableNames().forEach(variable -> set(variable, initial.of(variable)));
        for (Parameter parameter : model.parameters()) {
            setParameter(parameter.name(), parameter.defaultValue());
        }
    }

    double get(String variable) {
        return kernel.get(place(variable));
    }

    void set(String variable, double value) {
        kernel.put(place(variable), value);
    }

    double getParameter(String parameter) {
        return kernel.get(parameterPlace(parameter));
    }

    void setParameter(String parameter, double value) {
        kernel.put(parameterPlace(parameter), value);
        preparedStep = Double.NaN;
    }

    /**
     * Adds to the input of a cell in the next step.
     *
     * @throws IllegalStateException if it has no input
     */
    void addInput(String cell, double current) {
        int index = model.cellIndex(cell);
        if (index < 0) {
            throw unknown("cell", cell, model.cells().stream().map(Cell::name).toList());
        }
        if (!model.cells().get(index).hasInput()) {
            throw new IllegalStateException(shown(index) + " has no input");
        }
        inputs[index] += current;
    }

    void step(double step) {
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
                kernel.put(inputPlace(cell), inputs[cell]);
            }
        }
        if (Double.isNaN(preparedStep)) {
            followParameters();
        }
        double[] before = model.variableNames().stream().mapToDouble(this::get).toArray();
        for (int cell = 0; cell < inputs.length; cell++) {
            keepHold(cell, step);
            if (isResetDue(cell)) {
                reset(cell, before, steps * step, step);
                checkReset(cell);
            }
        }
        lastStep = step;
        // Inputs are quantities like the parameters, so what depends on them must be computed again.
        if (step != preparedStep || !Arrays.equals(inputs, preparedInputs)) {
            for (int cell = 0; cell < inputs.length; cell++) {
                checkHold(cell, step);
            }
            kernel.prepare(step);
            preparedStep = step;
            preparedInputs = inputs.clone();
        }
        kernel.advance(steps++, 1);
        Arrays.fill(inputs, 0);
        for (int cell = 0; cell < inputs.length; cell++) {
            checkReset(cell);
        }
    }

    /** Sets the thresholds that follow from parameters. */
    private void followParameters() {
        double[] given = IntStream.range(0, spec.given().size())
                .mapToDouble(q -> kernel.get(layout.quantities().get(q).at(0)))
                .toArray();
        if (!spec.canSpike(given)) {
            throw new IllegalStateException(
                    "the parameters of %s make no threshold, or one that 'rearm' is beyond".formatted(model.name()));
        }
        double[] quantities = spec.complete(given);
        for (int q = given.length; q < quantities.length; q++) {
            kernel.put(layout.quantities().get(q).at(0), quantities[q]);
        }
    }

    private boolean isResetDue(int cell) {
        return model.cells().get(cell).resets()
                && spike(cell).isReached(kernel.get(layout.variables().get(spec.spikeVariable(cell))));
    }

    private SpikeCondition spike(int cell) {
        return spec.spike(cell, this::getParameter);
    }

    private ResetRule rule(int cell) {
        Map<String, Double> quantities = new HashMap<>();
        model.parameterNames().forEach(name -> quantities.put(name, getParameter(name)));
        for (int of = 0; of < inputs.length; of++) {
            quantities.put(model.cells().get(of).input().name(), inputs[of]);
        }
        return new ResetRule(spec, cell, quantities);
    }

    /** @param before the state before all resets at this time */
    private void reset(int cell, double[] before, double time, double step) {
        double[] state = model.variableNames().stream().mapToDouble(this::get).toArray();
        ResetRule rule = rule(cell);
        rule.apply(before, state, time, new double[inputs.length]);
        if (held(cell) >= 0) {
            kernel.put(held(cell), rule.hold() / step);
        }
        for (int v = 0; v < state.length; v++) {
            kernel.put(layout.variables().get(v), state[v]);
        }
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
        if (held(cell) >= 0 && !rule(cell).isHoldable(step)) {
            throw new IllegalStateException("the hold of %s is %s, not a time of 0 or more"
                    .formatted(shown(cell), rule(cell).hold()));
        }
    }

    private void checkReset(int cell) {
        if (isResetDue(cell)) {
            SpikeCondition spike = spike(cell);
            throw new IllegalStateException("the reset of %s leaves '%s' at %s, not %s the threshold of %s"
                    .formatted(
                            shown(cell),
                            spike.variable(),
                            get(spike.variable()),
                            spike.direction().before(),
                            spike.threshold()));
        }
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

    private int inputPlace(int cell) {
        int index = spec.quantities().indexOf(model.cells().get(cell).input().name());
        return layout.quantities().get(index).at(0);
    }

    private static IllegalArgumentException unknown(String what, String name, List<String> known) {
        return new IllegalArgumentException("unknown " + what + " '" + name + "'" + new KnownNames(known).hint(name));
    }
}
