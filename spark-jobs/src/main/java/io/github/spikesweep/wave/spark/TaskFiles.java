package io.github.spikesweep.wave.spark;

import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.sweep.output.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that the tasks of a wave have completed: one of each task, however many attempts there were. Spark makes the writer of a
 * query by the name of its class, so a wave opens this under a name, and gives that name to the query as {@link #OPTION}.
 */
final class TaskFiles implements AutoCloseable {
    /** The option by which the writer finds the files of its wave. */
    static final String OPTION = "wave";

    private static final Map<String, TaskFiles> OPEN = new ConcurrentHashMap<>();

    private final String wave;
    private final Folder folder;
    private final List<Column> columns;
    private final Map<Integer, TaskFile> completed = new TreeMap<>();

    private TaskFiles(String wave, Folder folder, List<Column> columns) {
        this.wave = wave;
        this.folder = folder;
        this.columns = columns;
    }

    /**
     * Opens those of a wave.
     *
     * @param folder where tasks put them
     * @param columns of the table
     */
    static TaskFiles open(String wave, Folder folder, List<Column> columns) {
        TaskFiles files = new TaskFiles(wave, folder, columns);
        OPEN.put(wave, files);
        return files;
    }

    static TaskFiles of(String wave) {
        return Optional.ofNullable(OPEN.get(wave))
                .orElseThrow(() -> new IllegalArgumentException("there is no wave '" + wave + "'"));
    }

    Folder folder() {
        return folder;
    }

    List<Column> columns() {
        return columns;
    }

    /** Takes the file of a task that has ended; Spark names one for each task. */
    synchronized void add(TaskFile file) {
        completed.put(file.task(), file);
    }

    /** Those so far, in the order of their rows. */
    synchronized List<TaskFile> completed() {
        return new ArrayList<>(completed.values());
    }

    @Override
    public void close() {
        OPEN.remove(wave);
    }
}
