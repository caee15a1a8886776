package io.github.spikesweep.serve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.Schema;

/** A server in this process, and the other end of its pipes. */
final class Client implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream requests;
    private final DataInputStream answers;
    private final Thread server;

    /**
     * An answer.
     *
     * @param end its last event
     * @param progress the numbers of rows that were done, as told
     * @param stream the bytes of its table
     */
    record Answer(JsonNode end, List<Double> progress, ByteArrayOutputStream stream) {
        String kind() {
            return end.path("kind").asText(end.path("event").asText());
        }

        String message() {
            return end.path("message").asText();
        }

        /** The columns of the table. */
        Schema schema() throws IOException {
            try (RootAllocator allocator = new RootAllocator();
                    ArrowStreamReader reader =
                            new ArrowStreamReader(new ByteArrayInputStream(stream.toByteArray()), allocator)) {
                return reader.getVectorSchemaRoot().getSchema();
            }
        }

        /** The values of a column, null where there is none. */
        List<Object> column(String name) throws IOException {
            List<Object> values = new ArrayList<>();
            try (RootAllocator allocator = new RootAllocator();
                    ArrowStreamReader reader =
                            new ArrowStreamReader(new ByteArrayInputStream(stream.toByteArray()), allocator)) {
                while (reader.loadNextBatch()) {
                    FieldVector vector = reader.getVectorSchemaRoot().getVector(name);
                    for (int row = 0; row < vector.getValueCount(); row++) {
                        values.add(vector.getObject(row));
                    }
                }
            }
            return values;
        }
    }

    Client() throws IOException {
        PipedOutputStream toServer = new PipedOutputStream();
        InputStream in = new PipedInputStream(toServer, 1 << 16);
        PipedOutputStream out = new PipedOutputStream();
        requests = toServer;
        answers = new DataInputStream(new PipedInputStream(out, 1 << 20));
        server = new Thread(() -> {
            try (out) {
                new Server(in, out, 2).run();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        server.start();
        assertTrue(event().path("event").asText().equals("ready"));
    }

    void send(String line, byte[]... tables) throws IOException {
        requests.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        for (byte[] table : tables) {
            requests.write(table);
        }
        requests.flush();
    }

    /** Sends a request and reads its answer; there are no others. */
    Answer ask(String line, byte[]... tables) throws IOException {
        send(line, tables);
        return answer();
    }

    /** The next answer. */
    Answer answer() throws IOException {
        List<Double> progress = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        while (true) {
            JsonNode event = event();
            switch (event.path("event").asText()) {
                case "data" ->
                    stream.write(answers.readNBytes(event.path("bytes").asInt()));
                case "progress" -> progress.add(event.path("rows").asDouble());
                case "note" -> {}
                default -> {
                    return new Answer(event, progress, stream);
                }
            }
        }
    }

    /** The next event, alone. */
    JsonNode event() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            assertTrue(next >= 0, () -> "the server has ended after " + line);
            line.write(next);
        }
        return JSON.readTree(line.toByteArray());
    }

    /** Ends the requests. */
    void sayNoMore() throws IOException {
        requests.close();
    }

    /** Asks and listens no more, and waits until the server has ended. */
    @Override
    public void close() throws IOException {
        requests.close();
        answers.close();
        try {
            server.join(20_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertTrue(!server.isAlive());
    }
}
