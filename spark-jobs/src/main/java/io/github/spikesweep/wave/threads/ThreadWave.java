package io.github.spikesweep.wave.threads;

import io.github.spikesweep.columnar.RowVectors;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.simulation.ComputeDevice;
import io.github.spikesweep.simulation.Progress;
import io.github.spikesweep.simulation.Simulator;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.rows.BlockSize;
import io.github.spikesweep.sweep.rows.RowReader;
import io.github.spikesweep.sweep.rows.RowSet;
import io.github.spikesweep.wave.TaskTimes;
import io.github.spikesweep.wave.WaveRows;
import io.github.spikesweep.wave.WaveTask;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * A wave in threads. Each takes the next few candidates, simulates them and leaves their rows to be written; at the end the pieces
 * become smaller, so that all threads end together. Rows under way are bounded in number, whatever the sweep.
 */
final class ThreadWave implements WaveTask {
    /** Chunks that each thread may be ahead of what is written. */
    private static final int AHEAD = 4;

    private final WaveRows rows;
    private final int threads;
    private final ComputeDevice device;
    private final RowTarget target;
    private final RowSet wanted;
    /** About how many candidates are simulated one after the other; threads take all of these. */
    private final long chain;

    private final double density;
    private final ChunkSize sizes;
    private final List<Part> parts = new ArrayList<>();
    private final List<Column> columns;
    private final BufferAllocator allocator = new RootAllocator();
    private final DoubleAdder rowsSoFar = new DoubleAdder();
    private final LongAdder stepsSoFar = new LongAdder();

    /** Of each thread. */
    private final List<RunTotals> finished;

    private long written;
    private int running;
    private TaskTimes times = TaskTimes.NONE;
    private Optional<Throwable> failure = Optional.empty();
    private volatile boolean endsEarly;
    private volatile boolean heard;
    private volatile boolean failed;

    /**
     * @param columns those of the table that are wanted
     * @param secondsPerRow about how many seconds of one core a row takes
     * @param device what takes the steps
     */
    ThreadWave(
            WaveRows rows,
            List<Column> columns,
            double secondsPerRow,
            int threads,
            ComputeDevice device,
            RowTarget target) {
        this.rows = rows;
        this.device = device;
        this.threads = threads;
        this.target = target;
        this.columns = List.copyOf(columns);
        this.finished = new ArrayList<>(Collections.nCopies(threads, RunTotals.NONE));
        long count = rows.positions().count();
        this.wanted = rows.sweep().wanted();
        this.chain = wanted.perChain();
        this.density = wanted.density(rows.positions());
        this.sizes = ChunkSize.of(keptChains(count), threads, lanes(), secondsPerRow * chain);
        for (int i = 0; i < target.parts(); i++) {
            int part = i;
            parts.add(new Part(
                    rows.positions().slice(begin(part, count, target.parts()), begin(part + 1, count, target.parts())),
                    AHEAD * threads,
                    wanted,
                    () -> target.sink(part)));
        }
    }

    /** Where the rows of a part begin, if all have about as many. */
    private long begin(int part, long count, int parts) {
        return wanted.uncut(rows.positions(), part * (count / parts) + Math.min(part, count % parts));
    }

    /** How many rows kernels take side by side: the most, if they differ. */
    private int lanes() {
        return device.isCpu() ? BlockSize.lanes(rows.sweep().definition()) : Simulator.MOST_LANES;
    }

    /** About how many chains of rows are among so many candidates. */
    private long keptChains(long candidates) {
        return (long) Math.ceil(chains(candidates) * density);
    }

    /** How many chains so many candidates make. */
    private long chains(long candidates) {
        return (candidates + chain - 1) / chain;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        target.begin();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread worker = new Thread(() -> work(number), "simulation-" + i);
            worker.setDaemon(true);
            workers.add(worker);
        }
        workers.forEach(Thread::start);
        try {
            join(workers);
            throwFailure();
            for (Part part : parts) {
                part.complete();
            }
            target.end();
        } finally {
            parts.forEach(Part::close);
            allocator.close();
            target.close();
        }
    }

    /** Waits for all threads, since they use the memory that is freed afterwards. */
    private void join(List<Thread> workers) throws InterruptedException {
        Optional<InterruptedException> interruption = Optional.empty();
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interruption = Optional.of(e);
                    fail(new CancellationException("the wave was interrupted"));
                }
            }
        }
        if (interruption.isPresent()) {
            throw interruption.get();
        }
    }

    private synchronized void throwFailure() throws IOException {
        if (failure.isEmpty()) {
            return;
        }
        if (failure.get() instanceof IOException fault) {
            throw fault;
        }
        if (failure.get() instanceof RuntimeException fault) {
            throw fault;
        }
        if (failure.get() instanceof Error fault) {
            throw fault;
        }
        throw new IOException(failure.get());
    }

    private void work(int number) {
        try {
            SweepDefinition definition = rows.sweep().definition();
            RowReader reader = new RowReader(
                    definition,
                    rows.sweep().wanted(),
                    columns.stream().map(Column::name).toList(),
                    new Following(),
                    device);
            started(1);
            for (Optional<Chunk> chunk = next(reader); chunk.isPresent(); chunk = next(reader)) {
                simulate(chunk.get(), reader, number);
            }
        } catch (OutOfMemoryError e) {
            fail(new IOException("not enough memory; give Java more, with SPIKESWEEP_JAVA_OPTS=-Xmx4g", e));
        } catch (Exception | Error e) { // Whatever ends this thread ends the wave.
            fail(e);
        } finally {
            started(-1);
        }
    }

    private void simulate(Chunk chunk, RowReader reader, int number) throws IOException {
        long start = System.nanoTime();
        boolean any = reader.read(chunk.positions());
        Optional<RowVectors> result = Optional.empty();
        if (any) {
            RowVectors vectors = new RowVectors(columns, allocator);
            vectors.fill(reader);
            result = Optional.of(vectors);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        long more = chunk.part().finished(chunk, result);
        synchronized (this) {
            RunTotals before = finished.get(number);
            finished.set(
                    number,
                    new RunTotals(
                            before.rows() + reader.rows(),
                            reader.neuronSteps(),
                            reader.spikes(),
                            reader.divergedRows(),
                            0,
                            reader.audited()));
            written += more;
            times = any ? times.and(taken) : times;
            notifyAll();
        }
    }

    /** The next chunk, as soon as there may be one; none if there are no more. */
    private synchronized Optional<Chunk> next(RowReader reader) throws InterruptedException {
        while (true) {
            if (failed) {
                throw new CancellationException("another thread has failed");
            }
            long left = parts.stream().mapToLong(Part::left).sum();
            if (left == 0 || endsEarly) {
                heard |= left > 0;
                return Optional.empty();
            }
            long most = (long) Math.min(Math.ceil(sizes.next(keptChains(left)) / density) * chain, reader.blockRows());
            for (Part part : parts) {
                Optional<Chunk> chunk = part.next(most);
                if (chunk.isPresent()) {
                    return chunk;
                }
            }
            wait();
        }
    }

    private synchronized void started(int change) {
        running += change;
    }

    private synchronized void fail(Throwable e) {
        if (failure.isEmpty()) {
            failure = Optional.of(e);
        }
        failed = true;
        notifyAll();
    }

    @Override
    public void endEarly() {
        endsEarly = true;
        synchronized (this) {
            notifyAll();
        }
    }

    @Override
    public boolean hasEndedEarly() {
        return heard;
    }

    @Override
    public void cancel() {
        endEarly();
    }

    @Override
    public synchronized boolean hasFinishedRows() {
        return finished.stream().anyMatch(each -> each.rows() > 0);
    }

    @Override
    public synchronized RunTotals totals() {
        RunTotals all = finished.stream().reduce(RunTotals.NONE, RunTotals::plus);
        long steps = running == 0 ? all.neuronSteps() : Math.max(all.neuronSteps(), stepsSoFar.sum());
        return new RunTotals(all.rows(), steps, all.spikes(), all.divergedRows(), written, all.audit());
    }

    @Override
    public double underWay() {
        return Math.max(0, rowsSoFar.sum() - totals().rows());
    }

    @Override
    public synchronized int runningTasks() {
        return running;
    }

    @Override
    public synchronized TaskTimes times() {
        return times;
    }

    /** Counts what is simulated, and ends it. */
    private final class Following implements Progress {
        @Override
        public void advanced(double advance, long neuronSteps) {
            rowsSoFar.add(advance);
            stepsSoFar.add(neuronSteps);
            if (failed) {
                throw new CancellationException("another thread has failed");
            }
        }

        @Override
        public boolean isStopped() {
            heard |= endsEarly;
            return endsEarly;
        }
    }
}
