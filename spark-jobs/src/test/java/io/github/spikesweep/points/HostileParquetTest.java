package io.github.spikesweep.points;

import static io.github.spikesweep.points.HandMade.joined;
import static io.github.spikesweep.points.HandMade.little;
import static io.github.spikesweep.points.ParquetTables.all;
import static io.github.spikesweep.points.ParquetTables.fault;
import static io.github.spikesweep.points.ParquetTables.read;
import static io.github.spikesweep.points.ParquetTables.readOrRefuse;
import static org.apache.parquet.format.FieldRepetitionType.REQUIRED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Refuses footers that would take too much time or memory. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HostileParquetTest {
    private static final String BROKEN = "p.parquet: is not a Parquet file, or a broken one: ";
    private static final byte[] TWO_NUMBERS = joined(little(1.5), little(-2.5));
    /** 2^31 - 1 in seven bits a byte. */
    private static final byte[] HUGE = {-1, -1, -1, -1, 7};

    @Test
    void columnsThatSharePagesAreRefused() {
        assertEquals(
                BROKEN + "columns share pages",
                fault(twoNumbers().file(twoNumbers().footer(1000)), all()));
    }

    @Test
    void claimsOfTheFooterAreChecked() {
        for (long size : new long[] {-1, 1L << 40, Long.MAX_VALUE}) {
            FileMetaData compressed = twoNumbers().footer(1);
            chunk(compressed).setTotal_compressed_size(size);
            assertEquals(
                    BROKEN + "a column lies outside of the file",
                    fault(twoNumbers().file(compressed), all()));
        }
        for (long offset : new long[] {-1, 0, 3, 1 << 20, Long.MAX_VALUE}) {
            FileMetaData moved = twoNumbers().footer(1);
            chunk(moved).setData_page_offset(offset);
            assertEquals(
                    BROKEN + "a column lies outside of the file",
                    fault(twoNumbers().file(moved), all()));
        }
        FileMetaData large = twoNumbers().footer(1);
        chunk(large).setTotal_uncompressed_size(Long.MAX_VALUE);
        assertEquals(
                "p.parquet: the wanted columns take more bytes than accepted, uncompressed (268435456)",
                fault(twoNumbers().file(large), all()));
        FileMetaData negative = twoNumbers().footer(1);
        negative.getRow_groups().get(0).setNum_rows(-5);
        assertEquals(BROKEN + "a row group has -5 rows", fault(twoNumbers().file(negative), all()));
        FileMetaData many = twoNumbers().footer(2);
        many.getRow_groups().forEach(group -> group.setNum_rows(Long.MAX_VALUE));
        assertEquals(
                "p.parquet:1:1: more rows than a table may have (1000000)",
                fault(twoNumbers().file(many), all()));
        FileMetaData more = twoNumbers().footer(1);
        chunk(more).setNum_values(3);
        assertEquals(
                BROKEN + "a column has not one value for each row",
                fault(twoNumbers().file(more), all()));
        FileMetaData elsewhere = twoNumbers().footer(1);
        elsewhere.getRow_groups().get(0).getColumns().get(0).setFile_path("/etc/passwd");
        assertEquals(
                "p.parquet: its values are in another file; expected a file of its own",
                fault(twoNumbers().file(elsewhere), all()));
        FileMetaData renamed = twoNumbers().footer(1);
        chunk(renamed).setPath_in_schema(List.of("b"));
        assertEquals(BROKEN + "a row group lacks 'a'", fault(twoNumbers().file(renamed), all()));
    }

    @Test
    void schemasAreCheckedAndNeedNotBeFlat() {
        FileMetaData deep = twoNumbers().footer(1);
        deep.getSchema().get(0).setNum_children(2);
        for (int i = 0; i < 20_000; i++) {
            SchemaElement group = new SchemaElement("g" + i);
            group.setNum_children(1);
            deep.getSchema().add(group);
        }
        deep.getSchema().add(new SchemaElement("leaf"));
        byte[] file = twoNumbers().file(deep);
        assertEquals(2, read(file, ParquetTables.wanted("a")).rows());
        assertEquals(
                "p.parquet:1:2: 'g0' must hold one value in each row, found a group of columns; to read only some columns, list them under 'columns'",
                fault(file, all()));
        for (int children : new int[] {Integer.MIN_VALUE, 0, 3, Integer.MAX_VALUE}) {
            FileMetaData wrong = twoNumbers().footer(1);
            wrong.getSchema().get(0).setNum_children(children);
            assertEquals(BROKEN + "its schema is incomplete", fault(twoNumbers().file(wrong), all()));
            FileMetaData inner = twoNumbers().footer(1);
            inner.getSchema().get(1).setNum_children(children);
            readOrRefuse(twoNumbers().file(inner), all());
        }
        FileMetaData empty = twoNumbers().footer(1);
        empty.getSchema().get(0).setNum_children(0);
        empty.getSchema().remove(1);
        assertEquals("p.parquet: has no columns", fault(twoNumbers().file(empty), all()));
    }

    @Test
    void metadataTakesNoMoreRoomThanItsBytes() throws IOException {
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(twoNumbers().footer(1), footer);
        byte[] good = footer.toByteArray();
        // The list of the schema comes second, after 15 02: 19 2c is a list of two structures, fc one of as many as
        // told.
        byte[] list = joined(new byte[] {0x15, 2, 0x19, (byte) 0xfc}, HUGE, Arrays.copyOfRange(good, 4, good.length));
        assertTrue(fault(twoNumbers().file(list), all()).startsWith(BROKEN));
        // A structure in a field that is not known, in it another, and so on.
        byte[] nested = new byte[1 << 20];
        Arrays.fill(nested, (byte) 0x1c);
        assertEquals(
                BROKEN + "metadata is nested too deep",
                fault(twoNumbers().file(joined(new byte[] {0x7c}, nested)), all()));
        byte[] nestedLists = new byte[1 << 20];
        Arrays.fill(nestedLists, (byte) 0x19);
        assertEquals(
                BROKEN + "metadata is nested too deep",
                fault(twoNumbers().file(joined(new byte[] {0x79}, nestedLists)), all()));
        assertEquals(
                BROKEN + "metadata is nested too deep",
                fault(
                        HandMade.numbers(REQUIRED)
                                .rows(1)
                                .bytes(joined(new byte[] {0x7c}, nested))
                                .file(),
                        all()));
        assertEquals(
                "p.parquet: its footer of 5000000 bytes is larger than accepted (4194304); write fewer row groups",
                fault(twoNumbers().file(new byte[5_000_000]), all()));
    }

    @Test
    void nameOfTheWriterIsNotLookedAt() {
        FileMetaData footer = twoNumbers().footer(1);
        footer.setCreated_by(" ".repeat(1 << 20));
        assertEquals(2, read(twoNumbers().file(footer), all()).rows());
    }

    @Test
    void pagesStayWithinWhatTheFooterSays() {
        FileMetaData small = twoNumbers().footer(1);
        chunk(small).setTotal_uncompressed_size(15);
        assertEquals(
                BROKEN + "a page is larger than its column", fault(twoNumbers().file(small), all()));
    }

    private static HandMade twoNumbers() {
        return HandMade.numbers(REQUIRED).page(2, Encoding.PLAIN, 16, TWO_NUMBERS);
    }

    private static ColumnMetaData chunk(FileMetaData footer) {
        return footer.getRow_groups().get(0).getColumns().get(0).getMeta_data();
    }
}
