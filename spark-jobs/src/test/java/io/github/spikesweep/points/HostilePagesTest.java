package io.github.spikesweep.points;

import static io.github.spikesweep.points.HandMade.joined;
import static io.github.spikesweep.points.HandMade.little;
import static io.github.spikesweep.points.ParquetTables.all;
import static io.github.spikesweep.points.ParquetTables.fault;
import static io.github.spikesweep.points.ParquetTables.read;
import static org.apache.parquet.format.FieldRepetitionType.OPTIONAL;
import static org.apache.parquet.format.FieldRepetitionType.REQUIRED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xerial.snappy.Snappy;

/** Refuses pages that would take too much time or memory. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HostilePagesTest {
    private static final String BROKEN = "p.parquet: is not a Parquet file, or a broken one: ";
    private static final byte[] TWO_NUMBERS = joined(little(1.5), little(-2.5));
    /** 2^31 - 1 in seven bits a byte. */
    private static final byte[] HUGE = {-1, -1, -1, -1, 7};

    @Test
    void handMadeFileIsRead() {
        assertArrayEquals(
                new double[] {1.5, -2.5}, read(twoNumbers().file(), all()).numbers("a"));
        byte[] page = joined(little(2), new byte[] {4, 1}, TWO_NUMBERS);
        byte[] optional = HandMade.numbers(OPTIONAL)
                .page(2, Encoding.PLAIN, page.length, page)
                .file();
        assertArrayEquals(new double[] {1.5, -2.5}, read(optional, all()).numbers("a"));
        byte[] bitPacked = HandMade.numbers(REQUIRED)
                .dictionary(2, TWO_NUMBERS)
                .page(3, Encoding.RLE_DICTIONARY, 3, new byte[] {1, 3, 0b101})
                .file();
        assertArrayEquals(new double[] {-2.5, 1.5, -2.5}, read(bitPacked, all()).numbers("a"));
    }

    @Test
    void pagesTakeNoMoreRoomThanTheirBytesAllow() {
        assertEquals(
                "p.parquet: the wanted columns take more bytes than accepted, uncompressed (268435456)",
                fault(
                        HandMade.numbers(REQUIRED)
                                .page(2, Encoding.PLAIN, Integer.MAX_VALUE, TWO_NUMBERS)
                                .file(),
                        all()));
        PageHeader cutOff = new PageHeader(PageType.DATA_PAGE, 16, Integer.MAX_VALUE);
        assertEquals(
                BROKEN + "a page is cut off",
                fault(
                        HandMade.numbers(REQUIRED)
                                .rows(2)
                                .page(cutOff, TWO_NUMBERS)
                                .file(),
                        all()));
        assertEquals(
                BROKEN + "a dictionary has more values than a column",
                fault(
                        HandMade.numbers(REQUIRED)
                                .rows(2)
                                .dictionary(Integer.MAX_VALUE, TWO_NUMBERS)
                                .file(),
                        all()));
        assertEquals(
                BROKEN + "a dictionary is cut off",
                fault(
                        HandMade.numbers(REQUIRED)
                                .dictionary(5, TWO_NUMBERS)
                                .page(2, Encoding.RLE_DICTIONARY, 3, new byte[] {1, 4, 1})
                                .file(),
                        all()));
    }

    @Test
    void runsTakeNoMoreRoomThanTheirPage() {
        assertEquals(BROKEN + "a run is longer than its page", fault(indices(joined(new byte[] {1}, HUGE)), all()));
        assertEquals(BROKEN + "a part of it is missing", fault(indices(new byte[] {1, -1}), all()));
        assertEquals(BROKEN + "a run is empty", fault(indices(new byte[] {1, 0, 1}), all()));
        assertEquals(
                BROKEN + "bitWidth must be >= 0 and <= 32", fault(indices(new byte[] {33, 4, 1, 0, 0, 0, 0}), all()));
        byte[] levels = joined(little(5), HUGE, TWO_NUMBERS);
        assertEquals(
                BROKEN + "a run is longer than its page",
                fault(
                        HandMade.numbers(OPTIONAL)
                                .page(2, Encoding.PLAIN, levels.length, levels)
                                .file(),
                        all()));
        byte[] cutOff = joined(little(1), new byte[] {-1}, TWO_NUMBERS);
        assertEquals(
                BROKEN + "a part of it is missing",
                fault(
                        HandMade.numbers(OPTIONAL)
                                .page(2, Encoding.PLAIN, cutOff.length, cutOff)
                                .file(),
                        all()));
    }

    @Test
    void textsTakeNoMoreRoomThanTheirPage() {
        byte[] huge = joined(little(Integer.MAX_VALUE), "HH".getBytes(StandardCharsets.UTF_8));
        assertTrue(fault(
                        HandMade.texts()
                                .page(1, Encoding.PLAIN, huge.length, huge)
                                .file(),
                        all())
                .startsWith(BROKEN));
        assertEquals(
                "p.parquet:1:1: row 1: 'model' has more characters than accepted (1000)",
                fault(
                        HandMade.texts()
                                .dictionary(1, huge)
                                .page(1, Encoding.RLE_DICTIONARY, 3, new byte[] {1, 2, 0})
                                .file(),
                        all()));
    }

    @Test
    void compressedPagesTakeNoMoreRoomThanTheySay() {
        byte[] snappy = joined(HUGE, TWO_NUMBERS);
        assertEquals(
                BROKEN + "a page has another size than it says",
                fault(
                        HandMade.numbers(REQUIRED)
                                .compressedBy(CompressionCodec.SNAPPY)
                                .page(2, Encoding.PLAIN, 16, snappy)
                                .file(),
                        all()));
        for (CompressionCodec codec : List.of(CompressionCodec.SNAPPY, CompressionCodec.GZIP, CompressionCodec.ZSTD)) {
            for (byte[] body : List.of(new byte[0], new byte[] {0}, TWO_NUMBERS)) {
                byte[] file = HandMade.numbers(REQUIRED)
                        .compressedBy(codec)
                        .page(2, Encoding.PLAIN, 16, body)
                        .file();
                assertTrue(fault(file, all()).startsWith(BROKEN), codec + ": " + fault(file, all()));
            }
        }
    }

    @Test
    void levelsFitIntoTheirPage() {
        PageHeader header = new PageHeader(PageType.DATA_PAGE_V2, 16, 16);
        header.setData_page_header_v2(
                new DataPageHeaderV2(2, 0, 2, Encoding.PLAIN, Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(
                BROKEN + "a page is smaller than its levels",
                fault(
                        HandMade.numbers(REQUIRED)
                                .rows(2)
                                .page(header, TWO_NUMBERS)
                                .file(),
                        all()));
    }

    @Test
    void pagesWithoutEndOrValuesAreRefused() {
        assertEquals(
                BROKEN + "a page has no values",
                fault(
                        HandMade.numbers(REQUIRED)
                                .page(0, Encoding.PLAIN, 0, new byte[0])
                                .rows(2)
                                .file(),
                        all()));
        assertEquals(
                BROKEN + "a page has more values than its column",
                fault(
                        HandMade.numbers(REQUIRED)
                                .page(2, Encoding.PLAIN, 16, TWO_NUMBERS)
                                .rows(1)
                                .file(),
                        all()));
        assertTrue(fault(
                        HandMade.numbers(REQUIRED)
                                .page(2, Encoding.PLAIN, 16, TWO_NUMBERS)
                                .rows(3)
                                .file(),
                        all())
                .startsWith(BROKEN));
        assertEquals(
                BROKEN + "a page has no values",
                fault(
                        HandMade.numbers(REQUIRED)
                                .rows(1)
                                .page(new PageHeader(PageType.INDEX_PAGE, 0, 0), new byte[0])
                                .file(),
                        all()));
    }

    @Test
    void pagesWithoutNumberAreRefused() {
        HandMade file = HandMade.numbers(REQUIRED);
        for (int i = 0; i < 100_001; i++) {
            file.page(1, Encoding.PLAIN, 8, little(1.5));
        }
        assertEquals("p.parquet: more pages than accepted (100000)", fault(file.file(), all()));
    }

    @Test
    void differencesTakeNoMoreRoomThanTheirPage() {
        // 128 values in a block of 4 parts, 2 values, 5 and a difference of 1 in no bits: then what may be wrong.
        assertArrayEquals(
                new double[] {5, 6},
                read(whole(new byte[] {-128, 1, 4, 2, 10, 2, 0, 0, 0, 0}).file(), all())
                        .numbers("n"));
        assertEquals(
                BROKEN + "a page has more values than it says",
                fault(
                        whole(joined(new byte[] {-128, 1, 4}, HUGE, new byte[] {10, 2, 0, 0, 0, 0}))
                                .file(),
                        all()));
        for (byte[] block : List.of(
                joined(HUGE, new byte[] {1}),
                joined(HUGE, HUGE),
                new byte[] {0, 0},
                new byte[] {-128, 1, 0},
                new byte[] {-128, -128, 1, 16})) {
            assertEquals(
                    BROKEN + "a block is larger than accepted",
                    fault(
                            whole(joined(block, new byte[] {2, 10, 2, 0, 0, 0, 0}))
                                    .file(),
                            all()));
        }
        assertEquals(
                BROKEN + "a part of it is missing",
                fault(whole(new byte[] {-128, 1, 4, 2, 10}).file(), all()));
    }

    @Test
    void textsThatContinueOthersTakeNoMoreRoomThanAccepted() {
        // They share 0 and 2 characters with the text before, and have 2 and 1 of their own.
        byte[] shared = {-128, 1, 4, 2, 0, 4, 0, 0, 0, 0};
        byte[] lengths = {-128, 1, 4, 2, 4, 1, 0, 0, 0, 0};
        byte[] characters = {'H', 'H', '2'};
        assertEquals(
                List.of("HH", "HH2"),
                read(continued(joined(shared, lengths, characters)), all()).texts("model"));
        byte[] longShared = joined(new byte[] {-128, 1, 4, 2, 0}, new byte[] {-2, -1, -1, -1, 15, 0, 0, 0, 0});
        assertEquals(
                BROKEN + "a text is longer than accepted",
                fault(continued(joined(longShared, lengths, characters)), all()));
        byte[] manyLengths = joined(new byte[] {-128, 1, 4}, HUGE, new byte[] {4, 1, 0, 0, 0, 0});
        assertEquals(
                BROKEN + "a page has more values than it says",
                fault(continued(joined(shared, manyLengths, characters)), all()));
    }

    @Test
    void bombsAreRefusedByEveryCodec() throws IOException {
        byte[] page = new byte[64 << 20];
        for (CompressionCodec codec : List.of(
                CompressionCodec.UNCOMPRESSED,
                CompressionCodec.SNAPPY,
                CompressionCodec.GZIP,
                CompressionCodec.ZSTD,
                CompressionCodec.LZ4_RAW,
                CompressionCodec.LZ4)) {
            byte[] file = HandMade.numbers(REQUIRED)
                    .compressedBy(codec)
                    .page(2, Encoding.PLAIN, 16, compressed(codec, page))
                    .file();
            assertTrue(fault(file, all()).startsWith(BROKEN), codec + ": " + fault(file, all()));
            byte[] good = HandMade.numbers(REQUIRED)
                    .compressedBy(codec)
                    .page(2, Encoding.PLAIN, 16, compressed(codec, TWO_NUMBERS))
                    .file();
            assertArrayEquals(new double[] {1.5, -2.5}, read(good, all()).numbers("a"));
        }
    }

    @Test
    void piecesOfLz4StayInTheirPage() {
        for (byte[] pieces : List.of(
                new byte[] {127, -1, -1, -1, 0, 0, 0, 0},
                new byte[] {0, 0, 0, 16, 127, -1, -1, -1},
                new byte[] {0, 0, 0, 16, -1, -1, -1, -1},
                new byte[] {-1, -1, -1, -1},
                new byte[] {0, 0, 0, 0, 0, 0, 0, 0},
                new byte[] {0, 0, 0, 16, 0})) {
            byte[] file = HandMade.numbers(REQUIRED)
                    .compressedBy(CompressionCodec.LZ4)
                    .page(2, Encoding.PLAIN, 16, pieces)
                    .file();
            assertTrue(fault(file, all()).startsWith(BROKEN), fault(file, all()));
        }
    }

    @Test
    void checksumsAreCompared() {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, 16, 16);
        header.setData_page_header(new DataPageHeader(2, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
        header.setCrc(1);
        assertEquals(
                BROKEN + "the checksum of a page is wrong",
                fault(
                        HandMade.numbers(REQUIRED)
                                .rows(2)
                                .page(header, TWO_NUMBERS)
                                .file(),
                        all()));
    }

    private static byte[] compressed(CompressionCodec codec, byte[] page) throws IOException {
        LZ4Compressor lz4 = LZ4Factory.safeInstance().fastCompressor();
        return switch (codec) {
            case UNCOMPRESSED -> page;
            case SNAPPY -> Snappy.compress(page);
            case ZSTD -> Zstd.compress(page);
            case GZIP -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                    out.write(page);
                }
                yield bytes.toByteArray();
            }
            case LZ4_RAW -> lz4.compress(page);
            case LZ4 -> {
                byte[] piece = lz4.compress(page);
                yield ByteBuffer.allocate(8 + piece.length)
                        .putInt(page.length)
                        .putInt(piece.length)
                        .put(piece)
                        .array();
            }
            case BROTLI, LZO -> throw new IllegalArgumentException(codec.toString());
        };
    }

    private static HandMade whole(byte[] page) {
        return HandMade.whole().page(2, Encoding.DELTA_BINARY_PACKED, page.length, page);
    }

    private static byte[] continued(byte[] page) {
        return HandMade.texts()
                .page(2, Encoding.DELTA_BYTE_ARRAY, page.length, page)
                .file();
    }

    private static HandMade twoNumbers() {
        return HandMade.numbers(REQUIRED).page(2, Encoding.PLAIN, 16, TWO_NUMBERS);
    }

    /** Two values of a dictionary of two. */
    private static byte[] indices(byte[] page) {
        return HandMade.numbers(REQUIRED)
                .dictionary(2, TWO_NUMBERS)
                .page(2, Encoding.RLE_DICTIONARY, page.length, page)
                .file();
    }
}
