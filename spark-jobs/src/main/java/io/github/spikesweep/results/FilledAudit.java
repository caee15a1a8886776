package io.github.spikesweep.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.sweep.Audit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an audit of rows that were filled in has found: some of them were simulated after all.
 *
 * @param chosen which rows
 * @param rows how many
 * @param wrong how many of them are of another class
 * @param example the lowest id of these
 */
public record FilledAudit(Audit chosen, long rows, long wrong, OptionalLong example) {
    private static final String EXAMPLE = "wrong_id";

    void write(ObjectNode audit) {
        audit.put("fraction", chosen.fraction())
                .put("seed", chosen.seed())
                .put("rows", rows)
                .put("wrong_rows", wrong);
        example.ifPresent(id -> audit.put(EXAMPLE, id));
    }

    static Optional<FilledAudit> read(JsonNode grid) {
        JsonNode audit = grid.path("audit");
        if (audit.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new FilledAudit(
                new Audit(audit.path("fraction").asDouble(), audit.path("seed").asLong()),
                audit.path("rows").asLong(),
                audit.path("wrong_rows").asLong(),
                audit.has(EXAMPLE) ? OptionalLong.of(audit.path(EXAMPLE).asLong()) : OptionalLong.empty()));
    }
}
