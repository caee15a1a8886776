package io.github.spikesweep.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.job.EstimateText;
import io.github.spikesweep.job.SweepPlan;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.results.RecordedTable;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Block;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.writing.SweepText;
import java.util.List;

/** What a sweep would run, as the command {@code plan} shows it. */
record PlanReply(Request request) {
    ObjectNode answer() {
        SweepPlan plan = SweepPlan.read(SweepRequest.of(request));
        SweepDefinition definition = plan.definition();
        ObjectNode done = Replies.event(request.id(), "done")
                .put("name", definition.name())
                .put("description", definition.description());
        axes(definition, done.putArray("axes"));
        RecordedTable.write(definition.columns(), done.putArray("columns"));
        definition.models().stream().map(Model::name).forEach(done.putArray("models")::add);
        definition.precisions().stream().map(Precision::label).forEach(done.putArray("precisions")::add);
        definition.integrators().stream().map(Integrator::label).forEach(done.putArray("integrators")::add);
        done.put("duration", definition.duration())
                .put("time_unit", definition.neurons().timeUnit())
                .put("combinations", definition.space().size())
                .put("rows", plan.rows())
                .put("rows_are_exact", plan.count().exact());
        EstimateText estimate = request.flag("calibrate") ? plan.measured() : plan.assumed();
        done.put("neuron_steps", estimate.neuronSteps())
                .put("core_seconds", estimate.coreSeconds())
                .put("wall_seconds", estimate.wallSeconds())
                .put("basis", estimate.basis());
        ArrayNode warnings = done.putArray("warnings");
        plan.warnings().forEach(warnings::add);
        estimate.warning().ifPresent(warnings::add);
        return done.put("sweep", SweepText.of(definition));
    }

    private static void axes(SweepDefinition definition, ArrayNode axes) {
        List<Block> blocks = definition.space().blocks();
        for (int block = 0; block < blocks.size(); block++) {
            for (Axis axis : blocks.get(block).axes()) {
                ObjectNode entry = axes.addObject()
                        .put("name", axis.name())
                        .put("block", block)
                        .put("count", axis.size())
                        .put("label", axis.label())
                        .put("unit", axis.unit())
                        .put("description", axis.description());
                if (axis.isNumeric()) {
                    entry.put("first", axis.value(0)).put("last", axis.value(axis.size() - 1));
                } else {
                    entry.put("first", axis.name(0)).put("last", axis.name(axis.size() - 1));
                }
            }
        }
    }
}
