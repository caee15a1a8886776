package io.github.spikesweep.wave.spark;

import io.github.spikesweep.columnar.TableMerge;
import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.folder.HadoopFolder;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Merges files on an executor.
 *
 * @param files their paths
 * @param target the path of the folder for the new file
 */
record MergeTask(List<String> files, String target, SerializableConfiguration hadoop) implements Serializable {
    MergeTask {
        files = List.copyOf(files);
    }

    static MergeTask of(List<String> files, Folder target, Configuration hadoop) {
        return new MergeTask(files, target.path(), new SerializableConfiguration(hadoop));
    }

    /** Executes some side by side, and returns the names of the new files. */
    static List<String> run(List<MergeTask> merges, JavaSparkContext context) throws IOException {
        try {
            return context.parallelize(merges, merges.size())
                    .map(MergeTask::run)
                    .collect();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Spark's own, of a job that failed or was cancelled, which its methods do not declare.
            throw new IOException(ExceptionUtils.getRootCauseMessage(e), e);
        }
    }

    /**
     * Writes the new file, and returns its name: not that of a data file, and another for each attempt. Spark may make several, one
     * of which may still be writing when another has succeeded.
     */
    String run() throws IOException {
        List<InputFile> inputs = new ArrayList<>();
        for (String file : files) {
            inputs.add(HadoopInputFile.fromPath(new Path(file), hadoop.value()));
        }
        String name = TaskFile.attempt();
        TableMerge.merge(
                inputs, HadoopFolder.at(target, hadoop.value()).output(name), TaskContext.get()::isInterrupted);
        return name;
    }
}
