package io.github.spikesweep.wave.threads;

import io.github.spikesweep.columnar.Rehearsal;
import io.github.spikesweep.columnar.TableMerge;
import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.results.file.ExpectedRows;
import io.github.spikesweep.results.file.FileFinding;
import io.github.spikesweep.results.file.FileScan;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.wave.Engine;
import io.github.spikesweep.wave.FileNames;
import io.github.spikesweep.wave.StopSwitch;
import io.github.spikesweep.wave.WaveCut;
import io.github.spikesweep.wave.WaveRows;
import io.github.spikesweep.wave.WaveTask;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.parquet.io.InputFile;

/** Threads of this process. */
public final class ThreadEngine implements Engine {
    private final int threads;
    private final String sparkVersion;
    private final ComputeDevice device;

    /**
     * @param threads how many simulate
     * @param sparkVersion the version of Spark whose form its files have
     */
    public ThreadEngine(int threads, String sparkVersion) {
        this(threads, sparkVersion, ComputeDevice.CPU);
    }

    /**
     * The same.
     *
     * @param device what takes the steps for all of them
     */
    public ThreadEngine(int threads, String sparkVersion, ComputeDevice device) {
        this.threads = threads;
        this.sparkVersion = sparkVersion;
        this.device = device;
    }

    /** Begins to load, in a thread of its own, what files of these columns are written with: meanwhile the first kernel is compiled. */
    public void prepare(List<Column> columns) {
        Thread rehearsal = new Thread(
                () -> {
                    try {
                        Rehearsal.of(columns, sparkVersion);
                    } catch (IOException | RuntimeException e) {
                        // The files themselves tell what is wrong.
                    }
                },
                "rehearsal");
        rehearsal.setDaemon(true);
        rehearsal.start();
    }

    @Override
    public int cores() {
        return threads;
    }

    @Override
    public Stop stops() {
        return Stop.KEEPING_ROWS;
    }

    @Override
    public int mostRanges() {
        return Integer.MAX_VALUE;
    }

    @Override
    public WaveTask wave(WaveRows rows, WaveCut cut, ResultsDirectory results, String description) {
        List<Column> columns = rows.sweep().definition().columns();
        return wave(rows, columns, cut.secondsPerRow(), new WaveFiles(results, columns, sparkVersion, cut.files()));
    }

    /**
     * A wave whose rows go anywhere.
     *
     * @param columns those of the table that are wanted; only what they need is computed
     * @param secondsPerRow about how many seconds of one core a row takes
     */
    public WaveTask wave(WaveRows rows, List<Column> columns, double secondsPerRow, RowTarget target) {
        return new ThreadWave(rows, columns, secondsPerRow, threads, device, target);
    }

    @Override
    public List<FileFinding> scan(List<DataFile> files, ExpectedRows expected) throws IOException {
        List<Callable<FileFinding>> scans = new ArrayList<>();
        for (DataFile file : files) {
            scans.add(() -> new FileScan(expected).scan(file.name(), file.input()));
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, files.size()));
        try {
            List<FileFinding> findings = new ArrayList<>();
            for (Future<FileFinding> scan : pool.invokeAll(scans)) {
                findings.add(scan.get());
            }
            return findings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading results");
        } catch (ExecutionException e) {
            throw rethrown(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static IOException rethrown(ExecutionException e) {
        if (e.getCause() instanceof IOException fault) {
            return fault;
        }
        if (e.getCause() instanceof RuntimeException fault) {
            throw fault;
        }
        return new IOException(e.getCause());
    }

    @Override
    public void merge(List<DataFile> files, Folder target, String description, StopSwitch stop) throws IOException {
        List<InputFile> inputs = new ArrayList<>();
        for (DataFile file : files) {
            inputs.add(file.input());
        }
        AtomicBoolean stopped = new AtomicBoolean();
        stop.onAtOnce(() -> stopped.set(true));
        try {
            target.create();
            TableMerge.merge(inputs, target.output(FileNames.next().of(0)), stopped::get);
        } finally {
            stop.onAtOnce(() -> {});
        }
    }

    @Override
    public void close() {
        // Its threads end with each wave.
    }
}
