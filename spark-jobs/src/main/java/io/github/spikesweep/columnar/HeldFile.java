package io.github.spikesweep.columnar;

import java.io.IOException;
import java.util.Optional;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A new file that can be closed when its writer fails: Parquet's own would first write what it holds. */
final class HeldFile implements OutputFile, AutoCloseable {
    private final OutputFile file;
    private Optional<PositionOutputStream> stream = Optional.empty();

    HeldFile(OutputFile file) {
        this.file = file;
    }

    @Override
    public PositionOutputStream create(long blockSize) throws IOException {
        return held(file.create(blockSize));
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) throws IOException {
        return held(file.createOrOverwrite(blockSize));
    }

    private PositionOutputStream held(PositionOutputStream created) {
        stream = Optional.of(created);
        return created;
    }

    @Override
    public boolean supportsBlockSize() {
        return file.supportsBlockSize();
    }

    @Override
    public long defaultBlockSize() {
        return file.defaultBlockSize();
    }

    @Override
    public String getPath() {
        return file.getPath();
    }

    /** Closes it as it is, if it was created. */
    @Override
    public void close() {
        try {
            if (stream.isPresent()) {
                stream.get().close();
            }
        } catch (IOException e) {
            // What could not be written then belongs to a file that nobody wants; a complete one is closed already.
        }
    }
}
