package io.github.spikesweep.space;

import java.util.List;

/** Names, in the order of the sweep file. */
public record Labels(List<String> labels) implements Values {
    public Labels {
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("an axis has at least one value");
        }
    }

    @Override
    public long size() {
        return labels.size();
    }
}
