package io.github.spikesweep.points;

import static io.github.spikesweep.points.ParquetFault.require;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.parquet.Decompression;
import io.github.spikesweep.parquet.PageBytes;
import io.github.spikesweep.parquet.Structures;
import io.github.spikesweep.table.TableBounds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * The pages of a column in a row group. The library requests them one by one, and each is checked before it is decoded. The
 * library's own file reader would load all of them first, and trust their headers.
 */
final class Pages implements PageReader {
    private static final int LARGEST_PAGE = 64 << 20;
    private static final int MOST_PAGES = 100_000;

    private final String source;
    private final ColumnMetaData chunk;
    private final boolean nullable;
    private final AtomicInteger counted;
    private final ByteBufferInputStream bytes;
    private long values;
    private long uncompressed;

    /**
     * @param chunk one of {@link Footer#chunks}
     * @param levels the definition levels of the column: 1 if values may be null, otherwise 0
     * @param counted how many pages of the file have been read
     */
    Pages(String source, byte[] content, ColumnMetaData chunk, int levels, AtomicInteger counted) {
        this.source = source;
        this.chunk = chunk;
        this.nullable = levels > 0;
        this.counted = counted;
        this.bytes = ByteBufferInputStream.wrap(
                ByteBuffer.wrap(content, (int) Footer.start(chunk), (int) chunk.getTotal_compressed_size()));
        this.values = chunk.getNum_values();
        this.uncompressed = chunk.getTotal_uncompressed_size();
    }

    @Override
    public long getTotalValueCount() {
        return chunk.getNum_values();
    }

    @Override
    public DictionaryPage readDictionaryPage() {
        return ParquetFault.guard(source, () -> {
            bytes.mark(bytes.available());
            PageHeader header = Structures.read(new PageHeader(), bytes);
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                bytes.reset();
                return null;
            }
            DictionaryPageHeader dictionary = header.getDictionary_page_header();
            int size = dictionary.getNum_values();
            require(size <= TableBounds.MOST_ROWS, "a dictionary has more values than a column");
            byte[] page = Decompression.of(chunk.getCodec(), body(header), header.getUncompressed_page_size());
            // No value takes less than four bytes.
            require(size >= 0 && size <= page.length / Integer.BYTES, "a dictionary is cut off");
            return new DictionaryPage(BytesInput.from(page), size, PageBytes.encoding(dictionary.getEncoding()));
        });
    }

    @Override
    public DataPage readPage() {
        return ParquetFault.guard(source, () -> {
            PageHeader header = Structures.read(new PageHeader(), bytes);
            if (counted.incrementAndGet() > MOST_PAGES) {
                throw new InputException(source + ": more pages than accepted (" + MOST_PAGES + ")");
            }
            ByteBuffer body = body(header);
            int size = header.getUncompressed_page_size();
            return switch (header.getType()) {
                case DATA_PAGE -> first(header.getData_page_header(), body, size);
                case DATA_PAGE_V2 -> second(header.getData_page_header_v2(), body, size);
                case DICTIONARY_PAGE, INDEX_PAGE -> throw new ParquetDecodingException("a page has no values");
            };
        });
    }

    /** The bytes of a page as they are stored. */
    private ByteBuffer body(PageHeader header) throws IOException {
        int size = header.getUncompressed_page_size();
        if (size > LARGEST_PAGE) {
            throw new InputException(
                    source + ": a page of " + size + " bytes is larger than accepted (" + LARGEST_PAGE + ")");
        }
        uncompressed -= size;
        require(size >= 0 && uncompressed >= 0, "a page is larger than its column");
        return PageBytes.of(header, bytes);
    }

    /** A page of version 1: levels and values are compressed together. */
    private DataPage first(DataPageHeader header, ByteBuffer body, int size) throws IOException {
        byte[] page = Decompression.of(chunk.getCodec(), body, size);
        int start = 0;
        int levels = 0;
        if (nullable) {
            require(
                    PageBytes.encoding(header.getDefinition_level_encoding()) == Encoding.RLE,
                    "levels are not encoded by RLE");
            start = Integer.BYTES;
            levels = BytesUtils.readIntLittleEndian(BytesInput.from(page).toInputStream());
        }
        require(levels >= 0 && levels <= size - start, "a page is smaller than its levels");
        int end = start + levels;
        return page(
                header.getNum_values(),
                PageBytes.encoding(header.getEncoding()),
                BytesInput.from(page, start, levels),
                BytesInput.from(page, end, size - end));
    }

    /** A page of version 2: values are compressed, levels are not. */
    private DataPage second(DataPageHeaderV2 header, ByteBuffer body, int size) throws IOException {
        int levels = header.getDefinition_levels_byte_length();
        require(
                levels >= 0
                        && levels <= Math.min(size, body.remaining())
                        && header.getRepetition_levels_byte_length() == 0,
                "a page is smaller than its levels");
        byte[] definition = new byte[levels];
        body.get(definition);
        CompressionCodec codec = header.isIs_compressed() ? chunk.getCodec() : CompressionCodec.UNCOMPRESSED;
        return page(
                header.getNum_values(),
                PageBytes.encoding(header.getEncoding()),
                BytesInput.from(definition),
                BytesInput.from(Decompression.of(codec, body, size - levels)));
    }

    /** To the library, a page of version 1 is one of version 2 as well. It does not need statistics. */
    private DataPage page(int count, Encoding encoding, BytesInput levels, BytesInput body) throws IOException {
        require(count > 0, "a page has no values");
        values -= count;
        require(values >= 0, "a page has more values than its column");
        if (nullable) {
            EncodedValues.checkRuns(levels.toInputStream(), 1, count);
        }
        EncodedValues.check(encoding, body.toInputStream(), count);
        return DataPageV2.uncompressed(count, 0, count, BytesInput.empty(), levels, encoding, body, null);
    }
}
