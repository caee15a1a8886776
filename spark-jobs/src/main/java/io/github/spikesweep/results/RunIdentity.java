package io.github.spikesweep.results;

import java.util.Optional;

/**
 * What has to agree for rows to be of the same results.
 *
 * @param hash the definition's
 * @param where the condition that chooses the rows, if they are chosen
 * @param version SpikeSweep's: another one may compute other bits
 */
public record RunIdentity(String hash, Optional<String> where, String version) {
    /** Why rows of this identity cannot go where those of {@code earlier} are; empty if they can. */
    Optional<String> conflict(RunIdentity earlier) {
        if (!hash.equals(earlier.hash)) {
            return Optional.of("holds results of another definition");
        }
        if (!version.equals(earlier.version)) {
            return Optional.of("was computed by SpikeSweep " + earlier.version + ", and this is " + version);
        }
        // All rows contain any choice of them.
        if (where.isPresent() && !where.equals(earlier.where)) {
            return Optional.of(earlier.where
                    .map(condition -> "holds the rows of --where '" + condition + "'")
                    .orElse("holds rows that no --where has chosen"));
        }
        return Optional.empty();
    }
}
