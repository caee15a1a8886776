package io.github.spikesweep.model;

import io.github.spikesweep.equation.Expression;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A neuron model: its variables, parameters and equations. Immutable plain data, which can be sent between machines.
 *
 * @param name its name, as in {@code HHDoubleRK4}
 * @param title what it is, in one line
 * @param source where it was published
 * @param time the unit of time, such as {@code ms}
 * @param variables the state, in the order of the file
 * @param parameters in the order of the file
 * @param input the synaptic input; {@link Input#NONE} without one
 * @param let auxiliary quantities; each uses only variables, parameters, the input, {@code t} and those before it
 * @param dynamics what the equations give
 * @param equations of every variable, in their order: its time derivative, or in a map its next value
 * @param reset what is assigned to variables, all at once, at the end of a step in which the spike variable is not below the
 *     threshold, and at time 0 if it starts there; may be empty. In a model with a reset the spike variable is otherwise below the threshold
 * @param hold the time after a reset for which the spike variable stays where it was put while the others go on, over the parameters
 *     and the auxiliary quantities that depend on them alone; {@link #NO_HOLD} if it does not stay
 * @param spike what counts as a spike
 * @param longestStep the longest step with which RK4 still gives the right spikes, in the model's unit of time; infinite if not
 *     stated
 */
public record Model(
        String name,
        String title,
        String source,
        String time,
        List<Variable> variables,
        List<Parameter> parameters,
        Input input,
        List<Definition> let,
        Dynamics dynamics,
        List<Definition> equations,
        List<Definition> reset,
        Definition hold,
        SpikeCondition spike,
        double longestStep)
        implements Serializable {

    /** The name of the time in every expression that may depend on it. */
    public static final String TIME = "t";

    /** The spike variable goes on at once after a reset. */
    public static final Definition NO_HOLD = new Definition("hold", "0", new Expression.Literal(0));

    public Model {
        if (!(longestStep > 0)) {
            throw new IllegalArgumentException("the longest step must be positive: " + longestStep);
        }
        variables = List.copyOf(variables);
        parameters = List.copyOf(parameters);
        let = List.copyOf(let);
        equations = List.copyOf(equations);
        reset = List.copyOf(reset);
    }

    /** The same model with another spike condition. */
    public Model withSpike(SpikeCondition other) {
        return new Model(
                name,
                title,
                source,
                time,
                variables,
                parameters,
                input,
                let,
                dynamics,
                equations,
                reset,
                hold,
                other,
                longestStep);
    }

    /** The same model with other formulas. */
    public Model withFormulas(List<Definition> otherLet, List<Definition> otherEquations, List<Definition> otherReset) {
        return new Model(
                name,
                title,
                source,
                time,
                variables,
                parameters,
                input,
                otherLet,
                dynamics,
                otherEquations,
                otherReset,
                hold,
                spike,
                longestStep);
    }

    /** Whether the equations have an input. */
    public boolean hasInput() {
        return !input.equals(Input.NONE);
    }

    /** Whether the spike variable may be held after a reset. */
    public boolean holds() {
        return !hold.expression().equals(NO_HOLD.expression());
    }

    /** Whether the spike variable can be held for a time. */
    public static boolean isHold(double time) {
        return time >= 0 && !Double.isInfinite(time);
    }

    public boolean isMap() {
        return dynamics == Dynamics.MAP;
    }

    public Optional<Variable> variable(String wanted) {
        return variables.stream().filter(v -> v.name().equals(wanted)).findFirst();
    }

    public Optional<Parameter> parameter(String wanted) {
        return parameters.stream().filter(p -> p.name().equals(wanted)).findFirst();
    }

    public List<String> variableNames() {
        return variables.stream().map(Variable::name).toList();
    }

    /** The index of a variable; -1 if there is none of that name. */
    public int indexOf(String variable) {
        return IntStream.range(0, variables.size())
                .filter(i -> variables.get(i).name().equals(variable))
                .findFirst()
                .orElse(-1);
    }

    public List<String> parameterNames() {
        return parameters.stream().map(Parameter::name).toList();
    }
}
