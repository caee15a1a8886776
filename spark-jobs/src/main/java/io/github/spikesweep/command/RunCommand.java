package io.github.spikesweep.command;

import io.github.spikesweep.job.Figures;
import io.github.spikesweep.job.LineProgress;
import io.github.spikesweep.job.Progress;
import io.github.spikesweep.job.RunReport;
import io.github.spikesweep.job.RunRequest;
import io.github.spikesweep.job.SweepRun;
import io.github.spikesweep.job.TerminalProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code spikesweep run}. */
@Command(
        name = "run",
        description = "Simulates a sweep and writes its table as Parquet files.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "The sweep file and the output directory are checked before anything is simulated or written. The files are"
                    + " readable as they stand by pandas, Polars, DuckDB and Spark; _spikesweep.json beside them says"
                    + " what computed them.",
            "",
            "Examples:",
            "  spikesweep run sweeps/gna-scan.yaml",
            "  spikesweep run sweeps/gna-scan.yaml --set duration=500 --out results/long",
            "  spikesweep run sweeps/gna-scan.yaml --where 'gna_density > 100' --overwrite",
            "On a cluster:",
            "  spark-submit spikesweep.jar run s3a://lab/scan.yaml --out s3a://lab/scan"
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SweepArguments sweep;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go; results/<name> unless given.")
    private Optional<String> directory;

    @Option(
            names = "--overwrite",
            description = "Replace the results in the directory. Files that are no results are never deleted.")
    private boolean overwrite;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark's master, such as local[4] or spark://host:7077; all cores of this machine unless"
                    + " given here or to spark-submit.")
    private Optional<String> master;

    @Option(
            names = "--where",
            paramLabel = "EXPR",
            description = "Simulate only the rows that satisfy this expression of Spark SQL over id and the axes."
                    + " Their ids stay the same.")
    private Optional<String> where;

    RunCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunRequest.Existing existing = overwrite ? RunRequest.Existing.REPLACE : RunRequest.Existing.REFUSE;
        List<String> command = spec.commandLine().getParseResult().originalArgs();
        RunRequest request =
                new RunRequest(sweep.sweep(), sweep.overrides(), where, directory, existing, master, command);
        SweepRun run = new SweepRun(request);
        run.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        RunReport report = run.run(this::progress);
        summary(report).lines("").forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    private Progress progress(String name, long rows, double neuronSteps) {
        PrintWriter err = spec.commandLine().getErr();
        return Terminal.isAttached()
                ? new TerminalProgress(System.err, name, rows)
                : new LineProgress(err, name, rows, neuronSteps);
    }

    private static TextTable summary(RunReport report) {
        TextTable summary = new TextTable()
                .row("rows", Figures.count(report.totals().writtenRows()))
                .row("spikes", Figures.count(report.totals().spikes()))
                .row("diverged rows", Figures.count(report.totals().divergedRows()));
        report.audit().ifPresent(audit -> summary.row("audit", audit));
        return summary.row("speed", Figures.rate(report.neuronStepsPerSecond()))
                .row("elapsed", Figures.duration(report.elapsed()))
                .row("results", report.directory());
    }
}
