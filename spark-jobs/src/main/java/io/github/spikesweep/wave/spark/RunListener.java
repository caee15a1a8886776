package io.github.spikesweep.wave.spark;

import io.github.spikesweep.results.RunTotals;
import io.github.spikesweep.source.EarlyEnd;
import io.github.spikesweep.source.SweepMetrics;
import io.github.spikesweep.wave.TaskTimes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
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
    /**
     * What a running task has counted.
     *
     * @param underWay how much of rows it has simulated that are not among the totals
     */
    private record Running(RunTotals totals, double underWay) {}

    private final String wave;
    private final Set<Integer> stages = new HashSet<>();
    private final Map<Integer, RunTotals> completed = new HashMap<>();
    private final Set<Long> started = new HashSet<>();
    private final Map<Long, Running> running = new HashMap<>();
    private RunTotals completedTotals = RunTotals.NONE;
    private TaskTimes times = TaskTimes.NONE;
    private int job = -1;
    private boolean ended;

    RunListener(String wave) {
        this.wave = wave;
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart event) {
        if (event.properties() != null && wave.equals(event.properties().getProperty(EarlyEnd.PROPERTY))) {
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
                running.put((Long) task._1(), running(task._4()));
            }
        });
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
        started.remove(event.taskInfo().taskId());
        running.remove(event.taskInfo().taskId());
        boolean counts = stages.contains(event.stageId()) && event.taskInfo().successful();
        int partition = event.taskInfo().partitionId();
        if (counts && !completed.containsKey(partition)) {
            long written = event.taskMetrics().outputMetrics().recordsWritten();
            RunTotals task = totals(values(event.taskInfo().accumulables()), written);
            completed.put(partition, task);
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

    /** Forgets what other tasks than these have counted, when the job has ended. */
    synchronized void keepOnly(Set<Integer> partitions) {
        running.clear();
        completed.keySet().retainAll(partitions);
        completedTotals = completed.values().stream().reduce(RunTotals.NONE, RunTotals::plus);
    }

    /** The totals so far. */
    synchronized RunTotals totals() {
        return running.values().stream().map(Running::totals).reduce(completedTotals, RunTotals::plus);
    }

    /** How much of rows is simulated that are not among the totals: 0.5 for half of a row. */
    synchronized double underWay() {
        return running.values().stream().mapToDouble(Running::underWay).sum();
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

    private static RunTotals totals(Map<String, Number> values, long written) {
        ToLongFunction<String> whole = name -> values.getOrDefault(name, 0).longValue();
        return new RunTotals(
                whole.applyAsLong(SweepMetrics.ROWS),
                whole.applyAsLong(SweepMetrics.NEURON_STEPS),
                whole.applyAsLong(SweepMetrics.SPIKES),
                whole.applyAsLong(SweepMetrics.DIVERGED_ROWS),
                written,
                SweepMetrics.audit(whole));
    }

    /** What a task reports while it runs: its totals are those of finished blocks of rows, except for its steps. */
    private static Running running(Seq<AccumulableInfo> counts) {
        Map<String, Number> values = values(counts);
        RunTotals finished = totals(values, 0);
        long steps = Math.max(
                finished.neuronSteps(),
                values.getOrDefault(SweepMetrics.NEURON_STEPS_SO_FAR, 0).longValue());
        double rows = values.getOrDefault(SweepMetrics.ROWS_SO_FAR, 0).doubleValue();
        return new Running(finished.withNeuronSteps(steps), Math.max(0, rows - finished.rows()));
    }

    private static Map<String, Number> values(Seq<AccumulableInfo> counts) {
        Map<String, Number> byName = new HashMap<>();
        CollectionConverters.asJava(counts).forEach(count -> {
            if (count.name().isDefined()
                    && count.update().isDefined()
                    && count.update().get() instanceof Number value) {
                byName.put(count.name().get(), value);
            }
        });
        return byName;
    }
}
