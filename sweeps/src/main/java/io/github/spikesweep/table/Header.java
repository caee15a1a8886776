package io.github.spikesweep.table;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.KnownNames;
import io.github.spikesweep.document.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of a table's columns, in the order of the file, and their positions. A column that nobody wants may have any name,
 * or none: pandas writes its index without one.
 */
public final class Header {
    /** What to add to messages about a column that may not be wanted. */
    static final String CHOOSE = "; to read only some columns, list them under 'columns'";

    private static final String OF_PANDAS = "the index that pandas writes without index=False";
    /** What pandas calls its index in Parquet, or in CSV that was read and written again. */
    private static final Pattern INDEX = Pattern.compile("__index_level_\\d+__|Unnamed: \\d+(_level_\\d+)?");

    private static final String COMMENT = "#";

    private final Position start;
    private final List<String> names = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    /** What prevents reading all columns, if anything does: the first fault. */
    private Optional<InputException> fault = Optional.empty();

    /** @param start where the names start, or would start if there were any */
    public Header(Position start) {
        this.start = start;
    }

    /**
     * Adds the name of the next column.
     *
     * @throws InputException if it is one too many
     */
    public void add(String name, Position position) {
        if (names.size() == TableBounds.MOST_COLUMNS) {
            throw new InputException(position, "more columns than a table may have (" + TableBounds.MOST_COLUMNS + ")");
        }
        Optional<String> problem = problem(name);
        if (fault.isEmpty()) {
            fault = problem.map(text -> new InputException(position, text));
        }
        names.add(name);
        positions.add(position);
        indices.putIfAbsent(name, names.size() - 1);
    }

    /** Why the next column cannot be read if it is called {@code name}. */
    private Optional<String> problem(String name) {
        int number = names.size() + 1;
        if (name.isBlank()) {
            return Optional.of(
                    "column " + number + " has no name" + (number == 1 ? ", like " + OF_PANDAS : "") + CHOOSE);
        }
        if (INDEX.matcher(name).matches()) {
            return Optional.of(Shown.quoted(name) + " is " + OF_PANDAS + CHOOSE);
        }
        if (name.length() > TableBounds.LONGEST_CELL) {
            return Optional.of("the name " + Shown.quoted(name) + " has more characters than accepted ("
                    + TableBounds.LONGEST_CELL + ")");
        }
        if (name.startsWith(COMMENT)) {
            return Optional.of("expected the name of a column, found " + Shown.quoted(name) + "; " + noComments());
        }
        if (!Shown.isPrintable(name)) {
            return Optional.of("the name of column " + number + " has a tab, line break or similar character");
        }
        Integer other = indices.get(name);
        return other == null
                ? Optional.empty()
                : Optional.of("duplicate column " + Shown.quoted(name) + ", which is already column " + (other + 1));
    }

    static String noComments() {
        return "a line that starts with # is not skipped as a comment (numpy's savetxt writes none with comments='')";
    }

    /** Where the names start. */
    public Position start() {
        return start;
    }

    /** How many columns there are. */
    public int size() {
        return names.size();
    }

    /**
     * The names of all columns.
     *
     * @throws InputException if one is not a name, occurs twice, or is that of an index
     */
    List<String> all() {
        fault.ifPresent(problem -> {
            throw problem;
        });
        return List.copyOf(names);
    }

    /**
     * Checks that there is one column of that name.
     *
     * @throws InputException if there is none, or there are several
     */
    void check(String name) {
        if (!indices.containsKey(name)) {
            KnownNames known =
                    new KnownNames(names.stream().filter(Shown::isName).toList());
            String comment = names.get(0).startsWith(COMMENT) ? "; " + noComments() : "";
            throw new InputException(start, "unknown column " + Shown.quoted(name) + known.hint(name) + comment);
        }
        int last = names.lastIndexOf(name);
        if (last != indexOf(name)) {
            throw new InputException(
                    positions.get(last),
                    "duplicate column " + Shown.quoted(name) + ", which is already column " + (indexOf(name) + 1));
        }
    }

    /** Which column is called {@code name}, which exists. */
    int indexOf(String name) {
        return indices.get(name);
    }

    /** The position of a column's name. */
    public Position position(String name) {
        return positions.get(indexOf(name));
    }
}
