package io.github.spikesweep.job;

import io.github.spikesweep.model.Model;
import io.github.spikesweep.source.Slicing;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.space.Selection;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.Workload;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;

/**
 * What a sweep would run. Found by arithmetic: nothing is simulated, no combination is listed, Spark is not started.
 *
 * @param cores how many cores this machine has
 */
public record SweepPlan(SweepDefinition definition, long rows, double neuronSteps, int cores) {

    /**
     * Plans a sweep.
     *
     * @param overrides texts {@code KEY=VALUE} that replace what the file says
     * @throws io.github.spikesweep.document.InputException if it is not a valid sweep
     */
    public static SweepPlan read(String sweep, List<String> overrides) {
        SparkConf conf = Session.settings(Optional.empty());
        SweepDefinition definition = SweepFiles.read(sweep, overrides, Session.fileSystems(conf));
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

    /** The steps of a row, or their mean where the rows differ in them. */
    public String stepsPerRow() {
        double mean = neuronSteps / rows;
        boolean same =
                definition.space().axes().stream().noneMatch(axis -> axis.name().equals("step"));
        return same ? Figures.count(definition.steps(0)) : Figures.count(mean) + " on average";
    }

    /** How long it may take here, and under which assumption. */
    public String estimate() {
        double seconds = neuronSteps / (Slicing.NEURON_STEPS_PER_SECOND * cores);
        return "%s on %d cores, at %s on each"
                .formatted(Figures.duration(seconds), cores, Figures.rate(Slicing.NEURON_STEPS_PER_SECOND));
    }
}
