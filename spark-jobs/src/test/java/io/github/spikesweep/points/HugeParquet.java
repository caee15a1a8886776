package io.github.spikesweep.points;

import static io.github.spikesweep.points.HandMade.joined;
import static io.github.spikesweep.points.HandMade.little;

import com.github.luben.zstd.Zstd;
import io.github.spikesweep.document.InputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;

/** Reads files that are large, or grow large in memory, and prints which of them do not end as expected. */
final class HugeParquet {
    private HugeParquet() {}

    public static void main(String[] args) {
        expect("1000000 rows", stored(1_000_000, 60));
        expect("p.parquet: a page of 70000000 bytes is larger than accepted (67108864)", stored(1_000_000, 66));
        expect("1000000 rows", compressed(4));
        expect("p.parquet: the wanted columns take more bytes than accepted, uncompressed (268435456)", compressed(5));
        expect(
                "p.parquet:10001:1: row 10001: 'model' makes more different texts than a table may have (10000)",
                dictionary(1_000_000));
        expect("1 rows", schema(400_000));
    }

    private static void expect(String expected, byte[] content) {
        String found;
        try {
            found = ParquetTables.read(content, ParquetTables.wanted("model")).rows() + " rows";
        } catch (InputException e) {
            found = e.getMessage();
        }
        if (!found.equals(expected)) {
            System.out.println("expected " + expected + ", found " + found);
        }
    }

    /** A page of texts that are equal. */
    private static byte[] stored(int count, int length) {
        byte[] page = texts(count, length);
        return HandMade.texts().page(count, Encoding.PLAIN, page.length, page).file();
    }

    /** Pages of 64 million bytes each, which are a few thousand compressed. */
    private static byte[] compressed(int pages) {
        byte[] page = texts(1_000_000 / pages, 64 * pages - Integer.BYTES);
        byte[] compressed = Zstd.compress(page);
        HandMade file = HandMade.texts().compressedBy(CompressionCodec.ZSTD);
        for (int i = 0; i < pages; i++) {
            file.page(1_000_000 / pages, Encoding.PLAIN, page.length, compressed);
        }
        return file.file();
    }

    /** A dictionary of numbers as texts, each of which is used once. */
    private static byte[] dictionary(int size) {
        ByteBuffer texts = ByteBuffer.allocate(11 * size).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer indices = ByteBuffer.allocate(5 + 4 * size).order(ByteOrder.LITTLE_ENDIAN);
        // 32 bits, then groups of eight: their number in seven bits a byte, and a 1 for packed ones.
        indices.put(new byte[] {32});
        for (int run = ((size / 8) << 1) | 1; run != 0; run >>>= 7) {
            indices.put((byte) (run >>> 7 == 0 ? run : (run & 0x7f) | 0x80));
        }
        for (int i = 0; i < size; i++) {
            texts.putInt(7).put(String.format("%07d", i).getBytes(StandardCharsets.US_ASCII));
            indices.putInt(i);
        }
        return HandMade.texts()
                .dictionary(size, texts.array())
                .page(
                        size,
                        Encoding.RLE_DICTIONARY,
                        indices.position(),
                        Arrays.copyOf(indices.array(), indices.position()))
                .file();
    }

    /** Another column, a group of as many. */
    private static byte[] schema(int columns) {
        byte[] page = texts(1, 2);
        HandMade file = HandMade.texts().page(1, Encoding.PLAIN, page.length, page);
        FileMetaData footer = file.footer(1);
        footer.getSchema().get(0).setNum_children(2);
        SchemaElement group = new SchemaElement("g");
        group.setRepetition_type(FieldRepetitionType.REQUIRED);
        group.setNum_children(columns);
        footer.getSchema().add(group);
        for (int i = 0; i < columns; i++) {
            footer.getSchema().add(new SchemaElement("c"));
        }
        return file.file(footer);
    }

    private static byte[] texts(int count, int length) {
        byte[] text = joined(little(length), "x".repeat(length).getBytes(StandardCharsets.US_ASCII));
        ByteBuffer texts = ByteBuffer.allocate(count * text.length);
        for (int i = 0; i < count; i++) {
            texts.put(text);
        }
        return texts.array();
    }
}
