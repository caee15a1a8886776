package io.github.spikesweep.columnar;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Builds writers of Parquet files row by row, compressed by Zstandard, without Hadoop.
 *
 * @param <T> what a row is
 */
public final class RowFileBuilder<T> extends ParquetWriter.Builder<T, RowFileBuilder<T>> {
    private final WriteSupport<T> rows;

    /** @param rows writes the rows; for one writer */
    public RowFileBuilder(OutputFile file, WriteSupport<T> rows) {
        super(file);
        this.rows = rows;
        withConf(new PlainParquetConfiguration());
        withCodecFactory(new Zstandard());
        withCompressionCodec(CompressionCodecName.ZSTD);
    }

    @Override
    protected RowFileBuilder<T> self() {
        return this;
    }

    @Override
    protected WriteSupport<T> getWriteSupport(ParquetConfiguration configuration) {
        return rows;
    }

    @Override
    @SuppressWarnings("deprecation") // but abstract
    protected WriteSupport<T> getWriteSupport(Configuration configuration) {
        return rows;
    }
}
