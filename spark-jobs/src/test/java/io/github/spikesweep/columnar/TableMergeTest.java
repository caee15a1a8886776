package io.github.spikesweep.columnar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row groups of both sizes, in files that agree, and in files that do not, on which columns may be empty. */
class TableMergeTest {
    /** Of these, a group is copied as bytes. */
    private static final int MANY = 1 << 17;

    @TempDir
    private Path folder;

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({
        "REQUIRED, REQUIRED, 5",
        "OPTIONAL, REQUIRED, 5",
        "REQUIRED, OPTIONAL, 5",
        "REQUIRED, REQUIRED, 131072",
        "OPTIONAL, REQUIRED, 131072",
        "REQUIRED, OPTIONAL, 131072"
    })
    void everyRowIsThere(Repetition first, Repetition second, int rows) throws IOException {
        List<InputFile> files = List.of(file("a", first, 0, rows), file("b", second, rows, rows));
        Path merged = folder.resolve("merged");
        TableMerge.merge(files, new LocalOutputFile(merged), () -> false);
        List<Long> found = new ArrayList<>();
        int groups;
        try (TableReader reader = TableReader.open(new LocalInputFile(merged))) {
            assertEquals(schema(first), reader.schema());
            groups = reader.groups().size();
            reader.each(row -> found.add(row.getLong("id", 0)));
        }
        assertEquals(LongStream.range(0, 2L * rows).boxed().toList(), found);
        assertEquals(first == second && rows == MANY ? 2 : 1, groups);
    }

    @Test
    void filesThatDoNotFollowEachOtherAreInterleaved() throws IOException {
        List<InputFile> files = List.of(
                file("a", Repetition.REQUIRED, 0, 5),
                file("c", Repetition.OPTIONAL, 10, 5),
                file("b", Repetition.REQUIRED, 5, 5));
        Path merged = folder.resolve("merged");
        TableMerge.merge(files, new LocalOutputFile(merged), () -> false);
        List<Long> found = new ArrayList<>();
        try (TableReader reader = TableReader.open(new LocalInputFile(merged))) {
            reader.each(row -> found.add(row.getLong("id", 0)));
        }
        assertEquals(LongStream.range(0, 15).boxed().toList(), found);
    }

    @Test
    void listsAndNullsStayAsTheyAre() throws IOException {
        MessageType schema = new MessageType(
                "table",
                Types.optionalList().requiredElement(PrimitiveTypeName.DOUBLE).named("v"),
                Types.optional(PrimitiveTypeName.INT32).named("n"),
                Types.optionalList().requiredElement(PrimitiveTypeName.DOUBLE).named("w"),
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named("s"));
        List<Group> rows = new ArrayList<>();
        for (List<Double> list : List.of(List.<Double>of(), List.of(1.5), List.of(-0.0, 3.0, 3.0))) {
            rows.add(list(new SimpleGroup(schema), "v", list).append("n", 1));
            rows.add(list(new SimpleGroup(schema), "w", list).append("s", "é"));
            rows.add(list(list(new SimpleGroup(schema), "v", list), "w", list));
        }
        rows.add(new SimpleGroup(schema));
        List<InputFile> files = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            Path file = folder.resolve(name);
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                    .withType(schema)
                    .build()) {
                for (Group row : rows) {
                    writer.write(row);
                }
            }
            files.add(new LocalInputFile(file));
        }
        Path merged = folder.resolve("merged");
        TableMerge.merge(files, new LocalOutputFile(merged), () -> false);
        List<String> found = new ArrayList<>();
        try (TableReader reader = TableReader.open(new LocalInputFile(merged))) {
            reader.each(row -> found.add(row.toString()));
        }
        assertEquals(
                Stream.concat(rows.stream(), rows.stream()).map(Group::toString).toList(), found);
    }

    private static Group list(Group row, String name, List<Double> values) {
        Group list = row.addGroup(name);
        values.forEach(value -> list.addGroup("list").append("element", value));
        return row;
    }

    private InputFile file(String name, Repetition repetition, long from, int rows) throws IOException {
        Path file = folder.resolve(name);
        MessageType schema = schema(repetition);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                .build()) {
            for (long id = from; id < from + rows; id++) {
                writer.write(new SimpleGroup(schema).append("id", id));
            }
        }
        return new LocalInputFile(file);
    }

    private static MessageType schema(Repetition repetition) {
        return new MessageType(
                "table", Types.primitive(PrimitiveTypeName.INT64, repetition).named("id"));
    }
}
