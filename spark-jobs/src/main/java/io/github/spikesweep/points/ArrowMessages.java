package io.github.spikesweep.points;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * The messages of Arrow's IPC format, one at a time, without copying any. Arrow's own reader makes room for whatever a message
 * announces, so it is not for bytes of a stranger.
 */
final class ArrowMessages {
    /** A file begins with this; a stream follows, at a multiple of eight. */
    private static final byte[] MAGIC = "ARROW1\0\0".getBytes(StandardCharsets.US_ASCII);

    private static final int CONTINUATION = -1;

    private final ByteBuffer rest;
    private Message message = new Message();
    private ByteBuffer body = ByteBuffer.allocate(0);

    /** @param content a file or a stream */
    ArrowMessages(byte[] content) {
        rest = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (rest.mismatch(ByteBuffer.wrap(MAGIC)) == MAGIC.length) {
            rest.position(MAGIC.length);
        }
    }

    /** Goes to the next message; false if there is none. */
    boolean next() {
        if (!rest.hasRemaining()) {
            return false;
        }
        ArrowFault.require(rest.getInt() == CONTINUATION, "no message begins where one should");
        int length = rest.getInt();
        if (length == 0) {
            return false;
        }
        message = Message.getRootAsMessage(slice(length));
        ArrowFault.require(
                message.bodyLength() >= 0 && message.bodyLength() <= rest.remaining(),
                "a message is longer than the rest");
        body = slice((int) message.bodyLength());
        return true;
    }

    private ByteBuffer slice(int length) {
        ByteBuffer part = rest.slice(rest.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        rest.position(rest.position() + length);
        return part;
    }

    /** What it is: a {@link org.apache.arrow.flatbuf.MessageHeader}. */
    byte type() {
        return message.headerType();
    }

    Schema schema() {
        return (Schema) message.header(new Schema());
    }

    RecordBatch batch() {
        return (RecordBatch) message.header(new RecordBatch());
    }

    /** The bytes that belong to it. */
    ByteBuffer body() {
        return body;
    }
}
