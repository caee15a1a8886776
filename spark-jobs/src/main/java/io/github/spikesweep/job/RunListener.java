package io.github.spikesweep.job;

import io.github.spikesweep.results.AuditReport;
import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.source.SweepMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Adds up the counts of the tasks of one wave: those of running tasks from the executors' heartbeats, and those of each
 * partition once when a task has completed it, however many attempts that took.
 */
final class RunListener extends SparkListener {
    /** The local property that marks the Spark job of a wave. */
    static final String WAVE = "spikesweep.wave";

    /**
     * The durations of tasks.
     *
     * @param tasks how many
     * @param all the sum of their durations
     * @param longest the duration of the slowest
     */
    record TaskTimes(int tasks, Duration all, Duration longest) {
        static final TaskTimes NONE = new TaskTimes(0, Duration.ZERO, Duration.ZERO);

        /** With one more task. */
        TaskTimes and(Duration task) {
            return new TaskTimes(tasks + 1, all.plus(task), task.compareTo(longest) > 0 ? task : longest);
        }
    }

    private record Partition(int stage, int partition) {}

    private final String wave;
    private final Set<Integer> stages = new HashSet<>();
    private final Set<Partition> completed = new HashSet<>();
    private final Set<Long> started = new HashSet<>();
    private final Map<Long, RunTotals> running = new HashMap<>();
    private RunTotals completedTotals = RunTotals.NONE;
    private TaskTimes times = TaskTimes.NONE;
    private int job = -1;
    private boolean ended;

    RunListener(String wave) {
        this.wave = wave;
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart event) {
        if (event.properties() != null && wave.equals(event.properties().getProperty(WAVE))) {
            job = event.jobId();
            CollectionConverters.asJava(event.stageIds()).forEach(stage -> stages.add((Integer) stage));
        }
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart event) {
        if (stages.contains(event.stageId())) {
            started.add(event.taskInfo().taskId());
        }
    }

    @Override
    public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate event) {
        CollectionConverters.asJava(event.accumUpdates()).forEach(task -> {
            // Heartbeats may come after the task's end.
            if (stages.contains((Integer) task._2()) && started.contains((Long) task._1())) {
                running.put((Long) task._1(), totals(task._4(), 0));
            }
        });
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
        started.remove(event.taskInfo().taskId());
        running.remove(event.taskInfo().taskId());
        boolean counts = stages.contains(event.stageId()) && event.taskInfo().successful();
        if (counts
                && completed.add(new Partition(event.stageId(), event.taskInfo().partitionId()))) {
            long written = event.taskMetrics().outputMetrics().recordsWritten();
            RunTotals task = totals(event.taskInfo().accumulables(), written);
            completedTotals = completedTotals.plus(task);
            if (task.rows() > 0) {
                times = times.and(Duration.ofMillis(event.taskMetrics().executorRunTime()));
            }
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd event) {
        if (event.jobId() == job) {
            ended = true;
            notifyAll();
        }
    }

    /** The totals so far. */
    synchronized RunTotals totals() {
        return running.values().stream().reduce(completedTotals, RunTotals::plus);
    }

    /** How many tasks are running. */
    synchronized int runningTasks() {
        return started.size();
    }

    /** How long the tasks that simulated rows took. */
    synchronized TaskTimes times() {
        return times;
    }

    /**
     * Waits for the end of the job, of which Spark notifies listeners with a delay. After that the totals are those of the
     * whole wave.
     *
     * @param patience how long to wait at most
     */
    synchronized void awaitEnd(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); !ended && left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    private static RunTotals totals(Seq<AccumulableInfo> counts, long written) {
        Map<String, Long> byName = new HashMap<>();
        CollectionConverters.asJava(counts).forEach(count -> {
            if (count.name().isDefined()
                    && count.update().isDefined()
                    && count.update().get() instanceof Number value) {
                byName.merge(count.name().get(), value.longValue(), Long::sum);
            }
        });
        return new RunTotals(
                byName.getOrDefault(SweepMetrics.ROWS, 0L),
                byName.getOrDefault(SweepMetrics.NEURON_STEPS, 0L),
                byName.getOrDefault(SweepMetrics.SPIKES, 0L),
                byName.getOrDefault(SweepMetrics.DIVERGED_ROWS, 0L),
                written,
                new AuditReport(
                        byName.getOrDefault(SweepMetrics.AUDITED_ROWS, 0L),
                        byName.getOrDefault(SweepMetrics.UNSETTLED_ROWS, 0L),
                        byName.getOrDefault(SweepMetrics.COUNT_DIFFERENCE, 0L),
                        SweepMetrics.time(byName.getOrDefault(SweepMetrics.TIME_DIFFERENCE, 0L))));
    }
}
