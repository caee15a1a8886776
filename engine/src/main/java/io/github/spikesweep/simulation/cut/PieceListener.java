package io.github.spikesweep.simulation.cut;

/** Is told of the pieces in which a cell takes steps. */
public interface PieceListener {
    /** Adds a piece of a step of a lane, after those before it. */
    void add(int lane, Piece piece);
}
