package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.sample.Halton;
import io.github.spikesweep.sample.IndependentDraws;
import io.github.spikesweep.sample.LatinHypercube;
import io.github.spikesweep.sample.Rotated;
import io.github.spikesweep.sample.Sobol;
import io.github.spikesweep.sample.Streams;
import io.github.spikesweep.sample.UnitSequence;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** How the points of a sample are drawn. */
public enum SampleMethod {
    UNIFORM("uniform"),
    LOG_UNIFORM("log-uniform"),
    NORMAL("normal"),
    LATIN_HYPERCUBE("lhs"),
    SOBOL("sobol"),
    HALTON("halton");

    /** How many points the sequences have, including skipped ones. */
    public static final long MOST_SEQUENCE_POINTS = Math.min(Sobol.MOST_POINTS, Halton.MOST_POINTS);

    private final String label;

    SampleMethod(String label) {
        this.label = label;
    }

    static SampleMethod read(Entry.Scalar entry) {
        List<String> labels = Arrays.stream(values()).map(SampleMethod::label).toList();
        return Arrays.stream(values())
                .filter(method -> method.label.equals(entry.text()))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        entry.position(),
                        "unknown method " + entry.shown() + new KnownNames(labels).hint(entry.text())));
    }

    /** Its name in sweep files. */
    public String label() {
        return label;
    }

    /** Whether its points are those of a fixed sequence. */
    boolean isSequence() {
        return this == SOBOL || this == HALTON;
    }

    /** Refuses more axes and points than the method has. */
    void check(Position place, int axes, Entry countEntry, long count, long skip) {
        int most = mostAxes();
        if (axes > most) {
            throw new InputException(
                    place, "method " + label + " has at most " + most + " dimensions, found " + axes + " axes");
        }
        if (isSequence() && count > MOST_SEQUENCE_POINTS - skip) {
            throw new InputException(
                    countEntry.position(),
                    "method " + label + " has at most " + MOST_SEQUENCE_POINTS + " points"
                            + (skip > 0 ? ", of which " + skip + " are skipped" : "") + ", found "
                            + countEntry.shown() + "; lhs and uniform have more");
        }
    }

    private int mostAxes() {
        return switch (this) {
            case UNIFORM, LOG_UNIFORM, NORMAL, LATIN_HYPERCUBE -> Integer.MAX_VALUE;
            case SOBOL -> Sobol.MOST_DIMENSIONS;
            case HALTON -> Halton.MOST_DIMENSIONS;
        };
    }

    /**
     * The numbers in [0, 1) for an axis.
     *
     * @param dimension the position of the axis in the sample
     * @param seed the seed; without one, sequences are as published
     */
    UnitSequence sequence(String axis, int dimension, long count, long skip, OptionalLong seed) {
        long stream = Streams.of(axis);
        return switch (this) {
            case UNIFORM, LOG_UNIFORM, NORMAL -> new IndependentDraws(seed.orElse(WholeNumbers.USUAL_SEED), stream);
            case LATIN_HYPERCUBE -> new LatinHypercube(seed.orElse(WholeNumbers.USUAL_SEED), stream, count);
            case SOBOL -> rotated(Sobol.ofDimension(dimension, skip), seed, stream);
            case HALTON -> rotated(Halton.ofDimension(dimension, skip), seed, stream);
        };
    }

    private static UnitSequence rotated(UnitSequence sequence, OptionalLong seed, long stream) {
        return seed.isPresent() ? new Rotated(sequence, seed.getAsLong(), stream) : sequence;
    }
}
