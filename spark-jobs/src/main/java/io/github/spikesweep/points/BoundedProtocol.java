package io.github.spikesweep.points;

import java.io.ByteArrayInputStream;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.protocol.TList;
import shaded.parquet.org.apache.thrift.protocol.TMap;
import shaded.parquet.org.apache.thrift.protocol.TProtocolException;
import shaded.parquet.org.apache.thrift.protocol.TSet;
import shaded.parquet.org.apache.thrift.protocol.TStruct;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * Reads the structures of which Parquet's footers and page headers are made. Other than the library's own reader it takes no
 * room for more than the bytes that are there, and does not follow nesting without end.
 */
final class BoundedProtocol extends TCompactProtocol {
    private static final int DEEPEST = 50;

    private int depth;

    private BoundedProtocol(ByteArrayInputStream bytes) throws TException {
        super(new TIOStreamTransport(bytes), bytes.available(), bytes.available());
    }

    /**
     * Reads a structure.
     *
     * @param structure filled with what is read
     * @return where it ends
     */
    static int read(TBase<?, ?> structure, byte[] content, int from, int to) throws TException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(content, from, to - from);
        structure.read(new BoundedProtocol(bytes));
        return to - bytes.available();
    }

    @Override
    public TStruct readStructBegin() throws TException {
        enter();
        return super.readStructBegin();
    }

    @Override
    public void readStructEnd() throws TException {
        depth--;
        super.readStructEnd();
    }

    @Override
    public TList readListBegin() throws TException {
        enter();
        return super.readListBegin();
    }

    @Override
    public void readListEnd() throws TException {
        depth--;
        super.readListEnd();
    }

    @Override
    public TSet readSetBegin() throws TException {
        enter();
        return super.readSetBegin();
    }

    @Override
    public void readSetEnd() throws TException {
        depth--;
        super.readSetEnd();
    }

    @Override
    public TMap readMapBegin() throws TException {
        enter();
        return super.readMapBegin();
    }

    @Override
    public void readMapEnd() throws TException {
        depth--;
        super.readMapEnd();
    }

    private void enter() throws TException {
        if (++depth > DEEPEST) {
            throw new TProtocolException(TProtocolException.DEPTH_LIMIT, "metadata is nested too deep");
        }
    }
}
