package io.github.spikesweep.points;

import io.github.spikesweep.table.TableBuilder;
import java.io.IOException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;

/** The pages of a file once {@link PageScan} has checked them, read a column at a time to take little room. */
final class ColumnPages {
    /** More than a file has: the pages of a column in a row group are read into one array. */
    private static final int WHOLE = 1 << 30;
    /** What the file says wrote it matters for encodings only that are not accepted. */
    private static final ParsedVersion ANY_WRITER = new ParsedVersion("unknown", "", "");

    private final byte[] content;
    private final ParquetMetadata metadata;

    ColumnPages(byte[] content, ParquetMetadata metadata) {
        this.content = content;
        this.metadata = metadata;
    }

    /** Takes all values over into a table, which it returns. */
    TableBuilder readInto(TableBuilder table) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new PageDecompression())
                .withMaxAllocationInBytes(WHOLE)
                .usePageChecksumVerification(true)
                .build();
        MemoryFile file = new MemoryFile(content);
        MessageType schema = metadata.getFileMetaData().getSchema();
        try (ParquetFileReader reader = new ParquetFileReader(file, metadata, options, file.newStream())) {
            for (int column = 0; column < schema.getFieldCount(); column++) {
                MessageType alone = new MessageType(schema.getName(), schema.getType(column));
                reader.setRequestedSchema(alone);
                ColumnValues values = new ColumnValues(alone.getType(0).asPrimitiveType(), table, column);
                read(reader, alone.getColumns().get(0), values);
            }
        }
        return table;
    }

    private void read(ParquetFileReader reader, ColumnDescriptor column, ColumnValues values) throws IOException {
        for (int group = 0; group < metadata.getBlocks().size(); group++) {
            try (PageReadStore pages = reader.readRowGroup(group)) {
                CheckedPages checked = new CheckedPages(pages.getPageReader(column), column.getMaxDefinitionLevel());
                ColumnReaderImpl decoded =
                        new ColumnReaderImpl(column, checked, new PrimitiveConverter() {}, ANY_WRITER);
                values.add(decoded, pages.getRowCount());
            }
        }
    }
}
