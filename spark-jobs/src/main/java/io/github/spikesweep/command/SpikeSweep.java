package io.github.spikesweep.command;

import io.github.spikesweep.results.Versions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code spikesweep}. Exit codes: 0 done, 1 failed, 2 a mistake in the input, 130 stopped by the user.
 */
@Command(
        name = "spikesweep",
        description = "Parameter sweeps of neuron models, on a laptop or a cluster.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  spikesweep plan sweeps/gna-scan.yaml   shows what would run",
            "  spikesweep run sweeps/gna-scan.yaml    simulates it, into results/gna-scan",
            "  spikesweep plot results/gna-scan       draws it, into results/gna-scan.png",
            "  spikesweep trace sweeps/gna-scan.yaml --id 12 --out v.csv",
            "                                         writes one row over time",
            "  spikesweep run --help                  explains a command",
            "",
            "Exit codes: 0 done, 1 failed, 2 a mistake in the input, 130 stopped."
        })
public final class SpikeSweep implements Runnable {
    /** In the order in which they are listed. */
    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            PlanCommand.class,
            PlotCommand.class,
            SensitivityCommand.class,
            TraceCommand.class,
            ModelsCommand.class,
            BenchCommand.class,
            ServeCommand.class);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show Spark's log, and stack traces of errors.")
    private boolean verbose;

    SpikeSweep() {}

    public static void main(String[] args) {
        System.exit(execute(writer(FileDescriptor.out), writer(FileDescriptor.err), args));
    }

    /** Executes a command line and returns its exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        SpikeSweep top = new SpikeSweep();
        CommandLine line = commandLine(top, args);
        line.setOut(out).setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false); // A file may be called @x.
        line.setParameterExceptionHandler(Failures::showMisuse);
        line.setExecutionExceptionHandler((e, command, parsed) -> Failures.show(e, command, top.verbose));
        line.setExecutionStrategy(parsed -> {
            SparkLog.configure(top.verbose);
            try {
                return new CommandLine.RunLast().execute(parsed);
            } catch (NoClassDefFoundError e) {
                return Failures.showMissing(e, line);
            }
        });
        return line.execute(args);
    }

    /** With the command that the first argument names; with all, if it names none, as {@code --help}. */
    static CommandLine commandLine(SpikeSweep top, String... args) {
        CommandLine line = new CommandLine(top);
        // Looking at the options of all takes a tenth of a short command.
        COMMANDS.stream()
                .filter(type -> args.length > 0
                        && type.getAnnotation(Command.class).name().equals(args[0]))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS)
                .forEach(line::addSubcommand);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** What {@code --version} prints. */
    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Versions versions = Versions.current();
            return new String[] {
                "SpikeSweep %s (Spark %s, Java %s)".formatted(versions.spikesweep(), versions.spark(), versions.java())
            };
        }
    }
}
