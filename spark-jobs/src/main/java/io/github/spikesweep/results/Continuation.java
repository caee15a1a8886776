package io.github.spikesweep.results;

import io.github.spikesweep.space.ParameterSpace;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.writing.CanonicalText;
import java.util.Optional;

/**
 * Whether the rows of a sweep can be added to the results of an earlier run: if the definition is the same, or if the first
 * block of its space has gained points at its end, such as rows of a table, so that the rows of then have kept their ids.
 *
 * @param where the condition that chooses the rows, if they are chosen
 * @param version the version of SpikeSweep
 */
public record Continuation(SweepDefinition definition, Optional<String> where, String version) {
    /** Why they cannot be added; empty if they can. */
    public Optional<String> conflict(EarlierRun earlier) {
        String hash = CanonicalText.hash(definition);
        boolean same = hash.equals(earlier.identity().hash());
        boolean goesOn = same || gained(earlier) > 0;
        RunIdentity identity = new RunIdentity(goesOn ? earlier.identity().hash() : hash, where, version);
        String difference = goesOn
                ? ""
                : DefinitionDifference.of(earlier, definition)
                        .map(text -> ": " + text)
                        .orElse("");
        return identity.conflict(earlier.identity())
                .map(reason -> reason + difference)
                .or(() -> otherChoice(earlier.identity()));
    }

    /** What a refinement simulates depends on all rows, so those of a choice of rows are not among those of all. */
    private Optional<String> otherChoice(RunIdentity earlier) {
        return definition.isRefined() && !where.equals(earlier.where())
                ? Optional.of("has the rows of --where '" + earlier.where().orElse("")
                        + "', and 'refine' would choose others without it")
                : Optional.empty();
    }

    /** How many combinations have been added at the end since the earlier run; 0 if that was of this definition, or of another. */
    public long gained(EarlierRun earlier) {
        if (definition.isRefined()) {
            return 0; // The last value would be on the coarse grid no longer.
        }
        ParameterSpace space = definition.space();
        if (space.blocks().size() == 1 && definition.chains().isReversed(space)) {
            return 0; // Rows of then would start from the new ones.
        }
        long before = earlier.definition().map(Continuation::firstBlock).orElse(0L);
        return space.startingWith(before)
                .filter(start -> CanonicalText.hash(definition.with(start))
                        .equals(earlier.identity().hash()))
                .map(start -> space.size() - start.size())
                .orElse(0L);
    }

    /** The size of the first block of a definition, by its canonical text; 0 if there is none. */
    private static long firstBlock(String definition) {
        return CanonicalText.firstBlock(definition).orElse(0L);
    }
}
