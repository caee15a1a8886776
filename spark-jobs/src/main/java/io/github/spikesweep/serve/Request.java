package io.github.spikesweep.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.spikesweep.document.KnownNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A request: what is asked for, by its keys, and the tables that came with it. */
final class Request {
    private final long id;
    private final JsonNode keys;
    private final Map<String, byte[]> tables;

    Request(long id, JsonNode keys, Map<String, byte[]> tables) {
        this.id = id;
        this.keys = keys;
        this.tables = Map.copyOf(tables);
    }

    /** Its number, which those of its answer have too. */
    long id() {
        return id;
    }

    /** What to do. */
    String verb() {
        return require("do");
    }

    /** The content of each table, by its name. */
    Map<String, byte[]> tables() {
        return tables;
    }

    /** Refuses keys other than these, and those that all requests have. */
    void allow(Set<String> known) {
        Set<String> all = new HashSet<>(known);
        all.addAll(Set.of("id", "do", "tables"));
        keys.fieldNames().forEachRemaining(key -> {
            if (!all.contains(key)) {
                throw new RequestFault("unknown key '" + key + "'" + new KnownNames(all).hint(key));
            }
        });
    }

    boolean has(String key) {
        return keys.hasNonNull(key);
    }

    JsonNode get(String key) {
        return keys.path(key);
    }

    String require(String key) {
        return text(key).orElseThrow(() -> new RequestFault("'" + key + "' is missing"));
    }

    Optional<String> text(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (!keys.get(key).isTextual()) {
            throw wrong(key, "a text");
        }
        return Optional.of(keys.get(key).textValue());
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (has(key)) {
            for (JsonNode text : keys.get(key)) {
                if (!text.isTextual()) {
                    throw wrong(key, "a list of texts");
                }
                texts.add(text.textValue());
            }
            if (!keys.get(key).isArray()) {
                throw wrong(key, "a list of texts");
            }
        }
        return texts;
    }

    OptionalDouble number(String key) {
        if (!has(key)) {
            return OptionalDouble.empty();
        }
        if (!keys.get(key).isNumber()) {
            throw wrong(key, "a number");
        }
        return OptionalDouble.of(keys.get(key).doubleValue());
    }

    long whole(String key) {
        if (!keys.path(key).isIntegralNumber() || !keys.get(key).canConvertToLong()) {
            throw wrong(key, "a whole number");
        }
        return keys.get(key).longValue();
    }

    boolean flag(String key) {
        if (has(key) && !keys.get(key).isBoolean()) {
            throw wrong(key, "true or false");
        }
        return keys.path(key).asBoolean(false);
    }

    private static RequestFault wrong(String key, String expected) {
        return new RequestFault("'" + key + "' must be " + expected);
    }
}
