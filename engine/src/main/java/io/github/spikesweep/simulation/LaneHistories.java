package io.github.spikesweep.simulation;

import io.github.spikesweep.kernel.KernelLayout;
import io.github.spikesweep.kernel.LaneKernel;
import io.github.spikesweep.kernel.LaneMemory;
import io.github.spikesweep.simulation.cut.Piece;
import io.github.spikesweep.simulation.cut.PieceListener;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * The histories of one cell in the last advance, one lane at a time. If many lanes are examined, they are read in groups of neighbours,
 * which share cache lines.
 */
final class LaneHistories implements PieceListener {
    private static final int MOST = 8;

    private final LaneMemory kernel;
    private final int lanes;
    private final KernelLayout.CellRows rows;
    private final double[] starts = new double[(LaneKernel.MOST_STEPS + 1) * MOST];
    private final double[] slopes = new double[LaneKernel.MOST_STEPS * MOST];
    /** By lane. */
    private final List<List<Piece>> pieces;
    /** The lanes with pieces. */
    private final BitSet inPieces = new BitSet();

    private int group = 1;
    private int steps;
    private int first;
    private int width;
    private int lane;

    LaneHistories(LaneMemory kernel, KernelLayout layout, int cell) {
        this.kernel = kernel;
        this.lanes = layout.lanes();
        this.rows = layout.cells().get(cell);
        this.pieces = new ArrayList<>(Collections.nCopies(lanes, List.of()));
    }

    /** Begins another advance. */
    void begin() {
        for (int of = nextWithPieces(0); of >= 0; of = nextWithPieces(of + 1)) {
            pieces.set(of, List.of());
        }
        inPieces.clear();
    }

    @Override
    public void add(int of, Piece piece) {
        if (!inPieces.get(of)) {
            inPieces.set(of);
            pieces.set(of, new ArrayList<>());
        }
        pieces.get(of).add(piece);
    }

    /** The first lane from {@code from} on with a step that was taken in pieces; -1 if there is none. */
    int nextWithPieces(int from) {
        return inPieces.nextSetBit(from);
    }

    /** The pieces of all steps of a lane that were taken in pieces. */
    List<Piece> pieces(int of) {
        return pieces.get(of);
    }

    /** Discards what was read, after another advance. */
    void advanced(int taken) {
        steps = taken;
        width = 0;
    }

    /** Prepares to examine so many lanes, in order: if they are many, those beside each other are read together. */
    void expect(int count) {
        int wanted = count >= lanes / MOST ? MOST : 1;
        if (wanted != group) {
            group = wanted;
            width = 0;
        }
    }

    /** Selects a lane. */
    void turnTo(int wanted) {
        if (wanted < first || wanted >= first + width) {
            first = wanted - wanted % group;
            width = Math.min(group, lanes - first);
            kernel.read(rows.starts() + first, width, lanes, steps + 1, starts);
            if (rows.slopes() >= 0) {
                kernel.read(rows.slopes() + first, width, lanes, steps, slopes);
            }
        }
        lane = wanted - first;
    }

    /** The spike variable at the start of step {@code k} of the advance, the negative one where spikes point down; so are the others. */
    double start(int k) {
        return starts[k * width + lane];
    }

    /** The spike variable at the end of the step. */
    double end(int k) {
        return start(k + 1);
    }

    /** The slope of the spike variable at the start of the step; not in a map. */
    double slope(int k) {
        return slopes[k * width + lane];
    }
}
