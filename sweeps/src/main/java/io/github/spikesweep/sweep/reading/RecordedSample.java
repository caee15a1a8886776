package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.DocumentReader;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.sample.UnitSequence;
import io.github.spikesweep.space.Sampled;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.reading.axis.AxisSource;
import io.github.spikesweep.sweep.reading.axis.BlockSource;
import io.github.spikesweep.sweep.reading.axis.DirectionAxis;
import io.github.spikesweep.sweep.reading.axis.NamedFiles;
import io.github.spikesweep.sweep.reading.given.GivenKeys;
import java.io.FileNotFoundException;
import java.util.List;

/**
 * The sample among the blocks of a sweep, and which of its points a row has. It is found without the models of the sweep, which
 * need not be there any more.
 *
 * @param axes the names of its axes
 * @param numbers the values of each
 * @param others the names of the axes of other blocks that have more than one point
 * @param repeats how many rows with neighbouring ids have the same point
 */
public record RecordedSample(List<String> axes, List<Sampled> numbers, List<String> others, long repeats) {
    /**
     * Reads a sweep as results record it.
     *
     * @param source the name of the results in messages
     * @param text a complete sweep file, without names of tables
     * @throws InputException if it has no sample, or several
     */
    public static RecordedSample of(String source, String text) {
        NamedFiles none = new NamedFiles(source, path -> {
            throw new FileNotFoundException(path);
        });
        List<BlockSource> blocks =
                GivenKeys.of(DocumentReader.read(source, text), none).axes().blocks();
        List<BlockSource> samples =
                blocks.stream().filter(RecordedSample::isSample).toList();
        if (samples.size() != 1) {
            String found = samples.isEmpty() ? "has none" : "has " + samples.size();
            throw new InputException(
                    source + ": sensitivity is that to the axes of one sample, and this sweep " + found
                            + "; methods saltelli and morris draw designs for it, and lhs, sobol, uniform and the others serve, too");
        }
        BlockSource sample = samples.get(0);
        long repeats = blocks.subList(blocks.indexOf(sample) + 1, blocks.size()).stream()
                .mapToLong(RecordedSample::size)
                .reduce(1, Math::multiplyExact);
        return new RecordedSample(
                names(List.of(sample)),
                sample.axes().stream().map(axis -> (Sampled) axis.numbers()).toList(),
                names(blocks.stream()
                        .filter(block -> !block.equals(sample) && size(block) > 1)
                        .toList()),
                repeats);
    }

    private static boolean isSample(BlockSource block) {
        return isNumeric(block.axes().get(0)) && block.axes().get(0).numbers() instanceof Sampled;
    }

    private static boolean isNumeric(AxisSource axis) {
        return !SweepKeys.PARTS.contains(axis.head().name()) && !(axis instanceof DirectionAxis);
    }

    private static List<String> names(List<BlockSource> blocks) {
        return blocks.stream()
                .flatMap(block -> block.axes().stream())
                .map(axis -> axis.head().name())
                .toList();
    }

    private static long size(BlockSource block) {
        AxisSource axis = block.axes().get(0);
        return isNumeric(axis) ? axis.numbers().size() : axis.names().size();
    }

    /** How many points the sample has. */
    public long points() {
        return numbers.get(0).size();
    }

    /** The point that the row with an id has. */
    public long point(long id) {
        return id / repeats % points();
    }

    /** How the numbers of an axis are drawn. */
    public UnitSequence sequence(int axis) {
        return numbers.get(axis).sequence();
    }
}
