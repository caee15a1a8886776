package io.github.spikesweep;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.ForeachFunction;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** The metrics of an action's tasks as Spark's listeners receive them, by their description in the UI. */
public final class TaskCounts extends SparkListener {
    private static final String LAST = "TaskCounts.last";

    private final Map<String, Long> counts = new HashMap<>();
    /** Only of jobs that start while it listens, since tasks of a cancelled job may end later. */
    private final Set<Integer> stages = new HashSet<>();

    private final CountDownLatch heard = new CountDownLatch(1);
    private int tasks;
    private int lastJob = -1;

    private TaskCounts() {}

    /** Runs {@code action} and counts. */
    public static TaskCounts of(SparkSession session, Runnable action) throws InterruptedException {
        TaskCounts listener = new TaskCounts();
        session.sparkContext().addSparkListener(listener);
        try {
            action.run();
            // Events are late but in order: after this job's event, all earlier ones have arrived.
            session.sparkContext().setLocalProperty(LAST, "true");
            session.range(1).foreach((ForeachFunction<Long>) row -> {});
            if (!listener.heard.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Spark did not tell of the end of a job");
            }
        } finally {
            session.sparkContext().setLocalProperty(LAST, null);
            session.sparkContext().removeSparkListener(listener);
        }
        return listener;
    }

    /** The sum of a metric over the tasks; 0 if none counted. */
    public synchronized long sum(String metric) {
        return counts.getOrDefault(metric, 0L);
    }

    /** How many tasks there were. */
    public synchronized int tasks() {
        return tasks;
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart event) {
        if (event.properties().getProperty(LAST) != null) {
            lastJob = event.jobId();
        }
        CollectionConverters.asJava(event.stageIds()).forEach(stage -> stages.add((Integer) stage));
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
        if (lastJob < 0 && stages.contains(event.stageId())) {
            tasks++;
            CollectionConverters.asJava(event.taskInfo().accumulables()).forEach(this::add);
        }
    }

    private void add(AccumulableInfo count) {
        if (count.name().isDefined()
                && count.update().isDefined()
                && count.update().get() instanceof Number value) {
            counts.merge(count.name().get(), value.longValue(), Long::sum);
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd event) {
        if (event.jobId() == lastJob) {
            heard.countDown();
        }
    }
}
