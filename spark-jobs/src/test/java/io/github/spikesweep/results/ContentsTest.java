package io.github.spikesweep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.columnar.ArrowColumns;
import io.github.spikesweep.columnar.TableFile;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.folder.LocalFile;
import io.github.spikesweep.folder.LocalFolder;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.results.file.ExpectedRows;
import io.github.spikesweep.results.file.FileFinding;
import io.github.spikesweep.results.file.FileFinding.Damaged;
import io.github.spikesweep.results.file.FileFinding.Foreign;
import io.github.spikesweep.results.file.FileFinding.Sound;
import io.github.spikesweep.results.file.FileScan;
import io.github.spikesweep.source.SpikeSweepSource;
import io.github.spikesweep.source.SweepFiles;
import io.github.spikesweep.space.IndexRanges;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Directories of results, intact and damaged. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ContentsTest {
    private static final SparkSession SPARK = LocalSpark.session();
    private static final int FLIPS = 120;

    @TempDir
    private static Path files;

    private static SweepDefinition definition;
    private static Dataset<Row> table;
    private static byte[] whole;
    private static List<Row> rows;

    @TempDir
    private Path folder;

    private Path out;

    @BeforeAll
    static void writeFile() throws IOException {
        String sweep = SweepText.write(files, "grid.yaml", SweepText.GRID);
        definition = SweepFiles.read(sweep, List.of());
        table = SPARK.read().format(SpikeSweepSource.NAME).load(sweep);
        whole = parquet(table);
        rows = SPARK.read()
                .parquet(write(files.resolve("whole.parquet"), whole))
                .collectAsList();
    }

    @BeforeEach
    void makeDirectory() throws IOException {
        out = Files.createDirectory(folder.resolve("out"));
    }

    @Test
    void countsWhatIsThere() throws IOException {
        long spikes =
                rows.stream().mapToInt(row -> row.<Integer>getAs("spike_count")).sum();
        assertEquals(new Contents(0, IndexRanges.none(), 0, 0, 0, List.of()), contents());
        write(out.resolve("a.parquet"), whole);
        assertEquals(new Contents(24, IndexRanges.all(24), spikes, 0, 0, List.of()), contents());
    }

    @Test
    void addsUpFilesAndTellsWhatTheyLack() throws IOException {
        write(out.resolve("b.parquet"), parquet(table.where("id IN (3, 4, 5, 9)")));
        write(out.resolve("a.parquet"), parquet(table.where("id IN (6, 20)")));
        write(out.resolve("c.parquet"), parquet(table.where("id < 0")));
        Contents contents = contents();
        assertEquals(6, contents.rows());
        assertEquals("[3, 7) [9, 10) [20, 21)", contents.covered().toString());
        assertEquals(List.of(), contents.damaged());
    }

    @Test
    void everyTruncationIsDamage() throws IOException {
        for (int length = 0; length < whole.length; length += 1 + length / 10) {
            assertTrue(scan(Arrays.copyOf(whole, length)) instanceof Damaged);
        }
    }

    @Test
    void damagedFileIsToldAndDoesNotCount() throws IOException {
        write(out.resolve("a.parquet"), whole);
        write(out.resolve("empty.parquet"), new byte[0]);
        write(out.resolve("text.parquet"), "spikes, and more spikes".repeat(9).getBytes(StandardCharsets.UTF_8));
        Contents contents = contents();
        assertEquals(24, contents.rows());
        assertEquals(
                List.of("empty.parquet", "text.parquet"),
                contents.damaged().stream().map(FileFinding::name).toList());
    }

    /** Any changed byte is either detected or does not change what is read. */
    @Tag("thorough")
    @Test
    void noFlippedByteChangesAValueUnseen() throws IOException {
        assertTrue(scan(whole) instanceof Sound);
        Random random = new Random(3);
        int sound = 0;
        for (int i = 0; i < FLIPS; i++) {
            int at = random.nextInt(whole.length);
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 + random.nextInt(255));
            if (scan(flipped) instanceof Sound found) {
                sound++;
                assertEquals(rows.size(), found.rows());
                String file = write(folder.resolve(i + ".parquet"), flipped);
                assertTrue(readsTheSameOrFails(file), "byte " + at + " of " + whole.length);
            }
        }
        assertTrue(sound < FLIPS / 2, sound + " of " + FLIPS + " not found");
    }

    /** It is text, in which pyarrow, and not Spark, would notice a change. */
    @Test
    void damageToArrowsColumnsIsFound() throws IOException {
        Path file = folder.resolve("empty.parquet");
        try (TableFile table = new TableFile(new LocalOutputFile(file), definition.columns(), "4.2.0")) {
            table.complete();
        }
        byte[] bytes = Files.readAllBytes(file);
        assertTrue(scan(bytes) instanceof Sound);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("/////", text.indexOf(ArrowColumns.KEY));
        for (int at = from + 6; at < from + 60; at += 6) {
            byte[] flipped = bytes.clone();
            flipped[at] = '!';
            assertEquals(new Damaged("scanned.parquet", "its schema for Arrow is invalid"), scan(flipped));
        }
    }

    /** A change that no reader notices is harmless. */
    private static boolean readsTheSameOrFails(String file) {
        List<Row> read;
        try {
            read = SPARK.read().parquet(file).collectAsList();
        } catch (Exception e) {
            return true;
        }
        return read.equals(rows);
    }

    @Test
    void sameRowsInTwoFilesAreRefused() throws IOException {
        write(out.resolve("a.parquet"), whole);
        write(out.resolve("copy of a.parquet"), whole);
        assertEquals(
                out
                        + ": the same rows are in a.parquet and in copy of a.parquet; move one of them out of the directory",
                fault());
        Files.delete(out.resolve("copy of a.parquet"));
        write(out.resolve("b.parquet"), parquet(table.where("id = 13")));
        assertTrue(fault().startsWith(out + ": the same rows are in a.parquet and in b.parquet"));
    }

    @Test
    void filesOfOtherTablesAreRefused() throws IOException {
        write(out.resolve("a.parquet"), parquet(SPARK.range(3).toDF()));
        assertEquals(
                out + ": a.parquet does not belong to this sweep: its columns are not those of the sweep;"
                        + " move it out of the directory, or give another --out",
                fault());
        write(
                out.resolve("a.parquet"),
                parquet(table.selectExpr("id + 20 AS id", "*").drop(table.col("id"))));
        assertTrue(fault().contains("a.parquet does not belong to this sweep: row 24 is not in the sweep"), fault());
        write(out.resolve("a.parquet"), parquet(table.orderBy(table.col("id").desc())));
        assertTrue(fault().contains("its ids are not increasing: 22 follows 23"), fault());
    }

    @Tag("thorough")
    @Test
    void columnsOfOtherTypesAreOfAnotherTable() throws IOException {
        String id = table.columns()[0];
        String gna = table.columns()[1];
        for (String changed : List.of(
                "CAST(" + id + " AS INT) AS " + id,
                "CAST(" + id + " AS STRING) AS " + id,
                "CAST(" + gna + " AS FLOAT) AS " + gna,
                "CAST(spike_count AS DOUBLE) AS spike_count",
                "array(v_final) AS v_final")) {
            String name = changed.substring(changed.lastIndexOf(' ') + 1);
            String[] columns = Arrays.stream(table.columns())
                    .map(column -> column.equals(name) ? changed : column)
                    .toArray(String[]::new);
            FileFinding finding = scan(parquet(table.selectExpr(columns)));
            assertTrue(finding instanceof Foreign, () -> changed + ": " + finding);
        }
    }

    @Test
    void hiddenFilesAreNotLookedAt() throws IOException {
        for (String name : List.of(".a.parquet", "_a.parquet", "a.parquet.tmp", "notes.txt")) {
            write(out.resolve(name), whole);
        }
        Files.createDirectory(out.resolve("folder.parquet"));
        assertEquals(0, contents().rows());
    }

    private Contents contents() throws IOException {
        ResultsDirectory directory = new ResultsDirectory(out.toString(), new LocalFolder(out));
        List<FileFinding> findings = new ArrayList<>();
        for (DataFile file : directory.dataFiles()) {
            findings.add(scan(file.name(), file.input()));
        }
        return Contents.of(directory, findings);
    }

    private String fault() {
        return assertThrows(InputException.class, this::contents).getMessage();
    }

    private FileFinding scan(byte[] bytes) throws IOException {
        Path file = Path.of(write(folder.resolve("scanned.parquet"), bytes));
        return scan(file.getFileName().toString(), new LocalFile(file));
    }

    private static FileFinding scan(String name, InputFile file) throws IOException {
        return new FileScan(ExpectedRows.of(definition, RowSet.of(definition))).scan(name, file);
    }

    /** Written like those of runs. */
    private static byte[] parquet(Dataset<Row> rows) throws IOException {
        Path directory = files.resolve("written");
        rows.coalesce(1)
                .write()
                .mode("overwrite")
                .option("compression", "zstd")
                .option("parquet.enable.dictionary#id", "false")
                .parquet(directory.toString());
        try (var entries = Files.list(directory)) {
            return Files.readAllBytes(
                    entries.filter(entry -> entry.getFileName().toString().startsWith("part-"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static String write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        return Files.write(file, bytes).toString();
    }
}
