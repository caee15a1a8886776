package io.github.spikesweep.command;

import io.github.spikesweep.job.RunReport;
import io.github.spikesweep.job.RunRequest;
import io.github.spikesweep.job.StopSwitch;
import io.github.spikesweep.job.SweepRun;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.progress.RunDisplay;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.results.RunTotals;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
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
            "Rows are written in waves. If a run ends early, in whatever way, the same command goes on where it ended:"
                    + " rows that are there are checked and kept. Ctrl-C stops after the current wave, twice at once.",
            "",
            "Examples:",
            "  spikesweep run sweeps/gna-scan.yaml",
            "  spikesweep run sweeps/gna-scan.yaml --set duration=500 --out results/long",
            "  spikesweep run sweeps/gna-scan.yaml --where 'gna_density > 100' --overwrite",
            "On a cluster:",
            "  spark-submit spikesweep.jar run s3a://lab/scan.yaml --out s3a://lab/scan",
            "",
            "Exit codes: 0 done, 1 failed, 2 a fault in the input, 130 stopped."
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
            description =
                    "Replace the results in the directory instead of going on with them. Files that are no results"
                            + " are never deleted.")
    private boolean overwrite;

    @Option(
            names = "--wave",
            paramLabel = "TIME",
            converter = WaveTime.class,
            description = "About how long a wave takes, such as 5m, 30s or 1h: what a death can cost. 5m unless given.")
    private Duration wave = RunRequest.WAVE;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark's master, such as local[4] or spark://host:7077; all cores of this machine unless"
                    + " given here or to spark-submit.")
    private Optional<String> master;

    @Option(names = "--event-log", paramLabel = "DIR", description = "Where Spark logs the run for its history server.")
    private Optional<String> eventLog;

    @Option(
            names = "--where",
            paramLabel = "EXPR",
            description = "Simulate only the rows that satisfy this expression of Spark SQL over id and the axes."
                    + " Their ids stay the same.")
    private Optional<String> where;

    @Override
    @SuppressWarnings("try") // the signals are only undone
    public Integer call() throws IOException, InterruptedException {
        Existing existing = overwrite ? Existing.REPLACE : Existing.RESUME;
        List<String> command = spec.commandLine().getParseResult().originalArgs();
        RunRequest request = new RunRequest(
                sweep.sweep(), sweep.overrides(), where, directory, existing, wave, master, eventLog, command);
        SweepRun run = new SweepRun(request);
        PrintWriter err = spec.commandLine().getErr();
        run.warnings().forEach(warning -> err.println("warning: " + warning));
        StopSwitch stop = new StopSwitch();
        try (RunDisplay display = RunDisplay.on(err);
                CtrlC signals = CtrlC.stops(stop, display::note)) {
            RunReport report = run.run(display, stop);
            summary(report).lines("").forEach(spec.commandLine().getOut()::println);
            if (!report.finished()) {
                err.println("stopped; the same command goes on where this ended");
                return CtrlC.EXIT_CODE;
            }
            return 0;
        }
    }

    private static TextTable summary(RunReport report) {
        RunTotals totals = report.totals();
        TextTable summary = new TextTable()
                .row(
                        "rows",
                        Figures.count(totals.writtenRows())
                                + (report.finished() ? "" : " of " + Figures.count(report.rows())))
                .row("spikes", Figures.count(totals.spikes()))
                .row("diverged rows", Figures.count(totals.divergedRows()));
        report.audit().ifPresent(audit -> summary.row("audit", audit));
        if (report.computed().writtenRows() > 0) {
            summary.row("speed", Figures.rate(report.neuronStepsPerSecond()))
                    .row(
                            "slowest task",
                            "%s, of %s"
                                    .formatted(
                                            Figures.duration(report.slowestTask()),
                                            Figures.counted(report.tasks(), "task")));
        }
        return summary.row("elapsed", Figures.duration(report.elapsed()))
                .row(
                        "results",
                        "%s, %s, %s"
                                .formatted(
                                        report.directory(),
                                        Figures.counted(report.files(), "file"),
                                        Figures.bytes(report.bytes())));
    }
}
