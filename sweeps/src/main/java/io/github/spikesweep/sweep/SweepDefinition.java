package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.simulation.Protocol;
import io.github.spikesweep.simulation.spike.RegimeRule;
import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.neuron.Neurons;
import io.github.spikesweep.sweep.neuron.Point;
import io.github.spikesweep.sweep.neuron.Settings;
import io.github.spikesweep.sweep.neuron.Timing;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a sweep file says, checked and resolved. Immutable plain data, which can be sent between machines.
 *
 * @param description what the sweep is for, or empty
 * @param constraint which rows there are
 * @param settings what the rows set in their neurons
 * @param find what every row looks for
 * @param chains which rows start from the end states of others
 * @param outputs all columns of the table in order, and the source of their values
 * @param audit which rows are simulated again with finer steps
 * @param refinement which rows are simulated at all, if not all are
 */
public record SweepDefinition(
        String name,
        String description,
        ParameterSpace space,
        Constraint constraint,
        Neurons neurons,
        Timing timing,
        Settings settings,
        Find find,
        Chains chains,
        List<Output> outputs,
        Audit audit,
        Refinement refinement)
        implements Serializable {
    public SweepDefinition {
        outputs = List.copyOf(outputs);
    }

    /** The same over another space, which must have the same axes. */
    public SweepDefinition with(ParameterSpace other) {
        return new SweepDefinition(
                name,
                description,
                other,
                constraint,
                neurons,
                timing,
                settings,
                find,
                chains,
                outputs,
                audit,
                refinement);
    }

    /** All columns of the table in order: {@code id}, the axes, what is found, the features, {@code diverged_at_ms}, {@code status}. */
    public List<Column> columns() {
        return outputs.stream().map(Output::column).toList();
    }

    /** The name of the axis along which a column has its values: {@code a.gna} for {@code a_gna}; of another column, its own name. */
    public String axisOf(String column) {
        return outputs.stream()
                .filter(output -> output instanceof Output.Coordinate
                        && output.column().name().equals(column))
                .map(output ->
                        space.axes().get(((Output.Coordinate) output).axis()).name())
                .findFirst()
                .orElse(column);
    }

    /** The name of the column with the values along an axis. */
    public String columnOf(int axis) {
        return outputs.stream()
                .filter(output -> output instanceof Output.Coordinate along && along.axis() == axis)
                .map(output -> output.column().name())
                .findFirst()
                .orElseThrow();
    }

    /** The models of the rows; more than one if {@code model} is an axis, in its order. */
    public List<Model> models() {
        return neurons.models();
    }

    /** The precisions of the rows; more than one if {@code precision} is an axis, in its order. */
    public List<Precision> precisions() {
        return neurons.precision().options();
    }

    /** The integrators of rows that are not maps; more than one if {@code integrator} is an axis, in its order. */
    public List<Integrator> integrators() {
        return neurons.integrator().options();
    }

    /** How long each row is simulated, in the models' unit of time. */
    public double duration() {
        return timing.duration();
    }

    /** The leading time in which nothing is measured, in the models' unit of time. */
    public double transientTime() {
        return timing.transientTime();
    }

    /** How many integration steps a simulation of row {@code id} takes; an estimate if the integrator is adaptive. */
    public long steps(long id) {
        return StepCount.expected(protocol(new Point(space, id)));
    }

    /** How the row at {@code point} is stepped through time. */
    public Protocol protocol(Point point) {
        return timing.protocol(point.integrator(neurons), point);
    }

    /** Whether it is known in advance that all rows take equally many steps. */
    public boolean hasEqualSteps() {
        int kinds = (neurons.anyMap() ? 1 : 0) + (neurons.differential(false).isEmpty() ? 0 : 1);
        boolean sameLength = kinds == 1 || timing.step().equals(new Expression.Literal(Timing.MAP_STEP));
        return neurons.differential(true).isEmpty() && timing.step() instanceof Expression.Literal && sameLength;
    }

    /** How many times the steps of a simulation a row takes, at most or with an audit on average. */
    public double work() {
        return find.mostTrials() * audit.work();
    }

    /** Whether a column is the largest Lyapunov exponent, or what is looked for follows from it. */
    public boolean hasGrowth() {
        return measured().anyMatch(Output.OfGrowth.class::isInstance);
    }

    private Stream<Output> measured() {
        return Stream.concat(
                outputs.stream(), find.all().stream().flatMap(each -> each.condition().figures().stream()));
    }

    /** How regimes are told apart, if a column or what is looked for follows from that. */
    public Optional<RegimeRule> regimeRule() {
        return measured()
                .filter(Output.Ruled.class::isInstance)
                .map(output -> ((Output.Ruled) output).rule())
                .findFirst();
    }

    /** Whether rows end as soon as they have settled. */
    public boolean endsWhenSettled() {
        return Settled.ends(outputs);
    }

    /** Whether some rows are simulated again with finer steps. */
    public boolean isAudited() {
        return !audit.equals(Audit.NONE);
    }

    /** Whether rows are simulated in rounds, and only where classes meet. */
    public boolean isRefined() {
        return refinement.isPresent();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
