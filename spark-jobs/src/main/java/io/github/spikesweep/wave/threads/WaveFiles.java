package io.github.spikesweep.wave.threads;

import io.github.spikesweep.columnar.RowSink;
import io.github.spikesweep.columnar.TableFile;
import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.wave.FileNames;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** The files of a wave, which become part of the results at its end. A part without rows has none. */
final class WaveFiles implements RowTarget {
    private final ResultsDirectory results;
    private final List<Column> columns;
    private final String sparkVersion;
    private final int parts;
    private final FileNames names = FileNames.next();
    private final Folder folder;
    private final SortedSet<Integer> written = new ConcurrentSkipListSet<>();

    WaveFiles(ResultsDirectory results, List<Column> columns, String sparkVersion, int parts) {
        this.results = results;
        this.columns = columns;
        this.sparkVersion = sparkVersion;
        this.parts = parts;
        this.folder = results.unfinished().folder(names.wave());
    }

    @Override
    public int parts() {
        return parts;
    }

    @Override
    public void begin() throws IOException {
        folder.create();
    }

    @Override
    public RowSink sink(int part) throws IOException {
        written.add(part);
        return new TableFile(folder.output(names.of(part)), columns, sparkVersion);
    }

    @Override
    public void end() throws IOException {
        for (int part : written) {
            // Not at once: a reader may see the first file before the last, and a killed run leave only that.
            folder.move(names.of(part), results.folder(), names.of(part));
        }
    }

    @Override
    public void close() throws IOException {
        results.deleteUnfinished();
    }
}
