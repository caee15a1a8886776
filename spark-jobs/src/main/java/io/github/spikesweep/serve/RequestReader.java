package io.github.spikesweep.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads requests: a line of JSON each, and the bytes of its tables behind it. What is too large is passed over. */
final class RequestReader {
    /** Of a sweep of the largest size, with all its characters escaped, and more. */
    private static final int LONGEST_LINE = 8 << 20;
    /** Of the tables of a request together: the largest that a sweep may name. */
    private static final long MOST_BYTES = 64 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            // What a sweep says stays as it is written.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next request; empty at the end.
     *
     * @throws BadRequest if it is none; the one behind it can be read
     */
    Optional<Request> next() throws IOException, BadRequest {
        Optional<byte[]> line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        JsonNode keys;
        try {
            keys = JSON.readTree(line.get());
        } catch (JsonProcessingException e) {
            throw new BadRequest(-1, "not JSON: " + e.getOriginalMessage());
        }
        long id = keys.path("id").asLong(-1);
        // First, since they stand before the next request, whatever this one is.
        Map<String, byte[]> tables = tables(id, keys.path("tables"));
        if (!keys.path("id").isIntegralNumber() || id < 0) {
            throw new BadRequest(-1, "a request is an object with an 'id', a whole number of at least 0");
        }
        return Optional.of(new Request(id, keys, tables));
    }

    private Optional<byte[]> line() throws IOException, BadRequest {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (length++ < LONGEST_LINE) {
                line.write(next);
            }
            next = in.read();
        }
        if (next < 0) {
            return Optional.empty(); // What has no end is no request.
        }
        if (length > LONGEST_LINE) {
            throw new BadRequest(-1, "a line of " + length + " bytes; at most " + LONGEST_LINE + " are accepted");
        }
        return Optional.of(line.toByteArray());
    }

    private Map<String, byte[]> tables(long id, JsonNode sizes) throws IOException, BadRequest {
        long all = 0;
        for (JsonNode size : sizes) {
            if (!size.isIntegralNumber() || size.longValue() < 0 || size.longValue() > Long.MAX_VALUE / 2 - all) {
                throw new BadRequest(id, "'tables' must be an object with the size of each table in bytes");
            }
            all += size.longValue();
        }
        if (all > MOST_BYTES) {
            in.skipNBytes(all);
            throw new BadRequest(id, "tables of " + all + " bytes; at most " + MOST_BYTES + " are accepted");
        }
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> table : sizes.properties()) {
            byte[] content = in.readNBytes(table.getValue().intValue());
            if (content.length < table.getValue().intValue()) {
                throw new EOFException("the end of a table is missing");
            }
            tables.put(table.getKey(), content);
        }
        return tables;
    }

    /** What is no request. */
    static final class BadRequest extends Exception {
        private final long id;

        /** @param id its number; -1 if it has none */
        BadRequest(long id, String message) {
            super(message);
            this.id = id;
        }

        long id() {
            return id;
        }
    }
}
