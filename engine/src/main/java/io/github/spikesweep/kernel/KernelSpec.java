package io.github.spikesweep.kernel;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Cell;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.model.SpikeCondition;
import io.github.spikesweep.model.SpikeDirection;
import io.github.spikesweep.model.SpikeLevels;
import io.github.spikesweep.model.Tangent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a kernel computes. Equal specs give equal results, bit for bit, whatever the number of lanes.
 *
 * <p>The <em>quantities</em> of a spec are the numbers that stay the same during a simulation: the model's parameters in
 * their order, then what the input needs (see {@link #quantities()}).
 *
 * @param model the equations
 * @param integrator the method
 * @param precision the arithmetic
 * @param inputs the input of each cell as an expression over {@code t} and {@code inputNames}; the single name of the cell's input where
 *     it is held constant
 * @param inputNames the names in {@code inputs} other than {@code t}
 * @param noise the random current that is added to the input of each cell that has one
 * @param varying the quantities that differ between lanes; the others have one value for all
 * @param recorded indices of the variables whose minimum and maximum are recorded, besides the spike variables'
 */
public record KernelSpec(
        Model model,
        Integrator integrator,
        Precision precision,
        List<Expression> inputs,
        List<String> inputNames,
        Noise noise,
        Set<String> varying,
        Set<Integer> recorded)
        implements Serializable {

    public KernelSpec {
        inputs = List.copyOf(inputs);
        if (inputs.size() != model.cells().size()) {
            throw new IllegalArgumentException("one input per cell");
        }
        inputNames = List.copyOf(inputNames);
        varying = withThresholds(model, varying);
        recorded = Set.copyOf(recorded);
    }

    /** A threshold that follows from parameters differs between lanes if they do. */
    private static Set<String> withThresholds(Model model, Set<String> varying) {
        Set<String> all = new HashSet<>(varying);
        for (Cell cell : model.cells()) {
            if (!Collections.disjoint(cell.levels().threshold().expression().names(), varying)) {
                all.add(ofFormula(cell));
            }
        }
        return Set.copyOf(all);
    }

    /** That of a neuron with {@code input}. */
    public KernelSpec(
            Model model,
            Integrator integrator,
            Precision precision,
            Expression input,
            List<String> inputNames,
            Noise noise,
            Set<String> varying,
            Set<Integer> recorded) {
        this(model, integrator, precision, List.of(input), inputNames, noise, varying, recorded);
    }

    /** A spec whose inputs are held constant, given as the quantities named as the inputs of the model. */
    public static KernelSpec heldInput(
            Model model, Integrator integrator, Precision precision, Set<String> varying, Set<Integer> recorded) {
        List<String> names =
                model.cells().stream().map(cell -> cell.input().name()).toList();
        return new KernelSpec(
                model,
                integrator,
                precision,
                names.stream().<Expression>map(Expression.Name::new).toList(),
                names.stream().distinct().toList(),
                Noise.NONE,
                varying,
                recorded);
    }

    /** The names of the quantities: those that are {@link #given()}, then thresholds that follow from parameters by a formula. */
    public List<String> quantities() {
        List<String> names = new ArrayList<>(given());
        for (int cell = 0; cell < model.cells().size(); cell++) {
            if (hasFormula(cell)) {
                names.add(ofFormula(model.cells().get(cell)));
            }
        }
        return names;
    }

    /** The names of the quantities that a trial is given: the parameters, then {@link #inputNames()}, then those of the noise. */
    public List<String> given() {
        List<String> names = new ArrayList<>(model.parameterNames());
        names.addAll(inputNames);
        names.addAll(noise.quantities());
        return names;
    }

    /** How many quantities a trial is given. */
    public int givenCount() {
        return model.parameters().size()
                + inputNames.size()
                + noise.quantities().size();
    }

    /** How many quantities there are. */
    public int quantityCount() {
        int count = givenCount();
        for (int cell = 0; cell < model.cells().size(); cell++) {
            count += hasFormula(cell) ? 1 : 0;
        }
        return count;
    }

    /** The value of each of {@link #quantities()}, by those of each that is given; the same array, if these are all. */
    public double[] complete(double[] given) {
        int count = quantityCount();
        if (count == given.length) {
            return given;
        }
        double[] values = Arrays.copyOf(given, count);
        int next = given.length;
        for (int cell = 0; next < values.length; cell++) {
            if (hasFormula(cell)) {
                values[next++] =
                        model.cells().get(cell).spike(parameters(given)).threshold();
            }
        }
        return values;
    }

    /** Whether all cells have a spike condition with what is given. */
    public boolean canSpike(double[] given) {
        for (int i = 0; i < model.cells().size(); i++) { // asked of each row: no iterator
            Cell cell = model.cells().get(i);
            if (cell.levels().followParameters() && !cell.canSpike(parameters(given))) {
                return false;
            }
        }
        return true;
    }

    private Function<String, Double> parameters(double[] given) {
        List<String> names = model.parameterNames();
        return name -> given[names.indexOf(name)];
    }

    /** The quantity that is the threshold of a cell; empty if that is a number. */
    public Optional<String> threshold(int cell) {
        Cell of = model.cells().get(cell);
        if (!of.levels().thresholdFollows()) {
            return Optional.empty();
        }
        return Optional.of(
                of.levels().threshold().expression() instanceof Expression.Name parameter
                        ? parameter.name()
                        : ofFormula(of));
    }

    private boolean hasFormula(int cell) {
        SpikeLevels levels = model.cells().get(cell).levels();
        return levels.thresholdFollows() && !(levels.threshold().expression() instanceof Expression.Name);
    }

    /** No name of a model begins with a dot. */
    private static String ofFormula(Cell cell) {
        return ".threshold " + cell.name();
    }

    /**
     * What counts as a spike of a cell, as it is told by numbers of the spec's precision. A cell whose spikes change something does so at the number
     * nearest to its threshold, as does one whose threshold is a quantity.
     *
     * @param parameters the value of each parameter
     */
    public SpikeCondition spike(int cell, Function<String, Double> parameters) {
        SpikeCondition spike = model.cells().get(cell).spike(parameters);
        return model.fires(cell) || threshold(cell).isPresent()
                ? spike.at(precision.nearest(spike.threshold()))
                : spike;
    }

    /** Which way the spikes of a cell point. */
    public SpikeDirection direction(int cell) {
        return model.cells().get(cell).spike().direction();
    }

    /** How many variables the model has by itself; those of its {@link Tangent} vector come after them, if it has one. */
    public int ownVariables() {
        int own = model.variables().size();
        while (own > 0 && Tangent.isOf(model.variables().get(own - 1).name())) {
            own--;
        }
        return own;
    }

    /** The index of the variable by which a cell spikes. */
    public int spikeVariable(int cell) {
        return model.indexOf(model.cells().get(cell).spike().variable());
    }

    /** The same of a neuron. */
    public int spikeVariable() {
        model.neuron();
        return spikeVariable(0);
    }

    /** Whether some cell spikes by a variable. */
    public boolean isSpikeVariable(int variable) {
        return IntStream.range(0, model.cells().size()).anyMatch(cell -> spikeVariable(cell) == variable);
    }

    /**
     * Whether steps are summed with compensation (Kahan 1965, Commun. ACM 8:40): in single precision, short steps move a slow
     * variable by less than it is rounded to.
     */
    public boolean compensates() {
        return precision == Precision.FLOAT && !model.isMap();
    }

    /** Whether the extremes of a state are wanted. */
    public boolean isMeasured(int state) {
        return recorded.contains(state) || isSpikeVariable(state);
    }

    /** Whether the extremes of a state are recorded: if that is asked for, if it spikes, and if its equations hold in a bounded range only. */
    public boolean isRecorded(int state) {
        return isMeasured(state)
                || (state < model.variables().size()
                        && model.variables().get(state).range().isBounded());
    }

    /** Whether there is noise in the input of a cell. */
    public boolean isNoisy(int cell) {
        return noise != Noise.NONE && model.cells().get(cell).hasInput();
    }
}
