package io.github.spikesweep.sensitivity;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sample.Morris;
import io.github.spikesweep.sample.Saltelli;
import io.github.spikesweep.sample.UnitSequence;
import io.github.spikesweep.sweep.output.Column;
import io.github.spikesweep.sweep.reading.RecordedSample;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Some features at the points of a sample. Not thread-safe. */
public final class SampledValues {
    private static final long NONE = -1;
    /** 160 MB. */
    private static final long MOST_VALUES = 20_000_000;

    private final String source;
    private final RecordedSample sample;
    private final Method method;
    private final List<Column> features;
    private final double[][] values;
    private final long[] ids;
    private final BitSet diverged = new BitSet();

    /**
     * None yet.
     *
     * @param source the name of the results in messages
     * @throws InputException if they would be too many
     */
    public SampledValues(String source, RecordedSample sample, List<Column> features) {
        if (sample.points() > MOST_VALUES / features.size()) {
            throw new InputException(
                    "%s: %,d points of %d features are more than the %,d values that fit; choose fewer features with --of"
                            .formatted(source, sample.points(), features.size(), MOST_VALUES));
        }
        this.source = source;
        this.sample = sample;
        this.method = method(sample);
        this.features = List.copyOf(features);
        this.values = new double[features.size()][(int) sample.points()];
        this.ids = new long[(int) sample.points()];
        Arrays.fill(ids, NONE);
    }

    private static Method method(RecordedSample sample) {
        UnitSequence first = sample.sequence(0);
        if (first instanceof Saltelli saltelli) {
            return new SobolIndices(saltelli.axes(), saltelli.secondOrder());
        }
        if (first instanceof Morris) {
            return new ElementaryEffects(IntStream.range(0, sample.axes().size())
                    .mapToObj(axis -> (Morris) sample.sequence(axis))
                    .toList());
        }
        return new RankCorrelations(sample.numbers());
    }

    /** The method for this sample. */
    public Method method() {
        return method;
    }

    /** How many blocks the sample has. */
    public int blocks() {
        return ids.length / method.blockSize();
    }

    /**
     * Adds a row.
     *
     * @param hasDiverged whether it diverged
     * @param row the feature's values, NaN for null
     * @throws InputException if there was another row with the same point
     */
    public void add(long id, boolean hasDiverged, double... row) {
        int point = (int) sample.point(id);
        if (ids[point] != NONE) {
            throw new InputException("%s: the rows %d and %d have the same point of the sample%s"
                    .formatted(source, ids[point], id, choice(sample.others())));
        }
        ids[point] = id;
        diverged.set(point, hasDiverged);
        for (int feature = 0; feature < values.length; feature++) {
            values[feature][point] = row[feature];
        }
    }

    /** What to do about other axes that vary. */
    private static String choice(List<String> others) {
        String named = others.stream().map(axis -> "'" + axis + "'").collect(Collectors.joining(" and "));
        return switch (others.size()) {
            case 0 -> "";
            case 1 -> ": " + named + " varies, too; choose one of its values with --where";
            default -> ": " + named + " vary, too; choose one value of each with --where";
        };
    }

    /** What a feature depends on. */
    public FeatureSensitivity of(Column feature, Bootstrap bootstrap) {
        double[] all = values[features.indexOf(feature)];
        int size = method.blockSize();
        long[] complete = LongStream.range(0, blocks())
                .filter(block -> IntStream.range(0, size).allMatch(row -> has(all, (int) block * size + row)))
                .toArray();
        double[] kept = Arrays.stream(complete)
                .flatMap(block -> LongStream.range(block * size, block * size + size))
                .mapToDouble(point -> all[(int) point])
                .toArray();
        boolean enough = complete.length >= method.fewestBlocks();
        return new FeatureSensitivity(
                feature,
                enough ? bootstrap.of(method, kept, complete) : List.of(),
                complete.length,
                lost(all, true),
                lost(all, false),
                (int) Arrays.stream(ids).filter(id -> id == NONE).count());
    }

    private boolean has(double[] all, int point) {
        return ids[point] != NONE && !Double.isNaN(all[point]);
    }

    /** The rows that are there without a value. */
    private List<Long> lost(double[] all, boolean asDiverged) {
        return IntStream.range(0, ids.length)
                .filter(point -> ids[point] != NONE && Double.isNaN(all[point]))
                .filter(point -> diverged.get(point) == asDiverged)
                .mapToObj(point -> ids[point])
                .sorted()
                .toList();
    }
}
