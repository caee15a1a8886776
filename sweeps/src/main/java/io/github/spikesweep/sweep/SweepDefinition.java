package io.github.spikesweep.sweep;

import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.space.ParameterSpace;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a sweep file says, checked and resolved. Immutable plain data; travels between machines by content. */
public final class SweepDefinition implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String description;
    private final ParameterSpace space;
    private final Constraint constraint;
    private final Neurons neurons;
    private final Timing timing;
    private final Settings settings;
    private final List<Output> outputs;
    private final Audit audit;

    SweepDefinition(
            String name,
            String description,
            ParameterSpace space,
            Constraint constraint,
            Neurons neurons,
            Timing timing,
            Settings settings,
            List<Output> outputs,
            Audit audit) {
        this.name = name;
        this.description = description;
        this.space = space;
        this.constraint = constraint;
        this.neurons = neurons;
        this.timing = timing;
        this.settings = settings;
        this.outputs = List.copyOf(outputs);
        this.audit = audit;
    }

    public String name() {
        return name;
    }

    /** What the sweep is for, or empty. */
    public String description() {
        return description;
    }

    public ParameterSpace space() {
        return space;
    }

    /** All columns of the table in order: {@code id}, the axes, the features, {@code diverged_at_ms}, {@code status}. */
    public List<Column> columns() {
        return outputs.stream().map(Output::column).toList();
    }

    /** The models of the rows; more than one where {@code model} is an axis, in its order. */
    public List<Model> models() {
        return neurons.models();
    }

    /** The precisions of the rows; more than one where {@code precision} is an axis, in its order. */
    public List<Precision> precisions() {
        return neurons.precision().options();
    }

    /** The integrators of the rows that are no maps; more than one where {@code integrator} is an axis, in its order. */
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

    /** How many integration steps row {@code id} takes; an estimate where the integrator chooses its own. */
    public long steps(long id) {
        Point point = new Point(space, id);
        return StepCount.expected(timing.protocol(point.integrator(neurons), point));
    }

    /** Whether all rows take equally many steps, as is known before they are simulated. */
    public boolean hasEqualSteps() {
        int kinds = (neurons.anyMap() ? 1 : 0) + (neurons.differential(false).isEmpty() ? 0 : 1);
        boolean sameLength = kinds == 1 || timing.step().equals(new Expression.Literal(Timing.MAP_STEP));
        return neurons.differential(true).isEmpty() && timing.step() instanceof Expression.Literal && sameLength;
    }

    /** Whether some rows are simulated again in finer steps. */
    public boolean isAudited() {
        return !audit.equals(Audit.NONE);
    }

    /** The SHA-256, in hexadecimal, of {@link #canonicalText()}: equal definitions have equal tables. */
    public String hash() {
        return Sha256.of(canonicalText().getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that determines the values of the table, as text that is the same on every machine. */
    public String canonicalText() {
        return CanonicalText.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SweepDefinition definition && parts().equals(definition.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    private List<Object> parts() {
        return List.of(name, description, space, constraint, neurons, timing, settings, outputs, audit);
    }

    Constraint constraint() {
        return constraint;
    }

    Neurons neurons() {
        return neurons;
    }

    Timing timing() {
        return timing;
    }

    Settings settings() {
        return settings;
    }

    Audit audit() {
        return audit;
    }

    List<Output> outputs() {
        return outputs;
    }
}
