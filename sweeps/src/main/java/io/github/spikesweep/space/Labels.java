package io.github.spikesweep.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Names along an axis over models, integrators or precisions. A name may occur more than once. Immutable. */
public final class Labels implements Values {
    private final List<String> names;
    private final int[] which;

    /** @param labels the name at each index, at least one */
    public Labels(List<String> labels) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("an axis needs at least one value");
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        this.which = new int[labels.size()];
        for (int i = 0; i < which.length; i++) {
            Integer place = places.putIfAbsent(labels.get(i), places.size());
            which[i] = place == null ? places.size() - 1 : place;
        }
        this.names = List.copyOf(new ArrayList<>(places.keySet()));
    }

    /** The first {@code count} names. */
    Labels startingWith(long count) {
        return new Labels(LongStream.range(0, count).mapToObj(this::at).toList());
    }

    @Override
    public long size() {
        return which.length;
    }

    /** The distinct names, in the order of their first occurrence. */
    public List<String> names() {
        return names;
    }

    /** Which of the distinct names is at {@code index}. */
    public int which(long index) {
        return which[Math.toIntExact(index)];
    }

    /** The name at {@code index}. */
    public String at(long index) {
        return names.get(which(index));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels && names.equals(labels.names) && Arrays.equals(which, labels.which);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(which);
    }

    @Override
    public String toString() {
        return Arrays.stream(which).mapToObj(names::get).toList().toString();
    }
}
