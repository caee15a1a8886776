package io.github.spikesweep.points;

import static io.github.spikesweep.points.ParquetFault.require;

import java.io.IOException;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.io.ParquetDecodingException;

/** Checks the content of a page before the library decodes it, since the library allocates whatever runs and blocks ask for. */
final class EncodedValues {
    private static final int VALUES_IN_GROUP = 8;
    /** By how many values writers may fill up the last run. */
    private static final int MOST_PADDING = 4096;
    /** Writers make blocks of 128 to 2048 values, in parts of 32 to 256. */
    private static final int LARGEST_BLOCK = 4096;

    private static final int LARGEST_PART = 512;

    private EncodedValues() {}

    /**
     * Checks values.
     *
     * @param count how many there are at the most
     * @throws ParquetDecodingException if they would take more room than that
     */
    static void check(Encoding encoding, ByteBufferInputStream bytes, int count) throws IOException {
        switch (encoding) {
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
                if (bytes.available() > 0) {
                    checkRuns(bytes, bytes.read(), count);
                }
            }
            case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> checkDeltas(bytes, count);
            case DELTA_BYTE_ARRAY -> {
                int prefixes = checkDeltas(bytes, count);
                ValuesReader lengths = new DeltaBinaryPackingValuesReader();
                lengths.initFromPage(count, bytes);
                for (int i = 0; i < prefixes; i++) {
                    int length = lengths.readInteger();
                    require(length >= 0 && length <= PointColumn.LONGEST_TEXT, "a text is longer than accepted");
                }
                checkDeltas(bytes, count);
            }
            case PLAIN, BYTE_STREAM_SPLIT, RLE, BIT_PACKED -> {
                // They take no more room than the page.
            }
        }
    }

    /**
     * Goes over runs of one value, and of groups of eight packed values.
     *
     * @param bits of a value
     * @param count how many values are read at the most
     */
    static void checkRuns(ByteBufferInputStream bytes, int bits, int count) throws IOException {
        int known = 0;
        while (known < count && bytes.available() > 0) {
            int run = BytesUtils.readUnsignedVarInt(bytes);
            int length = run >>> 1;
            boolean packed = (run & 1) == 1;
            require(length > 0, "a run is empty");
            if (packed) {
                require(length <= (count - known + MOST_PADDING) / VALUES_IN_GROUP, "a run is longer than its page");
                // The last one may lack its end.
                bytes.skipFully(Math.min(bytes.available(), length * (long) bits));
                known += length * VALUES_IN_GROUP;
            } else {
                bytes.skipFully((bits + Byte.SIZE - 1) / Byte.SIZE);
                known += Math.min(length, count - known);
            }
        }
    }

    /** Checks the head of whole numbers that are stored as differences. Tells how many there are; the place is kept. */
    private static int checkDeltas(ByteBufferInputStream bytes, int count) throws IOException {
        bytes.mark(bytes.available());
        int block = BytesUtils.readUnsignedVarInt(bytes);
        int parts = BytesUtils.readUnsignedVarInt(bytes);
        int values = BytesUtils.readUnsignedVarInt(bytes);
        bytes.reset();
        require(
                block > 0 && block <= LARGEST_BLOCK && parts > 0 && parts <= block && block / parts <= LARGEST_PART,
                "a block is larger than accepted");
        require(values >= 0 && values <= count, "a page has more values than it says");
        return values;
    }
}
