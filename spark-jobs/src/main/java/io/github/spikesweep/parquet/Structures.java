package io.github.spikesweep.parquet;

import java.io.IOException;
import java.io.InputStream;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/** Reads the structures of Parquet's footers and of its pages' headers. */
public final class Structures {
    private Structures() {}

    /**
     * Reads one. Unlike the library's own reader, it does not allocate more than the existing bytes need.
     *
     * @param structure an empty one, which is filled and returned
     * @param bytes {@link InputStream#available()} tells how many there are
     * @throws TException if they are not those of such a structure
     */
    public static <T extends TBase<?, ?>> T read(T structure, InputStream bytes) throws IOException, TException {
        int most = bytes.available();
        structure.read(new TCompactProtocol(new TIOStreamTransport(bytes), most, most));
        return structure;
    }
}
