package io.github.spikesweep.job;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.source.Slicing;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepMethod;
import io.github.spikesweep.sweep.Workload;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep would run. Found by arithmetic: nothing is simulated, no combination is listed, Spark is not started.
 *
 * @param cores how many cores this machine has
 */
public record SweepPlan(SweepDefinition definition, long rows, double neuronSteps, int cores) {
    /** What one core does in a second, about, where rows choose their own steps: Hodgkin–Huxley by DormandPrince. */
    private static final double ADAPTIVE_STEPS_PER_SECOND = 4e6;

    /**
     * Plans a sweep.
     *
     * @param overrides texts {@code KEY=VALUE} that replace what the file says
     * @throws io.github.spikesweep.document.InputException if it is not a valid sweep
     */
    public static SweepPlan read(String sweep, List<String> overrides) {
        SweepDefinition definition = LocalPaths.contain(sweep)
                ? SweepFiles.read(sweep, overrides)
                : SweepFiles.read(sweep, overrides, Session.fileSystems(Session.settings(Optional.empty())));
        Workload work = Workload.of(definition, Selection.all(definition.space()));
        return new SweepPlan(
                definition,
                work.rows(),
                work.neuronSteps(),
                Runtime.getRuntime().availableProcessors());
    }

    /** How long each row is simulated, in the models' unit of time. */
    public String duration() {
        List<String> units =
                definition.models().stream().map(Model::time).distinct().toList();
        boolean unit = units.size() == 1 && !units.get(0).equals("dimensionless");
        String text = String.join(" or ", units);
        return Figures.number(definition.duration()) + (unit ? " " + text : " (" + text + ")");
    }

    /** The steps of a row, or their mean where the rows differ in them; an estimate where rows choose their own. */
    public String stepsPerRow() {
        if (definition.hasEqualSteps()) {
            return Figures.count(definition.steps(0));
        }
        double audited = 1 + 2 * new SweepMethod(definition).auditedFraction();
        return about() + Figures.count(neuronSteps / rows / audited) + " on average";
    }

    /** The steps of all rows together, those of an audit included. */
    public String allSteps() {
        return (definition.isAudited() ? "about " : about()) + Figures.count(neuronSteps);
    }

    private String about() {
        return definition.integrators().stream().anyMatch(Integrator::isAdaptive) ? "about " : "";
    }

    /** What is simulated again, if anything is. */
    public Optional<String> audit() {
        return AuditText.plan(definition);
    }

    /** A time with its unit, as {@link #duration()}. */
    public String time(String number) {
        return (number + " " + new SweepMethod(definition).timeUnit()).strip();
    }

    /** How long it may take here, and under which assumption. */
    public String estimate() {
        boolean adaptive = definition.integrators().stream().allMatch(Integrator::isAdaptive);
        double speed = adaptive ? ADAPTIVE_STEPS_PER_SECOND : Slicing.NEURON_STEPS_PER_SECOND;
        double seconds = neuronSteps / (speed * cores);
        return "%s on %d cores, at %s on each".formatted(Figures.duration(seconds), cores, Figures.rate(speed));
    }
}
