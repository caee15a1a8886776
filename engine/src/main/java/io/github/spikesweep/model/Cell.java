package io.github.spikesweep.model;

import io.github.spikesweep.equation.Expression;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * A cell of a model: what drives it, and what it does when it spikes. The names in it are those of the model.
 *
 * @param name its name in a circuit; empty in a neuron
 * @param input the synaptic input; {@link Input#NONE} without one
 * @param spike what counts as a spike, with the defaults of the parameters
 * @param levels the levels of the spike, which parameters may set
 * @param reset what is assigned to the cell's variables, all at once, when the spike variable reaches the
 *     threshold, and at time 0 if it starts there; may be empty. In a cell with a reset the spike variable is otherwise below the threshold
 * @param hold the time after a reset for which the spike variable stays where it was put while the others go on, over the parameters
 *     and the auxiliary quantities that depend on them alone; {@link #NO_HOLD} if it does not stay
 */
public record Cell(
        String name, Input input, SpikeCondition spike, SpikeLevels levels, List<Definition> reset, Definition hold)
        implements Serializable {
    /** The key of an input in files. */
    private static final String INPUT = "input";

    /** The spike variable goes on at once after a reset. */
    public static final Definition NO_HOLD = new Definition("hold", "0", new Expression.Literal(0));

    public Cell {
        reset = List.copyOf(reset);
    }

    /** The same with another spike condition, whose levels are numbers. */
    public Cell withSpike(SpikeCondition other) {
        return withSpike(other, SpikeLevels.of(other));
    }

    /** The same with another spike condition. */
    public Cell withSpike(SpikeCondition other, SpikeLevels otherLevels) {
        return new Cell(name, input, other, otherLevels, reset, hold);
    }

    /** The same with other formulas. */
    public Cell withReset(List<Definition> otherReset) {
        return new Cell(name, input, spike, levels, otherReset, hold);
    }

    /** Whether it has an input. */
    public boolean hasInput() {
        return !input.equals(Input.NONE);
    }

    /** Whether it resets. */
    public boolean resets() {
        return !reset.isEmpty();
    }

    /** Whether the parameters make a spike condition, see {@link #spike(Function)}. */
    public boolean canSpike(Function<String, Double> parameters) {
        return levels.areSound(spike.direction(), parameters);
    }

    /** What counts as a spike where the parameters have these values. */
    public SpikeCondition spike(Function<String, Double> parameters) {
        return levels.followParameters() ? levels.in(spike, parameters) : spike;
    }

    /** Whether the spike variable may be held after a reset. */
    public boolean holds() {
        return !hold.expression().equals(NO_HOLD.expression());
    }

    /** What its input is called in a sweep: {@code input}, or {@code a.input} for the cell {@code a}. */
    public String inputKey() {
        return inputKey(name);
    }

    /** What the input of a cell is called in a sweep. */
    public static String inputKey(String cell) {
        return cell.isEmpty() ? INPUT : cell + "." + INPUT;
    }
}
