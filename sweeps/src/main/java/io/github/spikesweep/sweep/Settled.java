package io.github.spikesweep.sweep;

import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.output.Output;
import io.github.spikesweep.sweep.output.VariableFeature;
import io.github.spikesweep.sweep.output.VoltageFeature;
import java.util.List;
import java.util.Set;

/** What is known of rows that end as soon as they have settled. */
public final class Settled {
    /** The column that says when. */
    public static final String COLUMN = "settled_at_ms";

    private Settled() {}

    /** That column. */
    public static Output output() {
        return new Output.SettledAt(new Column(
                COLUMN,
                Column.Type.DOUBLE,
                Column.Role.FEATURE,
                "ms",
                "time at which the row had settled, and ended; null if it went on to the end"));
    }

    /** Whether a feature of the whole duration can follow from what comes before that. */
    public static boolean tells(Output output) {
        if (output instanceof Output.OfVoltage of) {
            return Set.of(VoltageFeature.MINIMUM_VOLTAGE, VoltageFeature.MAXIMUM_VOLTAGE)
                    .contains(of.feature());
        }
        if (output instanceof Output.OfVariable of) {
            return of.feature() != VariableFeature.FINAL;
        }
        return !(output instanceof Output.Trace || output instanceof Output.OfGrowth);
    }

    /** Whether rows with these columns end as soon as they have settled. */
    static boolean ends(List<Output> outputs) {
        return outputs.stream().anyMatch(Output.SettledAt.class::isInstance);
    }
}
