package io.github.spikesweep.source;

import io.github.spikesweep.simulation.Progress;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.spark.TaskContext;
import org.apache.spark.util.DoubleAccumulator;
import org.apache.spark.util.LongAccumulator;

/**
 * The progress of a task: counts what it has simulated, also of rows that are not finished, and ends when Spark kills it or when
 * its {@link EarlyEnd} is requested.
 */
final class TaskProgress implements Progress {
    private final DoubleAccumulator rows;
    private final LongAccumulator neuronSteps;
    private final Optional<TaskContext> task;
    private final Optional<EarlyEnd> end;

    TaskProgress(DoubleAccumulator rows, LongAccumulator neuronSteps) {
        this.rows = rows;
        this.neuronSteps = neuronSteps;
        this.task = Optional.ofNullable(TaskContext.get());
        this.end =
                task.map(context -> context.getLocalProperty(EarlyEnd.PROPERTY)).flatMap(EarlyEnd::of);
    }

    @Override
    public void advanced(double advance, long steps) {
        if (task.isPresent() && task.get().isInterrupted()) {
            throw new CancellationException("the task was killed");
        }
        rows.add(advance);
        neuronSteps.add(steps);
    }

    /** Rows are finished. */
    void finished() {
        end.ifPresent(EarlyEnd::finished);
    }

    @Override
    public boolean isStopped() {
        return end.isPresent() && end.get().isRequested();
    }
}
