package io.github.spikesweep.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.path.UserPath;
import io.github.spikesweep.source.InMemory;
import io.github.spikesweep.source.SweepInput;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sweep of a request: a file, a text, or JSON of the same form. */
final class SweepRequest {
    /** The keys that say which sweep. */
    static final List<String> KEYS = List.of("path", "sweep", "name", "folder", "set", "where", "models", "ignore");

    private static final JsonMapper JSON = new JsonMapper();

    private SweepRequest() {}

    /**
     * What to read.
     *
     * @param ignored keys of the sweep that do not matter
     */
    static SweepInput of(Request request, String... ignored) {
        if (request.has("path") == request.has("sweep")) {
            throw new RequestFault("either 'path' or 'sweep' is needed");
        }
        Optional<String> text = request.has("sweep") ? Optional.of(text(request.get("sweep"))) : Optional.empty();
        Optional<String> folder = request.text("folder").map(SweepRequest::local);
        if (text.isEmpty() && folder.isPresent()) {
            throw new RequestFault("'folder' is for a sweep that is in no file");
        }
        Set<String> all = new HashSet<>(request.texts("ignore"));
        all.addAll(List.of(ignored));
        String name = local(
                text.isEmpty() ? request.require("path") : request.text("name").orElse("sweep"));
        return new SweepInput(
                        name,
                        request.texts("set"),
                        request.text("where"),
                        request.text("models").map(SweepRequest::local))
                .ignoring(all.toArray(String[]::new))
                .with(new InMemory(text, folder, request.tables()));
    }

    /** JSON is YAML, so one reader is enough. */
    private static String text(JsonNode sweep) {
        if (sweep.isTextual()) {
            return sweep.textValue();
        }
        if (!sweep.isObject()) {
            throw new RequestFault("'sweep' must be a text or an object");
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sweep);
        } catch (JsonProcessingException e) {
            throw new RequestFault(e.getOriginalMessage());
        }
    }

    /** Refuses what is no path of this machine. */
    static String local(String path) {
        if (new UserPath(path).isUri()) {
            throw new InputException(path + ": only local paths are accepted here");
        }
        return path;
    }
}
