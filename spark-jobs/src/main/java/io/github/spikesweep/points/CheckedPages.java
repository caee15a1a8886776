package io.github.spikesweep.points;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * The pages of a column that is in no list, each checked before the library decodes it: that takes as much room as the runs in a
 * page say that they need.
 */
final class CheckedPages implements PageReader {
    private static final int WIDEST_BITS = 32;
    private static final int VALUES_IN_GROUP = 8;
    /** By how many values writers may fill up the last run. */
    private static final int MOST_PADDING = 4096;

    private final PageReader pages;
    private final int levelBits;

    /** @param levelBits 1 if values may be null, otherwise 0 */
    CheckedPages(PageReader pages, int levelBits) {
        this.pages = pages;
        this.levelBits = levelBits;
    }

    @Override
    public DictionaryPage readDictionaryPage() {
        DictionaryPage page = pages.readDictionaryPage();
        // No value takes less than four bytes.
        require(
                page == null || page.getDictionarySize() <= page.getBytes().size() / Integer.BYTES,
                "a dictionary is cut off");
        return page;
    }

    @Override
    public long getTotalValueCount() {
        return pages.getTotalValueCount();
    }

    @Override
    public DataPage readPage() {
        DataPage page = pages.readPage();
        page.accept(new DataPage.Visitor<Void>() {
            @Override
            public Void visit(DataPageV1 first) {
                check(first);
                return null;
            }

            @Override
            public Void visit(DataPageV2 second) {
                check(second);
                return null;
            }
        });
        return page;
    }

    private void check(DataPageV1 page) {
        int count = page.getValueCount();
        try {
            ByteBufferInputStream bytes = page.getBytes().toInputStream();
            if (levelBits > 0 && page.getDlEncoding() == Encoding.RLE) {
                checkRuns(bytes.sliceStream(BytesUtils.readIntLittleEndian(bytes)), levelBits, count);
            } else {
                bytes.skipFully((levelBits * (long) count + Byte.SIZE - 1) / Byte.SIZE);
            }
            checkValues(page.getValueEncoding(), bytes, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(DataPageV2 page) {
        int count = page.getValueCount();
        try {
            if (levelBits > 0) {
                checkRuns(page.getDefinitionLevels().toInputStream(), levelBits, count);
            }
            checkValues(page.getDataEncoding(), page.getData().toInputStream(), count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkValues(Encoding encoding, ByteBufferInputStream bytes, int count) throws IOException {
        if (encoding.usesDictionary() && bytes.available() > 0) {
            int bits = bytes.read();
            require(bits <= WIDEST_BITS, "a dictionary has too many values");
            checkRuns(bytes, bits, count);
        }
    }

    /**
     * Goes over the runs that the library reads: runs of one value, and of groups of eight packed values.
     *
     * @param bits of a value
     * @param count how many values are read at the most
     */
    private static void checkRuns(ByteBufferInputStream bytes, int bits, int count) throws IOException {
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

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new ParquetDecodingException(problem);
        }
    }
}
