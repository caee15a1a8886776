package io.github.spikesweep.points;

import com.github.luben.zstd.Zstd;
import io.github.spikesweep.document.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Decompresses pages into as many bytes as their headers say and no more. The library's own goes by what stands in the
 * compressed bytes.
 */
final class PageDecompression implements CompressionCodecFactory {
    private static final Map<CompressionCodecName, Algorithm> ACCEPTED = Map.of(
            CompressionCodecName.SNAPPY, PageDecompression::snappy,
            CompressionCodecName.ZSTD, PageDecompression::zstd,
            CompressionCodecName.GZIP, PageDecompression::gzip);

    /**
     * Refuses what this cannot decompress.
     *
     * @throws InputException if the codec is not accepted
     */
    static void checkAccepted(String source, CompressionCodecName codec) {
        if (codec != CompressionCodecName.UNCOMPRESSED && !ACCEPTED.containsKey(codec)) {
            throw new InputException(
                    source + ": is compressed by " + codec + "; accepted: SNAPPY, ZSTD, GZIP, UNCOMPRESSED");
        }
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return codec == CompressionCodecName.UNCOMPRESSED
                ? new Decompressor((compressed, size) -> compressed)
                : new Decompressor(ACCEPTED.get(codec));
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("tables are not written");
    }

    @Override
    public void release() {}

    private static byte[] snappy(byte[] compressed, int size) throws IOException {
        return Snappy.uncompressedLength(compressed) == size ? Snappy.uncompress(compressed) : new byte[0];
    }

    private static byte[] zstd(byte[] compressed, int size) throws IOException {
        byte[] page = new byte[size];
        long result = Zstd.decompressByteArray(page, 0, size, compressed, 0, compressed.length);
        if (Zstd.isError(result)) {
            throw new IOException(Zstd.getErrorName(result));
        }
        return result == size ? page : new byte[0];
    }

    private static byte[] gzip(byte[] compressed, int size) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readNBytes(size);
        }
    }

    /** Tells the bytes of a page: fewer than {@code size} if there are not as many. */
    @FunctionalInterface
    private interface Algorithm {
        byte[] decompress(byte[] compressed, int size) throws IOException;
    }

    private record Decompressor(Algorithm algorithm) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput compressed, int size) throws IOException {
            byte[] bytes = new byte[Math.toIntExact(compressed.size())];
            compressed.toInputStream().readNBytes(bytes, 0, bytes.length);
            // What holds nothing may have been left as it is.
            byte[] page = size == 0 ? new byte[0] : algorithm.decompress(bytes, size);
            if (page.length != size) {
                throw new IOException("a page has another size than it says");
            }
            return BytesInput.from(page);
        }

        @Override
        public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int size) {
            throw new UnsupportedOperationException("tables are not read into direct memory");
        }

        @Override
        public void release() {}
    }
}
