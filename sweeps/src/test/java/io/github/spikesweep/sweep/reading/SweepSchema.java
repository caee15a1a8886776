package io.github.spikesweep.sweep.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schema of sweep files, with which editors complete and check them. */
final class SweepSchema {
    static final SweepSchema SHIPPED = of(Path.of("sweep.schema.json"));

    private final JsonNode tree;
    private final JsonSchema schema;

    private SweepSchema(JsonNode tree) {
        this.tree = tree;
        this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(tree);
    }

    private static SweepSchema of(Path file) {
        try {
            return new SweepSchema(new ObjectMapper().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema itself, which is JSON. */
    JsonNode tree() {
        return tree;
    }

    /** What an editor marks in a sweep file; nothing if it is fine. */
    List<String> faults(String text) {
        return faults(DocumentReader.read("x.yaml", text));
    }

    /** What an editor marks in a sweep file as read. */
    List<String> faults(Entry file) {
        return schema.validate(EditorView.of(file)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
