package io.github.spikesweep.command;

import io.github.spikesweep.columnar.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;

/** Copies some of the rows of results. */
final class RowSubset {
    private RowSubset() {}

    static void copy(Path from, Path to, LongPredicate kept) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(from)) {
            files = entries.filter(entry -> entry.toString().endsWith(".parquet"))
                    .toList();
        }
        for (Path file : files) {
            try (TableReader reader = TableReader.open(new LocalInputFile(file));
                    ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                                    new LocalOutputFile(to.resolve(file.getFileName())))
                            .withType(reader.schema())
                            .withExtraMetaData(reader.texts())
                            .build()) {
                reader.each(row -> {
                    if (kept.test(row.getLong("id", 0))) {
                        writer.write(row);
                    }
                });
            }
        }
    }
}
