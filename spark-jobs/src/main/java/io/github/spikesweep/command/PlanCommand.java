package io.github.spikesweep.command;

import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.job.Figures;
import io.github.spikesweep.job.SweepPlan;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.sweep.Column;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepMethod;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code spikesweep plan}. */
@Command(
        name = "plan",
        description = "Shows what a sweep would run: axes, combinations, steps, estimated time, columns.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Nothing is simulated. The estimate assumes a fixed speed per core and leaves out the start of Spark;"
                    + " spikesweep bench measures this machine.",
            "",
            "Examples:",
            "  spikesweep plan sweeps/gna-scan.yaml",
            "  spikesweep plan sweeps/gna-scan.yaml --set 'sweep.gna_density.linspace=[50, 200, 1000000]'"
        })
final class PlanCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SweepArguments sweep;

    PlanCommand() {}

    @Override
    public void run() {
        SweepPlan plan = SweepPlan.read(sweep.sweep(), sweep.overrides());
        SweepDefinition definition = plan.definition();
        PrintWriter out = spec.commandLine().getOut();
        out.println(definition.name() + (definition.description().isEmpty() ? "" : ": " + definition.description()));
        out.println();
        if (!definition.space().axes().isEmpty()) {
            axes(definition).lines("  ").forEach(out::println);
            out.println();
        }
        figures(plan).lines("").forEach(out::println);
        out.println();
        columns(definition).lines("  ").forEach(out::println);
    }

    private static TextTable axes(SweepDefinition definition) {
        TextTable axes = new TextTable("axis", "values", "count", "unit", "description");
        for (Axis axis : definition.space().axes()) {
            axes.row(
                    axis.name(),
                    AxisText.of(axis.values()),
                    Figures.count(axis.size()),
                    axis.unit(),
                    axis.description());
        }
        return axes;
    }

    private static TextTable figures(SweepPlan plan) {
        SweepDefinition definition = plan.definition();
        SweepMethod method = new SweepMethod(definition);
        TextTable figures = new TextTable().row("neuron", neuron(definition)).row("duration", plan.duration());
        if (definition.transientTime() > 0) {
            figures.row("transient", plan.time(Figures.number(definition.transientTime())));
        }
        method.step().ifPresent(step -> figures.row("step", plan.time(Figures.number(step))));
        method.tolerance().ifPresent(tolerance -> figures.row("tolerance", Figures.number(tolerance)));
        method.noise().ifPresent(noise -> figures.row("noise", noise));
        plan.audit().ifPresent(audit -> figures.row("audit", audit));
        return figures.row("combinations", Figures.count(plan.rows()))
                .row("steps per row", plan.stepsPerRow())
                .row("neuron-steps", plan.allSteps())
                .row("estimated time", plan.estimate());
    }

    /** {@code HH; double; RK4}: the models, precisions and integrators that the rows have. */
    private static String neuron(SweepDefinition definition) {
        return String.join(
                "; ",
                listed(definition.models(), Model::name),
                listed(definition.precisions(), Precision::label),
                listed(definition.integrators(), Integrator::label));
    }

    private static <T> String listed(List<T> items, Function<T, String> name) {
        return items.stream().map(name).collect(Collectors.joining(", "));
    }

    private static TextTable columns(SweepDefinition definition) {
        TextTable columns = new TextTable("column", "type", "unit", "description");
        for (Column column : definition.columns()) {
            columns.row(column.name(), type(column.type()), column.unit(), column.description());
        }
        return columns;
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case LONG -> "bigint";
            case INT, DOUBLE, STRING -> type.name().toLowerCase(Locale.ROOT);
            case DOUBLE_ARRAY -> "array<double>";
        };
    }
}
