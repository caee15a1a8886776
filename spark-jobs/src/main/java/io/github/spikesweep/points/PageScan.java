package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.table.Shown;
import io.github.spikesweep.table.TableBounds;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import shaded.parquet.org.apache.thrift.TException;

/**
 * Goes over the headers of all pages before the library does, which believes what they and the footer say of sizes. What passes
 * here fits into memory, and takes each byte of the file once: columns that share pages could be read without end.
 */
final class PageScan {
    private static final Set<Encoding> OF_LEVELS = EnumSet.of(Encoding.RLE, Encoding.BIT_PACKED);
    /** Of the others, some can be made to take days. */
    private static final Set<Encoding> OF_VALUES =
            EnumSet.of(Encoding.PLAIN, Encoding.PLAIN_DICTIONARY, Encoding.RLE_DICTIONARY, Encoding.BYTE_STREAM_SPLIT);

    private static final int FIRST_PAGE = 4;
    private static final int LARGEST_HEADER = 1 << 20;
    private static final int LARGEST_PAGE = 64 << 20;
    private static final int LARGEST_TABLE = 256 << 20;
    private static final int MOST_PAGES = 100_000;

    private final String source;
    private final byte[] content;
    private final int end;

    private int pages;
    private long bytes;
    private long uncompressedInFooter;
    private long uncompressedInPages;

    /** @param end where pages end */
    PageScan(String source, byte[] content, int end) {
        this.source = source;
        this.content = content;
        this.end = end;
    }

    /**
     * Checks the pages of a file.
     *
     * @throws InputException if they cannot be what they say, or are larger than accepted
     */
    void check(ParquetMetadata metadata) {
        for (BlockMetaData rowGroup : metadata.getBlocks()) {
            for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
                PageDecompression.checkAccepted(source, chunk.getCodec());
                checkChunk(chunk, rowGroup.getRowCount());
                ParquetFault.guard(source, () -> checkPages(chunk));
            }
        }
    }

    /** What the footer says. */
    private void checkChunk(ColumnChunkMetaData chunk, long rows) {
        require(chunk.getValueCount() == rows, "a column has not one value for each row");
        long start = chunk.getStartingPos();
        long size = chunk.getTotalSize();
        require(
                start >= FIRST_PAGE && start < end && size >= 0 && size <= end - start,
                "a column lies outside of the file");
        bytes += size;
        require(bytes <= end, "columns share pages");
        long uncompressed = chunk.getTotalUncompressedSize();
        require(uncompressed >= 0, "a size is negative");
        uncompressedInFooter += Math.min(uncompressed, LARGEST_TABLE + 1L);
        checkTable(uncompressedInFooter);
    }

    /** What the pages say. Tells how many there are. */
    private int checkPages(ColumnChunkMetaData chunk) throws TException {
        int at = (int) chunk.getStartingPos();
        int chunkEnd = at + (int) chunk.getTotalSize();
        long missing = chunk.getValueCount();
        while (missing > 0) {
            PageHeader page = new PageHeader();
            at = BoundedProtocol.read(page, content, at, at + Math.min(chunkEnd - at, LARGEST_HEADER));
            checkSize(page, chunkEnd - at);
            missing -= valuesIn(page, chunk);
            require(missing >= 0, "a page has more values than its column");
            at += page.getCompressed_page_size();
        }
        return pages;
    }

    private void checkSize(PageHeader page, int available) {
        int size = page.getCompressed_page_size();
        int uncompressed = page.getUncompressed_page_size();
        require(size >= 0 && size <= available, "a page is cut off");
        require(uncompressed >= 0, "a size is negative");
        if (uncompressed > LARGEST_PAGE) {
            throw new InputException(
                    source + ": a page of " + uncompressed + " bytes is larger than accepted (" + LARGEST_PAGE + ")");
        }
        uncompressedInPages += uncompressed;
        checkTable(uncompressedInPages);
        if (++pages > MOST_PAGES) {
            throw new InputException(source + ": more pages than accepted (" + MOST_PAGES + ")");
        }
    }

    private int valuesIn(PageHeader page, ColumnChunkMetaData chunk) {
        require(page.isSetType(), "a page is of no known type");
        return switch (page.getType()) {
            case DATA_PAGE -> {
                DataPageHeader header = page.getData_page_header();
                require(
                        OF_LEVELS.contains(header.getRepetition_level_encoding())
                                && OF_LEVELS.contains(header.getDefinition_level_encoding()),
                        "levels are encoded as values are");
                yield valuesIn(header.getNum_values(), header.getEncoding(), chunk);
            }
            case DATA_PAGE_V2 -> {
                DataPageHeaderV2 header = page.getData_page_header_v2();
                int definition = header.getDefinition_levels_byte_length();
                int repetition = header.getRepetition_levels_byte_length();
                int size = Math.min(page.getCompressed_page_size(), page.getUncompressed_page_size());
                require(
                        definition >= 0 && repetition >= 0 && repetition <= size - definition,
                        "a page is smaller than its levels");
                yield valuesIn(header.getNum_values(), header.getEncoding(), chunk);
            }
            case DICTIONARY_PAGE -> {
                int size = page.getDictionary_page_header().getNum_values();
                require(size >= 0 && size <= TableBounds.MOST_ROWS, "a dictionary has more values than a column");
                yield 0;
            }
            case INDEX_PAGE -> 0;
        };
    }

    private int valuesIn(int count, Encoding encoding, ColumnChunkMetaData chunk) {
        require(count > 0, "a page has no values");
        if (!OF_VALUES.contains(encoding)) {
            throw new InputException(source + ": "
                    + Shown.quoted(chunk.getPath().toDotString()) + " is encoded as " + encoding + "; accepted: "
                    + OF_VALUES.stream().map(Encoding::name).sorted().collect(Collectors.joining(", ")));
        }
        return count;
    }

    private void checkTable(long uncompressed) {
        if (uncompressed > LARGEST_TABLE) {
            throw new InputException(source + ": the wanted columns take more bytes than accepted, uncompressed ("
                    + LARGEST_TABLE + ")");
        }
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw ParquetFault.broken(source, problem);
        }
    }
}
