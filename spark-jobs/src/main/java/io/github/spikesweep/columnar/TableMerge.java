package io.github.spikesweep.columnar;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** Writes the rows of several files of results to one. */
public final class TableMerge {
    private TableMerge() {}

    /**
     * Copies rows, file by file.
     *
     * @param stopped whether to give up
     * @throws CancellationException if it gave up
     */
    public static void merge(List<InputFile> files, OutputFile target, BooleanSupplier stopped) throws IOException {
        try (TableReader first = TableReader.open(files.get(0));
                ParquetWriter<Group> writer = writer(target, first)) {
            for (InputFile file : files) {
                copy(file, writer, stopped);
            }
        }
    }

    /** Writes files like another. */
    private static ParquetWriter<Group> writer(OutputFile target, TableReader like) throws IOException {
        ExampleParquetWriter.Builder settings =
                ExampleParquetWriter.builder(target).withType(like.schema()).withExtraMetaData(like.texts());
        TableFile.settings(settings);
        return settings.build();
    }

    private static void copy(InputFile file, ParquetWriter<Group> writer, BooleanSupplier stopped) throws IOException {
        try (TableReader reader = TableReader.open(file)) {
            reader.each(row -> {
                if (stopped.getAsBoolean()) {
                    throw new CancellationException("stopped while merging files");
                }
                writer.write(row);
            });
        }
    }
}
