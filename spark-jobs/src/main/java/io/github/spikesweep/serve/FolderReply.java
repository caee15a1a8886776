package io.github.spikesweep.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.job.RunReport;
import io.github.spikesweep.job.RunRequest;
import io.github.spikesweep.job.SweepRun;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.progress.RunDisplay;
import io.github.spikesweep.progress.RunStatus;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** A run into a directory, as the command {@code run} makes it. */
record FolderReply(Request request, Replies replies, int threads) {
    ObjectNode answer(StopSwitch stop) throws IOException, InterruptedException {
        SweepRun run = new SweepRun(new RunRequest(
                SweepRequest.of(request),
                Optional.of(SweepRequest.local(request.require("out"))),
                request.flag("overwrite") ? Existing.REPLACE : Existing.RESUME,
                wave(),
                OptionalInt.of(threads),
                Optional.empty(),
                Optional.empty(),
                request.has("command") ? request.texts("command") : List.of("serve")));
        List<String> warnings = run.warnings();
        RunReport report = run.run(new Display(), stop);
        if (!report.finished()) {
            throw new CancellationException(
                    "stopped; " + Figures.count(report.totals().writtenRows()) + " of " + Figures.count(report.rows())
                            + " rows are in " + report.directory());
        }
        ObjectNode done = Replies.event(request.id(), "done")
                .put("directory", report.directory())
                .put("rows", report.totals().writtenRows())
                .put("spikes", report.totals().spikes())
                .put("diverged_rows", report.totals().divergedRows())
                .put("neuron_steps", report.computed().neuronSteps())
                .put("seconds", Figures.seconds(report.elapsed()));
        report.audit().forEach(done.putArray("audit")::add);
        warnings.forEach(done.putArray("warnings")::add);
        return done;
    }

    private Duration wave() {
        double seconds = request.number("wave").orElse(Figures.seconds(RunRequest.WAVE));
        if (!(seconds > 0 && seconds <= Integer.MAX_VALUE)) {
            throw new InputException("wave: must be a positive number of seconds, found " + seconds);
        }
        return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }

    /** Sends what the command shows. */
    private final class Display implements RunDisplay {
        @Override
        public void note(String line) {
            try {
                replies.send(Replies.event(request.id(), "note").put("text", line));
            } catch (IOException e) {
                throw new UncheckedIOException(e); // Nobody reads any more.
            }
        }

        @Override
        public Shown show(String name, Supplier<RunStatus> status) {
            return Progress.shown(replies, request.id(), () -> {
                RunStatus now = status.get();
                return new Progress(now.fraction() * now.rows(), now.rows());
            });
        }
    }
}
