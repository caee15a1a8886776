package io.github.spikesweep.space;

import java.io.Serializable;
import java.util.Optional;

/**
 * A column that goes along with the points of a block into the results, such as the name of a cell. It sets nothing, and no
 * expression sees it.
 *
 * @param name its name
 * @param cells its cells, one for each point of the block
 * @param label its name in pictures, or empty
 * @param unit the unit of its numbers, or empty
 * @param description what it is, or empty
 */
public record Carried(String name, Cells cells, String label, String unit, String description) implements Serializable {
    /** How many cells it has. */
    public int size() {
        return cells.size();
    }

    /** Whether it has numbers; otherwise texts. */
    public boolean isNumeric() {
        return cells instanceof Cells.Numbers;
    }

    /** The number at {@code index}; NaN if that cell is missing. */
    public double number(long index) {
        return ((Cells.Numbers) cells).at(Math.toIntExact(index));
    }

    /** The text at {@code index}; empty if that cell is missing. */
    public Optional<String> text(long index) {
        return ((Cells.Texts) cells).at(Math.toIntExact(index));
    }

    /** The column with its first {@code count} cells. */
    Carried startingWith(long count) {
        return new Carried(name, cells.startingWith(Math.toIntExact(count)), label, unit, description);
    }
}
