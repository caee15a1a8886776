package io.github.spikesweep.job;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.source.Slicing;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.sweep.Constraint;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.cost.Calibration;
import io.github.spikesweep.sweep.cost.RowCost;
import io.github.spikesweep.sweep.cost.RowCost.Certainty;
import io.github.spikesweep.sweep.cost.Workload;
import io.github.spikesweep.sweep.refine.RefinedGrid;
import io.github.spikesweep.sweep.rows.RowCount;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.sweep.rows.SweepRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep would run, found without listing combinations or starting Spark. Only {@link #measured} simulates anything.
 *
 * @param sweep the sweep, and which of its rows are wanted
 * @param where the condition of the command line that chooses among the rows
 * @param count how many rows there are
 * @param cores how many cores this machine has
 */
public record SweepPlan(SweepRows sweep, Optional<String> where, RowCount count, int cores) {
    /**
     * Plans a sweep.
     *
     * @throws io.github.spikesweep.document.InputException if it is not a valid sweep
     */
    public static SweepPlan read(SweepInput input) {
        SweepRows rows = LocalPaths.read(input, Optional.empty());
        return new SweepPlan(
                rows, input.where(), rows.wanted().count(), Runtime.getRuntime().availableProcessors());
    }

    /** What the file says. */
    public SweepDefinition definition() {
        return sweep.definition();
    }

    /** The wanted rows of the table. */
    private RowSet all() {
        return sweep.wanted();
    }

    /** How many rows there are. */
    public long rows() {
        return count.rows();
    }

    /** How many of the combinations are rows, if not all are. */
    public Optional<String> kept() {
        return rows() == definition().space().size() && count.exact()
                ? Optional.empty()
                : Optional.of("%s of them, kept by %s"
                        .formatted((count.exact() ? "" : "about ") + Figures.count(rows()), keeper()));
    }

    private String keeper() {
        String own = definition().constraint().equals(Constraint.NONE) ? "" : "'where'";
        String option = where.isEmpty() ? "" : "--where";
        return own + (own.isEmpty() || option.isEmpty() ? "" : " and ") + option;
    }

    /** How long each row is simulated, in the models' unit of time. */
    public String duration() {
        List<String> units =
                definition().models().stream().map(Model::time).distinct().toList();
        boolean unit = units.size() == 1 && !units.get(0).equals("dimensionless");
        String text = String.join(" or ", units);
        return Figures.number(definition().duration()) + (unit ? " " + text : " (" + text + ")");
    }

    /** What an audit simulates again, if there is one. */
    public Optional<String> audit() {
        return AuditText.plan(definition());
    }

    /** A time with its unit, as {@link #duration()}. */
    public String time(String number) {
        return (number + " " + definition().neurons().timeUnit()).strip();
    }

    /** Which rows are simulated, if not all are, in lines. */
    public List<String> refinement() {
        if (!definition().isRefined()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(RefinementText.plan(definition(), RefinedGrid.of(definition(), all()), count));
        AuditText.planOfFilled(definition()).ifPresent(lines::add);
        return lines;
    }

    /** Warnings about likely mistakes, one line each. */
    public List<String> warnings() {
        return sweep.allWarnings();
    }

    /** Whether the number of steps is known in advance, that is, no integrator is adaptive. */
    public boolean knowsSteps() {
        return definition().integrators().stream().noneMatch(Integrator::isAdaptive);
    }

    /** The cost of the sweep at a typical speed and, with adaptive steps, a typical number of steps. */
    public EstimateText assumed() {
        double seconds = cost() / Slicing.NEURON_STEPS_PER_SECOND;
        return estimate(workload().neuronSteps(), seconds, Certainty.ABOUT, "assumed, not measured");
    }

    /**
     * The cost of the sweep on this machine, measured in a few seconds by simulating some of its rows for part of their
     * duration.
     */
    public EstimateText measured() {
        long start = System.nanoTime();
        Calibration calibration = new Calibration(definition(), all(), (rows() - 1) / tasks() + 1);
        if (!calibration.isPossible()) {
            return assumed();
        }
        RowCost cost = calibration.measure(rows());
        String taken = Figures.duration((System.nanoTime() - start) / 1e9);
        double neuronSteps = knowsSteps()
                ? workload().neuronSteps()
                : rows() * cost.steps() * definition().audit().work();
        String basis = "measured here in " + taken
                + switch (cost.certainty()) {
                    case ABOUT -> "";
                    case AT_MOST -> ", too short to be accurate";
                };
        Certainty certainty = definition().endsWhenSettled() ? Certainty.AT_MOST : cost.certainty();
        return estimate(neuronSteps, rows() * cost.seconds(), certainty, basis);
    }

    private EstimateText estimate(double neuronSteps, double coreSeconds, Certainty certainty, String basis) {
        int tasks = tasks();
        double rounds = Math.ceil((double) tasks / cores);
        return new EstimateText(
                definition(),
                rows(),
                neuronSteps,
                coreSeconds,
                coreSeconds * rounds / tasks,
                Math.min(cores, tasks),
                certainty,
                basis);
    }

    private int tasks() {
        return Slicing.of((rows() - 1) / all().perChain() + 1, cost(), cores).count();
    }

    private double cost() {
        return Workload.cost(definition(), all(), count);
    }

    private Workload workload() {
        return Workload.of(definition(), all(), count);
    }
}
