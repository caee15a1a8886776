package io.github.spikesweep.command;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.serve.Server;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spikesweep serve}. */
@Command(
        name = "serve",
        description =
                "Answers the requests of another program on standard input and output, and keeps what it has compiled.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        footer = {
            "",
            "The Python package starts it. A request is a line of JSON, an answer a table in Arrow's stream format or JSON;"
                    + " python/PROTOCOL.md describes both. No port is opened. It ends with its standard input.",
            "",
            "Example:",
            "  echo '{\"id\": 1, \"do\": \"models\", \"name\": \"HH\"}' | spikesweep serve"
        })
final class ServeCommand implements Runnable {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads simulate; one for each core by default.")
    private Optional<Integer> threads;

    @Override
    public void run() {
        int count = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (count < 1) {
            throw new InputException("--threads " + count + ": at least 1 is needed");
        }
        // What a library prints must not get among the answers.
        System.setOut(System.err);
        try {
            new Server(
                            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                            count)
                    .run();
        } catch (IOException e) {
            throw new InputException("the other program has gone: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
