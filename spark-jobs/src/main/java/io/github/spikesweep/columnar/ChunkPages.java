package io.github.spikesweep.columnar;

import io.github.spikesweep.parquet.Decompression;
import io.github.spikesweep.parquet.PageBytes;
import io.github.spikesweep.parquet.Structures;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import shaded.parquet.org.apache.thrift.TException;

/** The pages of a column in a row group, which are decompressed one by one. */
final class ChunkPages implements PageReader {
    private final ColumnChunkMetaData chunk;
    private final CompressionCodec codec;
    private final ByteBufferInputStream bytes;
    private long left;

    /** @param bytes the stored ones of the chunk */
    ChunkPages(ColumnChunkMetaData chunk, ByteBufferInputStream bytes) {
        this.chunk = chunk;
        this.codec = chunk.getCodec().getParquetCompressionCodec();
        this.bytes = bytes;
        this.left = chunk.getValueCount();
    }

    @Override
    public long getTotalValueCount() {
        return chunk.getValueCount();
    }

    @Override
    public DictionaryPage readDictionaryPage() {
        try {
            bytes.mark(bytes.available());
            PageHeader header = header();
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                bytes.reset();
                return null;
            }
            DictionaryPageHeader dictionary = header.getDictionary_page_header();
            byte[] page = Decompression.of(codec, body(header), header.getUncompressed_page_size());
            return new DictionaryPage(
                    BytesInput.from(page), dictionary.getNum_values(), PageBytes.encoding(dictionary.getEncoding()));
        } catch (IOException e) {
            throw new PageFault(e);
        }
    }

    @Override
    public DataPage readPage() {
        if (left <= 0) {
            return null;
        }
        try {
            PageHeader header = header();
            ByteBuffer body = body(header);
            int size = header.getUncompressed_page_size();
            DataPage page = switch (header.getType()) {
                case DATA_PAGE -> first(header.getData_page_header(), body, size);
                case DATA_PAGE_V2 -> second(header.getData_page_header_v2(), body, size);
                case DICTIONARY_PAGE, INDEX_PAGE -> throw new IOException("a page has no values");
            };
            left -= page.getValueCount();
            return page;
        } catch (IOException e) {
            throw new PageFault(e);
        }
    }

    private PageHeader header() throws IOException {
        try {
            return Structures.read(new PageHeader(), bytes);
        } catch (TException e) {
            throw new IOException("the header of a page is damaged", e);
        }
    }

    /** The stored bytes of a page. */
    private ByteBuffer body(PageHeader header) throws IOException {
        if (header.getUncompressed_page_size() < 0) {
            throw new IOException("a page is cut off");
        }
        return PageBytes.of(header, bytes);
    }

    private DataPage first(DataPageHeader header, ByteBuffer body, int size) throws IOException {
        return new DataPageV1(
                BytesInput.from(Decompression.of(codec, body, size)),
                header.getNum_values(),
                size,
                null,
                PageBytes.encoding(header.getRepetition_level_encoding()),
                PageBytes.encoding(header.getDefinition_level_encoding()),
                PageBytes.encoding(header.getEncoding()));
    }

    private DataPage second(DataPageHeaderV2 header, ByteBuffer body, int size) throws IOException {
        BytesInput repetitions = levels(body, header.getRepetition_levels_byte_length());
        BytesInput definitions = levels(body, header.getDefinition_levels_byte_length());
        int values = size - header.getRepetition_levels_byte_length() - header.getDefinition_levels_byte_length();
        CompressionCodec used = header.isIs_compressed() ? codec : CompressionCodec.UNCOMPRESSED;
        return DataPageV2.uncompressed(
                header.getNum_rows(),
                header.getNum_nulls(),
                header.getNum_values(),
                repetitions,
                definitions,
                PageBytes.encoding(header.getEncoding()),
                BytesInput.from(Decompression.of(used, body, values)),
                null);
    }

    private static BytesInput levels(ByteBuffer body, int length) throws IOException {
        if (length < 0 || length > body.remaining()) {
            throw new IOException("a page is smaller than its levels");
        }
        byte[] levels = new byte[length];
        body.get(levels);
        return BytesInput.from(levels);
    }
}
