package io.github.spikesweep.sweep.reading;

import io.github.spikesweep.document.Entry;
import io.github.spikesweep.sweep.reading.axis.AxisHead;
import io.github.spikesweep.sweep.reading.given.FindReader;
import java.util.List;
import java.util.Set;

/**
 * The key of an override, cut at its dots. Keys of circuits have dots themselves, such as {@code gap.g}: a key of the file is as many parts as make one that
 * is there, and a new one has those that its place lets it have.
 *
 * @param parts what is between the dots
 * @param ofCircuit whether the sweep may be one of circuits
 */
record OverridePath(List<String> parts, boolean ofCircuit) {
    /** The mappings of a file whose keys are names of quantities. */
    private static final Set<String> SETTINGS = Set.of("parameters", "initial");

    private static final String SWEEP = "sweep";

    static OverridePath of(String key, boolean ofCircuit) {
        return new OverridePath(List.of(key.split("\\.", -1)), ofCircuit);
    }

    /** Whether a file is one of circuits, as far as it can be seen without the files that it names. */
    static boolean mayBeOfCircuits(Entry.Section file) {
        return file.entries().containsKey("circuit")
                || (file.entries().get("model") instanceof Entry.Scalar model && SweepParts.isFile(model))
                || namesFile(file.entries().get(SWEEP));
    }

    /** Whether an axis {@code model} names a file. */
    private static boolean namesFile(Entry entry) {
        if (entry instanceof Entry.Section section) {
            return section.entries().values().stream().anyMatch(OverridePath::namesFile);
        }
        return entry instanceof Entry.Listing listing
                && listing.items().stream()
                        .anyMatch(item ->
                                (item instanceof Entry.Scalar scalar && SweepParts.isFile(scalar)) || namesFile(item));
    }

    int size() {
        return parts.size();
    }

    /** The part at {@code depth}. */
    String part(int depth) {
        return parts.get(depth);
    }

    /** The parts of {@code from} up to {@code to} as they were written. */
    String text(int from, int to) {
        return String.join(".", parts.subList(from, to));
    }

    /** How many parts from {@code depth} on are the key of {@code section}: the most that make one that is there, or those of a new one. */
    int keyLength(Entry.Section section, int depth) {
        for (int length = size() - depth; length > 0; length--) {
            if (section.entries().containsKey(text(depth, depth + length))) {
                return length;
            }
        }
        if (depth == 1 && SETTINGS.contains(part(0))) {
            return size() - depth;
        }
        if (depth > 0 && part(0).equals(FindReader.KEY) && part(depth - 1).equals(FindReader.KEY)) {
            return foundLength(depth);
        }
        return ofCircuit && isAmongAxes(depth) ? axisLength(depth) : 1;
    }

    /** The name of what is found ends before a key that belongs to it: the {@code find} within it, or the last part. */
    private int foundLength(int depth) {
        int within = parts.subList(depth + 1, size()).indexOf(FindReader.KEY);
        if (within >= 0) {
            return within + 1;
        }
        boolean isKey = FindReader.KEYS.contains(part(size() - 1)) && size() > depth + 1;
        return size() - depth - (isKey ? 1 : 0);
    }

    private boolean isAmongAxes(int depth) {
        if (!part(0).equals(SWEEP)) {
            return false;
        }
        return switch (depth) {
            case 1 -> true;
            case 3 -> part(2).equals("grid") || part(2).equals("zip");
            case 4 -> text(2, 4).equals("sample.within") || text(2, 4).equals("table.columns");
            default -> false;
        };
    }

    /** The name of an axis ends before what belongs to it. */
    private int axisLength(int depth) {
        int end = depth + 1;
        while (end < size() && !AxisHead.isKey(part(end))) {
            end++;
        }
        return end - depth;
    }

    /** Whether the parts before {@code depth} name a cell, which may be written as its model alone. */
    boolean isCell(int depth) {
        return depth == 3 && text(0, 2).equals("circuit.cells");
    }
}
