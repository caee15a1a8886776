package io.github.spikesweep.results;

import java.util.Optional;

/**
 * What must agree for rows to belong to the same results.
 *
 * @param hash the hash of the definition
 * @param where the condition that chooses the rows, if they are chosen
 * @param version the version of SpikeSweep: another one may compute other bits
 */
public record RunIdentity(String hash, Optional<String> where, String version) {
    /** Why rows of this identity cannot be added to those of {@code earlier}; empty if they can. */
    Optional<String> conflict(RunIdentity earlier) {
        if (!hash.equals(earlier.hash)) {
            return Optional.of("has results of another definition");
        }
        if (!version.equals(earlier.version)) {
            return Optional.of("was computed by SpikeSweep " + earlier.version + ", and this is " + version);
        }
        // Results with all rows contain any choice of rows.
        if (where.isPresent() && !where.equals(earlier.where)) {
            return Optional.of(earlier.where
                    .map(condition -> "has the rows of --where '" + condition + "'")
                    .orElse("has the rows of a run without --where"));
        }
        return Optional.empty();
    }
}
