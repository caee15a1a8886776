package io.github.spikesweep.points;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.table.Shown;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/** What a footer tells of the wanted columns. The library gets to see no more of a stranger's footer than that. */
final class WantedChunks {
    private final String source;
    private final List<SchemaElement> columns;

    private WantedChunks(String source, List<SchemaElement> columns) {
        this.source = source;
        this.columns = columns;
    }

    /**
     * The footer of a file that has the wanted columns alone, and no row groups without rows.
     *
     * @param columns none of them a group or list
     * @throws InputException if a row group lacks one of them
     */
    static ParquetMetadata of(String source, Footer footer, List<SchemaElement> columns) {
        WantedChunks chunks = new WantedChunks(source, columns);
        SchemaElement top = new SchemaElement("table");
        top.setNum_children(columns.size());
        List<SchemaElement> schema = new ArrayList<>(List.of(top));
        schema.addAll(columns);
        List<RowGroup> rowGroups = footer.rowGroups().stream()
                .filter(group -> group.getNum_rows() > 0)
                .map(chunks::rowGroup)
                .toList();
        FileMetaData reduced = new FileMetaData(1, schema, 0, rowGroups);
        return ParquetFault.guard(source, () -> new ParquetMetadataConverter().fromParquetMetadata(reduced));
    }

    private RowGroup rowGroup(RowGroup group) {
        List<ColumnChunk> chunks = columns.stream()
                .map(column -> group.getColumns().stream()
                        .filter(chunk -> holds(chunk, column))
                        .findFirst()
                        .orElseThrow(() ->
                                ParquetFault.broken(source, "a row group lacks " + Shown.quoted(column.getName()))))
                .map(this::chunk)
                .toList();
        return new RowGroup(chunks, group.getTotal_byte_size(), group.getNum_rows());
    }

    private boolean holds(ColumnChunk chunk, SchemaElement column) {
        if (chunk.isSetCrypto_metadata()) {
            throw ParquetFault.encrypted(source);
        }
        return chunk.isSetMeta_data()
                && chunk.getMeta_data().getPath_in_schema().equals(List.of(column.getName()));
    }

    private ColumnChunk chunk(ColumnChunk chunk) {
        if (chunk.isSetFile_path()) {
            throw new InputException(source + ": its values are in another file; expected a file of its own");
        }
        ColumnMetaData found = chunk.getMeta_data();
        ColumnMetaData kept = new ColumnMetaData(
                found.getType(),
                List.of(),
                found.getPath_in_schema(),
                found.getCodec(),
                found.getNum_values(),
                found.getTotal_uncompressed_size(),
                found.getTotal_compressed_size(),
                found.getData_page_offset());
        if (found.isSetDictionary_page_offset()) {
            kept.setDictionary_page_offset(found.getDictionary_page_offset());
        }
        ColumnChunk reduced = new ColumnChunk(0);
        reduced.setMeta_data(kept);
        return reduced;
    }
}
