package io.github.spikesweep.command;

import io.github.spikesweep.command.text.AxisText;
import io.github.spikesweep.command.text.TextTable;
import io.github.spikesweep.integrator.Integrator;
import io.github.spikesweep.job.EstimateText;
import io.github.spikesweep.job.SweepPlan;
import io.github.spikesweep.kernel.Precision;
import io.github.spikesweep.model.Model;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Block;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.SweepMethod;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.writing.SweepText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code spikesweep plan}. */
@Command(
        name = "plan",
        description =
                "Shows what a sweep would run: axes, columns, combinations, steps, and how long that takes on this machine.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        footer = {
            "",
            "The sweep is not run. To estimate how long it takes, some of its rows are simulated, for a few seconds in all;"
                    + " --no-calibration skips this and assumes a speed. Core time is how long one core would need for the"
                    + " simulation, wall time how long all cores of this machine need if they do nothing else. Warnings"
                    + " point out likely mistakes, and steps that are too long for their method to be stable.",
            "",
            "Examples:",
            "  spikesweep plan sweeps/gna-scan.yaml",
            "  spikesweep plan sweeps/gna-scan.yaml --set 'sweep.gna_density.linspace=[50, 200, 1000000]'",
            "  spikesweep plan sweeps/gna-scan.yaml --set duration=200 --resolved > mine.yaml"
        })
final class PlanCommand implements Runnable {
    /** How many lines of the figures are about time, and how many before them about steps. */
    private static final int TIMES = 2;

    private static final int STEPS = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SweepArguments sweep;

    @Mixin
    private RowArguments rows;

    @Option(
            names = "--resolved",
            description =
                    "Only print the sweep as a complete sweep file: with the changes of --set, with all defaults, and with"
                            + " the values of tables instead of their paths.")
    private boolean resolved;

    @Option(
            names = "--no-calibration",
            description = "Do not measure how fast this machine is; assume a typical speed.")
    private boolean uncalibrated;

    @Override
    public void run() {
        SweepPlan plan = SweepPlan.read(sweep.input(rows.where()));
        SweepDefinition definition = plan.definition();
        PrintWriter out = spec.commandLine().getOut();
        if (resolved) {
            out.print(SweepText.of(definition));
            out.flush();
            return;
        }
        out.println(definition.name() + (definition.description().isEmpty() ? "" : ": " + definition.description()));
        out.println();
        if (!definition.space().axes().isEmpty()) {
            axes(definition).lines("  ").forEach(out::println);
            out.println();
        }
        columns(definition).lines("  ").forEach(out::println);
        out.println();
        EstimateText estimate = showFigures(plan, out);
        List<String> warnings = Stream.concat(plan.warnings().stream(), estimate.warning().stream())
                .toList();
        if (!warnings.isEmpty()) {
            out.println();
            warnings.forEach(warning -> out.println("warning: " + warning));
        }
    }

    /** Shows the figures, starting with those that need no calibration. */
    private EstimateText showFigures(SweepPlan plan, PrintWriter out) {
        EstimateText assumed = plan.assumed();
        List<String> lines = figures(plan, assumed).lines("");
        int estimated =
                (plan.knowsSteps() ? TIMES : TIMES + STEPS) + (assumed.advice().isPresent() ? 1 : 0);
        int known = lines.size() - estimated;
        lines.subList(0, known).forEach(out::println);
        out.flush();
        EstimateText estimate = uncalibrated ? assumed : plan.measured();
        List<String> all = figures(plan, estimate).lines("");
        all.subList(known, all.size()).forEach(out::println);
        return estimate;
    }

    private static TextTable axes(SweepDefinition definition) {
        // Axes of a block vary together. If every block has one axis, its number is not worth showing.
        List<Block> blocks = definition.space().blocks();
        boolean together = blocks.stream().anyMatch(block -> block.axes().size() > 1);
        TextTable axes = new TextTable("axis", "block", "values", "count", "unit", "description");
        for (int i = 0; i < blocks.size(); i++) {
            for (Axis axis : blocks.get(i).axes()) {
                axes.row(
                        axis.name(),
                        together ? Integer.toString(i + 1) : "",
                        AxisText.of(axis.values()),
                        Figures.count(axis.size()),
                        axis.unit(),
                        axis.description());
            }
        }
        return axes;
    }

    private static TextTable figures(SweepPlan plan, EstimateText estimate) {
        SweepDefinition definition = plan.definition();
        SweepMethod method = new SweepMethod(definition);
        TextTable figures = new TextTable().row("neuron", neuron(definition)).row("duration", plan.duration());
        if (definition.transientTime() > 0) {
            figures.row("transient", plan.time(Figures.number(definition.transientTime())));
        }
        method.step().ifPresent(step -> figures.row("step", plan.time(Figures.number(step))));
        method.tolerance().ifPresent(tolerance -> figures.row("tolerance", Figures.number(tolerance)));
        method.noise().ifPresent(noise -> figures.row("noise", noise));
        method.find().ifPresent(find -> figures.row("find", find));
        method.chains().ifPresent(chains -> figures.row("continue", chains));
        plan.audit().ifPresent(audit -> figures.row("audit", audit));
        figures.row("combinations", Figures.count(definition.space().size()));
        plan.kept().ifPresent(kept -> figures.row("rows", kept));
        figures.rows("refined", plan.refinement());
        String most = estimate.mostSteps().map(steps -> "; " + steps).orElse("");
        figures.row("steps per row", estimate.stepsPerRow())
                .row("neuron-steps", estimate.allSteps() + most)
                .row("core time", estimate.coreTime())
                .row("wall time", estimate.wallTime());
        estimate.advice().ifPresent(advice -> figures.row("audit", advice));
        return figures;
    }

    /** {@code HH; double; RK4}: the models, precisions and integrators that the rows have. */
    private static String neuron(SweepDefinition definition) {
        return String.join(
                "; ",
                listed(definition.models(), PlanCommand::named),
                listed(definition.precisions(), Precision::label),
                listed(definition.integrators(), Integrator::label));
    }

    private static String named(Model model) {
        return model.isCircuit() ? model.name() + ", a circuit of " + cells(model) : model.name();
    }

    private static String cells(Model model) {
        int count = model.cells().size();
        return count == 1 ? "1 cell" : count + " cells";
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
