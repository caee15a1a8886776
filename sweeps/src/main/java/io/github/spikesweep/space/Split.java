package io.github.spikesweep.space;

/** The indices of a column whose values are below, at and above a literal. */
public record Split(IndexRanges below, IndexRanges equal, IndexRanges above) {

    /** The indices whose values are in {@code relation} to the literal. */
    public IndexRanges matching(Relation relation) {
        IndexRanges matching = IndexRanges.none();
        matching = relation.accepts(-1) ? matching.union(below) : matching;
        matching = relation.accepts(0) ? matching.union(equal) : matching;
        return relation.accepts(1) ? matching.union(above) : matching;
    }
}
