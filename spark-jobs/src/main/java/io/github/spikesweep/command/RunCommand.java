package io.github.spikesweep.command;

import io.github.spikesweep.command.text.TextTable;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.job.RunReport;
import io.github.spikesweep.job.RunRequest;
import io.github.spikesweep.job.SweepRun;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.progress.RunDisplay;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
        versionProvider = SpikeSweep.VersionText.class,
        footer = {
            "",
            "The sweep file and the output directory are checked before anything is simulated or written. pandas, Polars,"
                    + " DuckDB and Spark can read the files directly; _spikesweep.json beside them records how they"
                    + " were computed.",
            "",
            "Rows are written in waves. If a run ends early, for any reason, run the same command again to resume it:"
                    + " existing rows are checked and kept. Ctrl-C ends a run at once, with all rows that are finished;"
                    + " on a cluster after the current wave, and twice at once, with the rows of finished tasks.",
            "",
            "It computes in this process, on all cores. With --master, --event-log or spark-submit, Spark computes the"
                    + " same files.",
            "",
            "Examples:",
            "  spikesweep run sweeps/gna-scan.yaml",
            "  spikesweep run sweeps/gna-scan.yaml --set duration=500 --out results/long",
            "  spikesweep run sweeps/gna-scan.yaml --where 'gna_density > 100' --overwrite",
            "On a cluster:",
            "  spark-submit spikesweep.jar run s3a://lab/scan.yaml --out s3a://lab/scan",
            "",
            "Exit codes: 0 done, 1 failed, 2 a mistake in the input, 130 stopped."
        })
final class RunCommand implements Callable<Integer> {
    /** In shorter tasks the JVM is busy compiling for much of the time, so their speed says little about a longer run. */
    private static final Duration TELLING = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Mixin
    private SweepArguments sweep;

    @Mixin
    private RowArguments rows;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The directory for the results; results/<name> by default.")
    private Optional<String> directory;

    @Option(
            names = "--overwrite",
            description = "Replace the results in the directory instead of resuming. Files that are not results"
                    + " are never deleted.")
    private boolean overwrite;

    @Option(
            names = "--wave",
            paramLabel = "TIME",
            converter = WaveTime.class,
            description =
                    "About how long a wave takes, such as 5m, 30s or 1h: how much work an interruption can lose. 5m by default.")
    private Duration wave = RunRequest.WAVE;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads simulate in this process; one for each core by default.")
    private Optional<Integer> threads;

    @Mixin
    private DeviceArguments device;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Compute on Spark, with this master, such as local[4] or spark://host:7077. Without it, and without"
                            + " spark-submit, this process computes.")
    private Optional<String> master;

    @Option(
            names = "--event-log",
            paramLabel = "DIR",
            description = "The directory where Spark logs the run for its history server.")
    private Optional<String> eventLog;

    @Override
    @SuppressWarnings("try") // closing only restores the signal handlers
    public Integer call() throws IOException, InterruptedException {
        Existing existing = overwrite ? Existing.REPLACE : Existing.RESUME;
        List<String> command = spec.commandLine().getParseResult().originalArgs();
        RunRequest request = new RunRequest(
                sweep.input(rows.where()), directory, existing, wave, threads(), master, eventLog, command);
        if (threads.isPresent() && request.isForSpark()) {
            throw new InputException("--threads is for runs in this process; Spark has its own: --master local[4]");
        }
        ComputeDevice with = request.isForOtherMachines() ? device.elsewhere() : device.device();
        SweepRun run = new SweepRun(request, with);
        PrintWriter err = spec.commandLine().getErr();
        run.warnings().forEach(warning -> err.println("warning: " + warning));
        with.note().ifPresent(err::println);
        StopSwitch stop = new StopSwitch();
        try (RunDisplay display = RunDisplay.on(err);
                CtrlC signals = CtrlC.stops(stop, display::note)) {
            RunReport report = run.run(display, stop);
            summary(report).lines("").forEach(spec.commandLine().getOut()::println);
            if (!report.finished()) {
                err.println("stopped; run the same command again to resume");
                return CtrlC.EXIT_CODE;
            }
            return 0;
        }
    }

    private OptionalInt threads() {
        if (threads.isPresent() && threads.get() < 1) {
            throw new InputException("--threads " + threads.get() + ": at least 1 is needed");
        }
        return threads.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static TextTable summary(RunReport report) {
        RunTotals totals = report.totals();
        TextTable summary = new TextTable()
                .row(
                        "rows",
                        Figures.count(totals.writtenRows())
                                + (report.finished() || !report.refined().isEmpty()
                                        ? ""
                                        : " of " + Figures.count(report.rows())))
                .row("spikes", Figures.count(totals.spikes()))
                .row("diverged rows", Figures.count(totals.divergedRows()));
        summary.rows("refined", report.refined()).rows("audit", report.audit());
        if (report.computed().writtenRows() > 0) {
            if (report.slowestTask().compareTo(TELLING) >= 0) {
                summary.row("speed", Figures.rate(report.neuronStepsPerSecond()));
            }
            summary.row(
                    "slowest task",
                    "%s, of %s"
                            .formatted(
                                    Figures.duration(report.slowestTask()), Figures.counted(report.tasks(), "task")));
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
