package io.github.spikesweep.simulation;

import io.github.spikesweep.equation.Evaluator;
import io.github.spikesweep.equation.Expression;
import io.github.spikesweep.equation.Function;
import io.github.spikesweep.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The times at which the pulses and ramps of one row begin and end: a step must not straddle them. */
final class Edges {
    /** When something happens: at onset and at the end, again every period; once where the period is infinite. */
    private record Pulse(double onset, double end, double period) {
        double next(double time) {
            double latest = onset;
            if (time >= onset && period < Double.POSITIVE_INFINITY) {
                latest += Math.floor((time - onset) / period) * period;
            }
            double next = Double.POSITIVE_INFINITY;
            // By rounding, the latest onset may be that before the latest.
            for (double start : new double[] {latest, latest + period, latest + 2 * period}) {
                for (double edge : new double[] {start, start + (end - onset)}) {
                    next = edge > time ? Math.min(next, edge) : next;
                }
            }
            return next;
        }
    }

    private final List<Pulse> pulses = new ArrayList<>();
    private final Map<String, Double> quantities;

    Edges(Trial trial) {
        this.quantities = trial.quantitiesByName();
        collect(trial.kernel().input());
        Model model = trial.kernel().model();
        model.let().forEach(let -> collect(let.expression()));
        model.equations().forEach(equation -> collect(equation.expression()));
    }

    /** The first edge after {@code time}; infinite if there is none. */
    double next(double time) {
        double next = Double.POSITIVE_INFINITY;
        for (Pulse pulse : pulses) {
            next = Math.min(next, pulse.next(time));
        }
        return next;
    }

    private void collect(Expression expression) {
        if (expression instanceof Expression.Negation negation) {
            collect(negation.operand());
        } else if (expression instanceof Expression.Operation operation) {
            collect(operation.left());
            collect(operation.right());
        } else if (expression instanceof Expression.Call call) {
            call.arguments().forEach(this::collect);
            List<Expression> shape =
                    call.arguments().subList(1, call.arguments().size());
            boolean ofTime = call.arguments().get(0) instanceof Expression.Name name
                    && name.name().equals(Model.TIME);
            boolean known = shape.stream().allMatch(x -> quantities.keySet().containsAll(x.names()));
            if (ofTime && known) {
                add(call.function(), shape);
            }
        }
    }

    private void add(Function function, List<Expression> shape) {
        double[] x = shape.stream()
                .mapToDouble(e -> Evaluator.evaluate(e, quantities::get))
                .toArray();
        if (function == Function.PULSE) {
            pulses.add(new Pulse(x[0], x[0] + Math.max(x[1], 0), Double.POSITIVE_INFINITY));
        } else if (function == Function.PULSES && x[2] > 0) {
            pulses.add(new Pulse(x[0], x[0] + Math.min(Math.max(x[1], 0), x[2]), x[2]));
        } else if (function == Function.RAMP) {
            pulses.add(new Pulse(Math.min(x[0], x[1]), Math.max(x[0], x[1]), Double.POSITIVE_INFINITY));
        }
    }
}
