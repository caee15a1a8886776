package io.github.spikesweep.parquet;

import com.github.luben.zstd.Zstd;
import io.github.spikesweep.document.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/**
 * Decompresses pages into exactly as many bytes as their headers say. The library's own decompression trusts the sizes in the
 * compressed bytes, and needs Hadoop.
 */
public final class Decompression {
    private Decompression() {}

    /**
     * Refuses what cannot be decompressed.
     *
     * @throws InputException if the codec is not accepted
     */
    public static void checkAccepted(String source, CompressionCodec codec) {
        if (codec == CompressionCodec.BROTLI || codec == CompressionCodec.LZO) {
            throw new InputException(source + ": is compressed by " + codec
                    + "; accepted: SNAPPY, ZSTD, GZIP, LZ4, LZ4_RAW, UNCOMPRESSED");
        }
    }

    /**
     * The bytes of a page.
     *
     * @param compressed must be backed by an array
     * @param size how many bytes it must have
     * @throws IOException if it has more or fewer
     */
    public static byte[] of(CompressionCodec codec, ByteBuffer compressed, int size) throws IOException {
        byte[] from = compressed.array();
        int at = compressed.arrayOffset() + compressed.position();
        int length = compressed.remaining();
        byte[] page = new byte[size];
        if (size == 0) {
            // What holds nothing may have been left as it is.
            return page;
        }
        long found = switch (codec) {
            case UNCOMPRESSED -> {
                compressed.get(page, 0, Math.min(size, length));
                yield length;
            }
            // It fills no less than what it finds in the bytes.
            case SNAPPY ->
                Snappy.uncompressedLength(from, at, length) == size ? Snappy.uncompress(from, at, length, page, 0) : -1;
            case ZSTD -> Zstd.decompressByteArray(page, 0, size, from, at, length);
            case GZIP -> gzip(new ByteArrayInputStream(from, at, length), page);
            case LZ4_RAW -> lz4().decompress(from, at, length, page, 0);
            case LZ4 -> lz4OfHadoop(compressed, page);
            case BROTLI, LZO -> throw new IllegalStateException("not accepted: " + codec);
        };
        if (found != size) {
            throw new IOException("a page has another size than it says");
        }
        return page;
    }

    private static long gzip(InputStream compressed, byte[] page) throws IOException {
        try (InputStream in = new GZIPInputStream(compressed)) {
            int found = in.readNBytes(page, 0, page.length);
            // Its checksum is compared at the end.
            return in.read() < 0 ? found : -1;
        }
    }

    /** Blocks as Hadoop writes them: each has a size and separately compressed chunks. */
    private static long lz4OfHadoop(ByteBuffer blocks, byte[] page) {
        int found = 0;
        while (blocks.hasRemaining()) {
            int blockEnd = Math.addExact(found, blocks.getInt());
            while (found < blockEnd) {
                ByteBuffer piece = blocks.slice(blocks.position() + Integer.BYTES, blocks.getInt());
                found += lz4().decompress(piece.array(), piece.arrayOffset(), piece.remaining(), page, found);
                blocks.position(blocks.position() + piece.remaining());
            }
        }
        return found;
    }

    private static LZ4SafeDecompressor lz4() {
        return LZ4Factory.safeInstance().safeDecompressor();
    }
}
