package io.github.spikesweep.sweep.writing;

import io.github.spikesweep.sample.Halton;
import io.github.spikesweep.sample.IndependentDraws;
import io.github.spikesweep.sample.LatinHypercube;
import io.github.spikesweep.sample.Morris;
import io.github.spikesweep.sample.Rotated;
import io.github.spikesweep.sample.Saltelli;
import io.github.spikesweep.sample.Sobol;
import io.github.spikesweep.sample.UnitSequence;
import io.github.spikesweep.space.Axis;
import io.github.spikesweep.space.Block;
import io.github.spikesweep.space.Sampled;
import io.github.spikesweep.sweep.Chains;
import io.github.spikesweep.sweep.SweepKeys;
import io.github.spikesweep.sweep.neuron.Neurons;
import java.util.List;

/** Writes {@code sweep}: a mapping of axes if each is its own block, otherwise a list of blocks. */
final class BlocksText {
    private final AxisText axes;
    private final YamlLines lines;

    BlocksText(Neurons neurons, YamlLines lines) {
        this.axes = new AxisText(neurons);
        this.lines = lines;
    }

    void write(List<Block> all) {
        List<Block> blocks = all.stream()
                .filter(block -> !axis(block).name().equals(Chains.DIRECTION)
                        || axis(block).isNumeric())
                .toList();
        if (blocks.isEmpty()) {
            return;
        }
        lines.add(0, "sweep:");
        if (blocks.stream()
                .allMatch(block ->
                        isGrid(block) && !SweepKeys.BLOCKS.contains(axis(block).name()))) {
            blocks.forEach(block -> write(1, block));
            return;
        }
        boolean inGrid = false;
        for (Block block : blocks) {
            if (!isGrid(block)) {
                writeBlock(block);
            } else {
                if (!inGrid) {
                    lines.add(1, "- grid:");
                }
                write(3, block);
            }
            inGrid = isGrid(block);
        }
    }

    private void writeBlock(Block block) {
        if (axis(block).name().equals(SweepKeys.REPLICATE)) {
            lines.add(1, "- replicates", Long.toString(block.size()));
        } else if (axis(block).values() instanceof Sampled sampled) {
            lines.add(1, "- sample:");
            lines.add(3, "method", method(sampled.sequence()));
            lines.add(3, "count", Long.toString(block.size() / perCounted(sampled.sequence())));
            writeSeed(sampled.sequence());
            lines.add(3, "within:");
            write(4, block);
        } else {
            lines.add(1, "- zip:");
            write(3, block);
        }
    }

    private static String method(UnitSequence sequence) {
        if (sequence instanceof IndependentDraws) {
            return "uniform";
        }
        if (sequence instanceof LatinHypercube) {
            return "lhs";
        }
        if (sequence instanceof Sobol) {
            return "sobol";
        }
        if (sequence instanceof Halton) {
            return "halton";
        }
        if (sequence instanceof Saltelli) {
            return "saltelli";
        }
        if (sequence instanceof Morris) {
            return "morris";
        }
        return method(((Rotated) sequence).sequence());
    }

    /** How many points of a block each of the counted ones makes. */
    private static int perCounted(UnitSequence sequence) {
        if (sequence instanceof Saltelli saltelli) {
            return saltelli.rowsPerPoint();
        }
        return sequence instanceof Morris morris ? morris.rowsPerTrajectory() : 1;
    }

    /** The seed of a sequence, and its other keys. */
    private void writeSeed(UnitSequence sequence) {
        if (sequence instanceof IndependentDraws draws) {
            writeSeed(draws.seed());
        } else if (sequence instanceof LatinHypercube cube) {
            writeSeed(cube.seed());
        } else if (sequence instanceof Sobol sobol) {
            writeSkip(sobol.skip());
        } else if (sequence instanceof Halton halton) {
            writeSkip(halton.skip());
        } else if (sequence instanceof Rotated rotated) {
            writeSeed(rotated.seed());
            writeSeed(rotated.sequence());
        } else if (sequence instanceof Saltelli saltelli) {
            writeSeed(((Rotated) saltelli.a()).seed());
            lines.add(3, "second_order", Boolean.toString(saltelli.secondOrder()));
        } else if (sequence instanceof Morris morris) {
            writeSeed(morris.seed());
            lines.add(3, "levels", Integer.toString(morris.levels()));
        }
    }

    private void writeSeed(long seed) {
        lines.add(3, "seed", Long.toString(seed));
    }

    private void writeSkip(long skip) {
        lines.add(3, "skip", Long.toString(skip));
    }

    private void write(int depth, Block block) {
        block.axes().forEach(axis -> lines.add(depth, axis.name(), axes.of(axis)));
        block.carried().forEach(column -> lines.add(depth, column.name(), AxisText.of(column)));
    }

    /** Whether the block is a single axis whose values are given in the file. */
    private static boolean isGrid(Block block) {
        Axis axis = axis(block);
        return block.axes().size() == 1
                && block.carried().isEmpty()
                && !(axis.values() instanceof Sampled)
                && !axis.name().equals(SweepKeys.REPLICATE);
    }

    private static Axis axis(Block block) {
        return block.axes().get(0);
    }
}
