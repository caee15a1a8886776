package io.github.spikesweep.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.columnar.TableStream;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.job.AuditText;
import io.github.spikesweep.progress.Figures;
import io.github.spikesweep.progress.RunDisplay;
import io.github.spikesweep.results.RecordedTable;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.results.Versions;
import io.github.spikesweep.source.Slicing;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.cost.Workload;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.rows.RowCount;
import io.github.spikesweep.sweep.rows.SweepRows;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.sweep.writing.SweepText;
import io.github.spikesweep.wave.StopSwitch;
import io.github.spikesweep.wave.WaveRows;
import io.github.spikesweep.wave.WaveTask;
import io.github.spikesweep.wave.threads.ThreadEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

/** The rows of a sweep, sent as they are simulated: the wave of a run, whose rows go to no file. */
record TableReply(Request request, Replies replies, int threads) {
    private static final RowCount ONE_ROW = new RowCount(1, true);

    ObjectNode answer(StopSwitch stop) throws IOException, InterruptedException {
        SweepRows sweep = SweepFiles.read(SweepRequest.of(request));
        SweepDefinition definition = sweep.definition();
        if (definition.isRefined()) {
            throw new InputException(
                    "'refine' finds its rows in rounds, by what is in a directory: name one for the run, or leave 'refine' out");
        }
        List<Column> columns = columns(definition);
        RowCount count = sweep.wanted().count();
        double seconds = Slicing.seconds(1, Workload.cost(definition, sweep.wanted(), ONE_ROW));
        WaveRows rows =
                new WaveRows(sweep, IndexRanges.all(sweep.wanted().candidates().size()));
        long start = System.nanoTime();
        OutputStream out = replies.stream(request.id());
        try (ThreadEngine engine = new ThreadEngine(threads, Versions.current().spark())) {
            WaveTask wave = engine.wave(rows, columns, seconds, new StreamTarget(out, new TableStream(out, columns)));
            run(wave, count, stop);
            RunTotals totals = wave.totals();
            ObjectNode done = Replies.event(request.id(), "done")
                    .put("rows", totals.writtenRows())
                    .put("spikes", totals.spikes())
                    .put("diverged_rows", totals.divergedRows())
                    .put("neuron_steps", totals.neuronSteps())
                    .put("seconds", Figures.seconds(Duration.ofNanos(System.nanoTime() - start)));
            AuditText.of(definition, totals.audit()).forEach(done.putArray("audit")::add);
            sweep.warnings(count.rows()).forEach(done.putArray("warnings")::add);
            if (request.flag("describe")) {
                describe(definition, columns, done);
            }
            return done;
        }
    }

    @SuppressWarnings("try") // what is shown is only closed
    private void run(WaveTask wave, RowCount count, StopSwitch stop) throws IOException, InterruptedException {
        stop.onOrderly(wave::cancel);
        try (RunDisplay.Shown shown = Progress.shown(
                replies, request.id(), () -> new Progress(wave.totals().rows() + wave.underWay(), count.rows()))) {
            wave.run();
        } finally {
            stop.onOrderly(() -> {});
        }
        if (wave.hasEndedEarly()) {
            throw new CancellationException("stopped");
        }
    }

    private List<Column> columns(SweepDefinition definition) {
        List<String> wanted = request.texts("columns");
        if (wanted.isEmpty()) {
            return definition.columns();
        }
        KnownNames known =
                new KnownNames(definition.columns().stream().map(Column::name).toList());
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new InputException("columns: unknown column '" + name + "'" + known.hint(name));
        });
        return definition.columns().stream()
                .filter(column -> wanted.contains(column.name()))
                .toList();
    }

    private static void describe(SweepDefinition definition, List<Column> columns, ObjectNode done) {
        done.put("name", definition.name())
                .put("description", definition.description())
                .put("hash", CanonicalText.hash(definition));
        SweepText.ofFile(definition).ifPresent(text -> done.put("sweep", text));
        ArrayNode described = done.putArray("columns");
        RecordedTable.write(columns, described);
    }
}
