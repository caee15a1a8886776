package io.github.spikesweep.serve;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** Writes events, each a line of JSON, perhaps with bytes behind it, whole ones only, from any thread. */
final class Replies {
    private static final JsonMapper JSON = new JsonMapper();

    private final OutputStream out;
    private final Runnable gone;

    /** @param gone is called if nobody reads any more, perhaps several times */
    Replies(OutputStream out, Runnable gone) {
        this.out = out;
        this.gone = gone;
    }

    /** The keys of an event, to be added to. */
    static ObjectNode event(String name) {
        return JSON.createObjectNode().put("event", name);
    }

    /** The keys of an event of a request. */
    static ObjectNode event(long id, String name) {
        return JSON.createObjectNode().put("id", id).put("event", name);
    }

    void send(ObjectNode event) throws IOException {
        send(event, new byte[0], 0);
    }

    /** Sends an event and bytes behind it. */
    private void send(ObjectNode event, byte[] bytes, int count) throws IOException {
        byte[] line = JSON.writeValueAsBytes(event);
        try {
            synchronized (this) {
                out.write(line);
                out.write('\n');
                out.write(bytes, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            gone.run();
            throw e;
        }
    }

    /** A stream to the one who has asked; its bytes are sent when there are many, and at the end. */
    OutputStream stream(long id) {
        return new OutputStream() {
            private final byte[] waiting = new byte[1 << 18];
            private int count;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                int copied = 0;
                while (copied < length) {
                    int more = Math.min(length - copied, waiting.length - count);
                    System.arraycopy(bytes, from + copied, waiting, count, more);
                    count += more;
                    copied += more;
                    if (count == waiting.length) {
                        flush();
                    }
                }
            }

            @Override
            public void flush() throws IOException {
                if (count > 0) {
                    send(event(id, "data").put("bytes", count), waiting, count);
                    count = 0;
                }
            }

            @Override
            public void close() {
                // What was not flushed belongs to an answer that was given up.
            }
        };
    }
}
