package io.github.spikesweep.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.format.PageHeader;

/** Pages as they are stored. */
public final class PageBytes {
    private PageBytes() {}

    /**
     * Takes the bytes of a page. Its checksum, if it has one, is compared.
     *
     * @param bytes those that follow its header
     * @throws IOException if they are too few, or others than those that were written
     */
    public static ByteBuffer of(PageHeader header, ByteBufferInputStream bytes) throws IOException {
        int stored = header.getCompressed_page_size();
        if (stored < 0 || stored > bytes.available()) {
            throw new IOException("a page is cut off");
        }
        ByteBuffer body = bytes.slice(stored);
        if (header.isSetCrc()) {
            CRC32 checksum = new CRC32();
            checksum.update(body.duplicate());
            if ((int) checksum.getValue() != header.getCrc()) {
                throw new IOException("the checksum of a page is wrong");
            }
        }
        return body;
    }

    /** The library's own name of an encoding. */
    public static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
        return Encoding.valueOf(encoding.name());
    }
}
