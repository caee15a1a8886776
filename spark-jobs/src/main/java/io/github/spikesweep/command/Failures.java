package io.github.spikesweep.command;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.results.Versions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user what went wrong. The exit code is 2 for a mistake in the input, 1 otherwise. */
final class Failures {
    private static final List<String> SPARKS = List.of("org/apache/spark/", "org/apache/hadoop/", "scala/");

    private Failures() {}

    /** A command line that cannot be parsed. */
    static int showMisuse(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().name() + ": " + misuse(e));
        err.println("see " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String misuse(ParameterException e) {
        List<String> unmatched = e instanceof UnmatchedArgumentException u ? u.getUnmatched() : List.of();
        Set<String> commands = e.getCommandLine().getSubcommands().keySet();
        if (unmatched.isEmpty()) {
            return firstLine(e.getMessage())
                    .replace("is not a long", "is not a whole number")
                    .replace("is not a double", "is not a number");
        }
        String found = unmatched.get(0);
        if (found.startsWith("-")) {
            Set<String> options =
                    e.getCommandLine().getCommandSpec().optionsMap().keySet();
            return "unknown option '" + found + "'" + new KnownNames(options).hint(found);
        }
        return commands.isEmpty()
                ? "unexpected argument '" + found + "'"
                : "unknown command '" + found + "'" + new KnownNames(commands).hint(found);
    }

    /** A command that failed. */
    static int show(Exception e, CommandLine command, boolean verbose) {
        PrintWriter err = command.getErr();
        Optional<InputException> fault = causes(e)
                .filter(InputException.class::isInstance)
                .map(InputException.class::cast)
                .findFirst();
        err.println(fault.map(Throwable::getMessage).orElseGet(() -> "failed: " + summary(e)));
        if (verbose) {
            e.printStackTrace(err);
        } else if (fault.isEmpty()) {
            err.println("--verbose shows the stack trace");
        }
        return fault.isPresent() ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /** A class that is not on the class path: if it is Spark's, this is a release, which has none of them. */
    static int showMissing(NoClassDefFoundError e, CommandLine command) {
        String missing = Optional.ofNullable(e.getMessage()).orElse("");
        if (SPARKS.stream().noneMatch(missing::startsWith)) {
            throw e;
        }
        Versions versions = Versions.current();
        String home = Optional.ofNullable(System.getenv("SPARK_HOME"))
                .map(folder -> "; SPARK_HOME is now " + folder)
                .orElse("");
        command.getErr()
                .println(
                        ("this needs Spark %s, which a release does not contain: set SPARK_HOME to an installation of it,"
                                        + " or use its spark-submit with spark/spikesweep-%s.jar%s")
                                .formatted(versions.spark(), versions.spikesweep(), home));
        return ExitCode.USAGE;
    }

    /** The first line of the innermost cause: Spark's exceptions around it only say that a task failed. */
    private static String summary(Throwable e) {
        Throwable innermost = causes(e).reduce((outer, inner) -> inner).orElse(e);
        String message = innermost.getMessage() == null ? "" : ": " + firstLine(innermost.getMessage());
        return innermost.getClass().getSimpleName() + message;
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(100);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
