package io.github.spikesweep.command;

import io.github.spikesweep.job.SweepPlan;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowTrace;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.trace.CsvTrace;
import io.github.spikesweep.trace.TraceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code spikesweep trace}. */
@Command(
        name = "trace",
        description = "Writes every variable over time for one row of a sweep, including the transient.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        footer = {
            "",
            "Columns: the time t, then the model's variables, whatever 'outputs' says. The trace of a row that diverges ends there. A row that"
                    + " looks for a threshold is shown at the value that it finds, and one that continues another where that has ended, after all"
                    + " before it. The row is simulated on one core, without Spark.",
            "",
            "Examples:",
            "  spikesweep trace sweeps/gna-scan.yaml --id 12 --out v.parquet",
            "  spikesweep trace sweeps/gna-scan.yaml --id 12 --every 0.1 | head"
        })
final class TraceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SweepArguments sweep;

    @Option(names = "--id", paramLabel = "N", required = true, description = "The row's id, as in the column id.")
    private long id;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A local file that ends in .parquet, .csv or .arrow; by default CSV goes to standard output.")
    private Optional<String> file;

    @Option(names = "--overwrite", description = "Replace the file if it exists.")
    private boolean overwrite;

    @Option(
            names = "--every",
            paramLabel = "T",
            description =
                    "The time between two values. By default the step, or a multiple of it if there are more than a"
                            + " million steps; with a tolerance a thousandth of the duration.")
    private Optional<Double> every;

    @Override
    public Integer call() throws IOException {
        SweepPlan plan = SweepPlan.read(sweep.input(Optional.empty()).ignoring("outputs", "trace_every", "refine"));
        SweepDefinition definition = plan.definition();
        plan.sweep().warnings(1).forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        Optional<TraceFile> target = file.map(name -> overwrite ? TraceFile.replace(name) : TraceFile.create(name));
        OptionalDouble spacing = every.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        RowTrace trace = RowTrace.of(definition, id, spacing);
        PrintWriter out = spec.commandLine().getOut();
        if (target.isPresent()) {
            target.get()
                    .write(
                            trace,
                            () -> Map.of(
                                    "spikesweep.name", definition.name(),
                                    "spikesweep.id", Long.toString(id),
                                    "spikesweep.hash", CanonicalText.hash(definition)));
            out.println("%s values of %s, one every %s, in %s"
                    .formatted(
                            Figures.count(trace.size()),
                            String.join(", ", trace.model().variableNames()),
                            plan.time(Figures.number(trace.every())),
                            file.get()));
        } else {
            CsvTrace.write(trace, out);
        }
        trace.remark().ifPresent(remark -> spec.commandLine().getErr().println("row " + id + ": " + remark));
        trace.divergedAt()
                .ifPresent(when -> spec.commandLine()
                        .getErr()
                        .println("row %d diverged at %s; the trace ends there"
                                .formatted(id, plan.time(Figures.number(when)))));
        return 0;
    }
}
