package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.java.JavaKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * Neurons of one kind that end when they have settled. All go through the same stretches of time; after each of them those that have settled, and
 * those that have diverged, are done, and the others move up, so that all lanes but the last few of a stretch have work.
 */
final class SettlingRun {
    /** Whether a row has settled is asked so many times in its duration. */
    private static final int STRETCHES = 100;

    private final Protocol.Fixed protocol;
    private final List<SettlingRow> rows;
    private final Recording recording;
    private final Progress progress;
    private final int widest;
    private long laneSteps;

    /** @param trials at least one, all of one kernel and protocol, without noise and with inputs that do not change */
    SettlingRun(List<Trial> trials, Recording recording, int widest, Progress progress) {
        this.protocol = (Protocol.Fixed) trials.get(0).protocol();
        this.rows = trials.stream().map(SettlingRow::new).toList();
        this.recording = recording;
        this.widest = widest;
        this.progress = progress;
    }

    /** @param lanes the number of lanes for so many rows */
    List<Outcome> run(IntUnaryOperator lanes) {
        List<SettlingRow> running = new ArrayList<>(rows);
        for (long from = 0; !running.isEmpty(); ) {
            long to = end(from);
            List<SettlingRow> moving = running.stream()
                    .flatMap(row -> Stream.concat(row.probe().stream(), Stream.of(row)))
                    .toList();
            for (int first = 0; first < moving.size(); first += widest) {
                List<SettlingRow> block = moving.subList(first, Math.min(first + widest, moving.size()));
                stretch(block, lanes.applyAsInt(block.size()), from, to);
            }
            for (SettlingRow row : running) {
                row.judge();
                if (row.isOver()) {
                    progress.advanced(row.spared(), 0);
                }
            }
            running.removeIf(SettlingRow::isOver);
            from = to;
        }
        return rows.stream().map(SettlingRow::outcome).toList();
    }

    private void stretch(List<SettlingRow> block, int lanes, long from, long to) {
        List<Trial> trials = block.stream().map(SettlingRow::rest).toList();
        var compiled = JavaKernels.fixed().get(trials.get(0).kernel(), lanes);
        new LaneBlock(compiled, trials, recording, progress).stretch(block, from, to);
        laneSteps += lanes * (to - from);
    }

    /** Where the stretch ends that begins after {@code from} steps: whole advances, but for the end of the transient and of the duration. */
    private long end(long from) {
        long length = (protocol.steps() + STRETCHES - 1) / STRETCHES;
        long advances = (length + LaneKernel.MOST_STEPS - 1) / LaneKernel.MOST_STEPS;
        long limit = from < protocol.transientSteps() ? protocol.transientSteps() : protocol.steps();
        return Math.min(limit, from + advances * LaneKernel.MOST_STEPS);
    }

    /** How many steps all lanes took, those included that had nothing to do. */
    long laneSteps() {
        return laneSteps;
    }
}
