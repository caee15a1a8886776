package io.github.spikesweep.sweep.reading.axis;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import io.github.spikesweep.sample.Halton;
import io.github.spikesweep.sample.IndependentDraws;
import io.github.spikesweep.sample.LatinHypercube;
import io.github.spikesweep.sample.Morris;
import io.github.spikesweep.sample.Rotated;
import io.github.spikesweep.sample.Saltelli;
import io.github.spikesweep.sample.Sobol;
import io.github.spikesweep.sample.Streams;
import io.github.spikesweep.sample.UnitSequence;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How the points of a sample are drawn. */
public enum SampleMethod {
    UNIFORM("uniform"),
    LOG_UNIFORM("log-uniform"),
    NORMAL("normal"),
    LATIN_HYPERCUBE("lhs"),
    SOBOL("sobol"),
    HALTON("halton"),
    SALTELLI("saltelli"),
    MORRIS("morris");

    /** How many points the sequences have, including skipped ones. */
    public static final long MOST_SEQUENCE_POINTS = Math.min(Sobol.MOST_POINTS, Halton.MOST_POINTS);

    /** The default number of levels of {@link #MORRIS}. */
    private static final int USUAL_LEVELS = 4;

    /** Tells the second sample of {@link #SALTELLI} from the first; no axis has a name that ends in it. */
    private static final String SECOND = "'";

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

    /** The keys that only this method has. */
    List<String> ownKeys() {
        return switch (this) {
            case SOBOL, HALTON -> List.of("skip");
            case SALTELLI -> List.of("second_order");
            case MORRIS -> List.of("levels");
            case UNIFORM, LOG_UNIFORM, NORMAL, LATIN_HYPERCUBE -> List.of();
        };
    }

    /** The methods with a key that not all have, in messages. */
    static String havingKey(String key) {
        List<String> methods = Arrays.stream(values())
                .filter(method -> method.ownKeys().contains(key))
                .map(SampleMethod::label)
                .toList();
        return (methods.size() == 1 ? "method " : "methods ") + String.join(" and ", methods);
    }

    /** Refuses more axes and points than the method has. */
    void check(Position place, int axes, Entry countEntry, long count, long skip) {
        int most = mostAxes();
        if (axes > most) {
            throw new InputException(
                    place, "method " + label + " has at most " + most + " dimensions, found " + axes + " axes");
        }
        if ((isSequence() || this == SALTELLI) && count > MOST_SEQUENCE_POINTS - skip) {
            throw new InputException(
                    countEntry.position(),
                    "method " + label + " has at most " + MOST_SEQUENCE_POINTS + " points"
                            + (skip > 0 ? ", of which " + skip + " are skipped" : "") + ", found "
                            + countEntry.shown() + "; lhs and uniform have more");
        }
    }

    private int mostAxes() {
        return switch (this) {
            case UNIFORM, LOG_UNIFORM, NORMAL, LATIN_HYPERCUBE, MORRIS -> Integer.MAX_VALUE;
            case SOBOL -> Sobol.MOST_DIMENSIONS;
            case HALTON -> Halton.MOST_DIMENSIONS;
            case SALTELLI -> Sobol.MOST_DIMENSIONS / 2;
        };
    }

    /** What a sample says beside its bounds. */
    record Draw(int axes, long count, long skip, OptionalLong seed, OptionalInt levels, boolean secondOrder) {
        private long usualSeed() {
            return seed.orElse(WholeNumbers.USUAL_SEED);
        }
    }

    /** How many points of the sample each of the counted ones makes. */
    long pointsOfOne(int axes, boolean secondOrder) {
        return switch (this) {
            case UNIFORM, LOG_UNIFORM, NORMAL, LATIN_HYPERCUBE, SOBOL, HALTON -> 1;
            case SALTELLI -> Saltelli.rowsPerPoint(axes, secondOrder);
            case MORRIS -> axes + 1L;
        };
    }

    /**
     * The numbers from 0 to 1 for an axis. Without a seed, sequences are as published.
     *
     * @param position the position of the axis in the sample
     */
    UnitSequence sequence(String axis, int position, Draw draw) {
        long stream = Streams.of(axis);
        return switch (this) {
            case UNIFORM, LOG_UNIFORM, NORMAL -> new IndependentDraws(draw.usualSeed(), stream);
            case LATIN_HYPERCUBE -> new LatinHypercube(draw.usualSeed(), stream, draw.count());
            case SOBOL -> rotated(Sobol.ofDimension(position, draw.skip()), draw.seed(), stream);
            case HALTON -> rotated(Halton.ofDimension(position, draw.skip()), draw.seed(), stream);
            case SALTELLI ->
                new Saltelli(
                        new Rotated(Sobol.ofDimension(position, 0), draw.usualSeed(), stream),
                        new Rotated(
                                Sobol.ofDimension(draw.axes() + position, 0),
                                draw.usualSeed(),
                                Streams.of(axis + SECOND)),
                        position,
                        draw.axes(),
                        draw.secondOrder());
            case MORRIS ->
                new Morris(
                        draw.usualSeed(),
                        stream,
                        position,
                        draw.axes(),
                        draw.levels().orElse(USUAL_LEVELS));
        };
    }

    private static UnitSequence rotated(UnitSequence sequence, OptionalLong seed, long stream) {
        return seed.isPresent() ? new Rotated(sequence, seed.getAsLong(), stream) : sequence;
    }
}
