package io.github.spikesweep.columnar;

import io.github.spikesweep.sweep.output.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * Writes a file nowhere. Two thousand classes are loaded for that, a third of all; the first rows need not wait for them if that happens while they are
 * simulated.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Writes one row of such columns.
     *
     * @param sparkVersion as for a {@link TableFile}
     */
    public static void of(List<Column> columns, String sparkVersion) throws IOException {
        write(new Nowhere(), columns, sparkVersion);
    }

    static void write(OutputFile file, List<Column> columns, String sparkVersion) throws IOException {
        try (TableFile table = new TableFile(file, columns, sparkVersion)) {
            table.write(new AnyRow());
            table.complete();
        }
    }

    /** A row without nulls. */
    private static final class AnyRow implements RowValues {
        @Override
        public boolean isNull(int column) {
            return false;
        }

        @Override
        public long getLong(int column) {
            return 0;
        }

        @Override
        public int getInt(int column) {
            return 0;
        }

        @Override
        public double getDouble(int column) {
            return 0;
        }

        @Override
        public byte[] getText(int column) {
            return "ok".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public double[] getDoubles(int column) {
            return new double[1];
        }
    }

    /** Keeps nothing. */
    private static final class Nowhere implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSize) {
            return new PositionOutputStream() {
                private long written;

                @Override
                public long getPos() {
                    return written;
                }

                @Override
                public void write(int b) {
                    written++;
                }

                @Override
                public void write(byte[] bytes, int from, int count) {
                    written += count;
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
