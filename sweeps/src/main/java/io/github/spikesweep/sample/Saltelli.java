package io.github.spikesweep.sample;

import java.util.Objects;

/**
 * One axis of a design for Sobol indices (Saltelli et al. 2010, Comput. Phys. Commun. 181:259–270; with the rows for indices of
 * second order Saltelli 2002, ibid. 145:280–297). Each point of two samples A and B makes a block of rows, in SALib's order: A;
 * A with the first axis from B, A with the second, and so on; if wanted, B with the first axis from A, and so on; B.
 *
 * @param a the numbers of this axis in A
 * @param b those in B
 * @param axis the position of this axis among {@code axes}, from 0
 * @param axes how many axes the design has
 * @param secondOrder whether it has the rows for indices of second order
 */
public record Saltelli(UnitSequence a, UnitSequence b, int axis, int axes, boolean secondOrder)
        implements UnitSequence {
    public Saltelli {
        Objects.checkIndex(axis, axes);
    }

    /** How many rows a point of A and B makes. */
    public static int rowsPerPoint(int axes, boolean secondOrder) {
        return secondOrder ? 2 * axes + 2 : axes + 2;
    }

    /** The same for this design. */
    public int rowsPerPoint() {
        return rowsPerPoint(axes, secondOrder);
    }

    @Override
    public double at(long index) {
        int rows = rowsPerPoint();
        long point = Objects.checkIndex(index, Long.MAX_VALUE) / rows;
        return isOfB((int) (index % rows)) ? b.at(point) : a.at(point);
    }

    /** Whether this axis has the number of B in a row of a block. */
    private boolean isOfB(int row) {
        if (row <= axes) {
            return row == axis + 1;
        }
        return !secondOrder || row != axes + axis + 1;
    }
}
