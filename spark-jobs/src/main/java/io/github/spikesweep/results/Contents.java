package io.github.spikesweep.results;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.results.file.FileFinding;
import io.github.spikesweep.results.file.FileFinding.Damaged;
import io.github.spikesweep.results.file.FileFinding.Foreign;
import io.github.spikesweep.results.file.FileFinding.Sound;
import io.github.spikesweep.space.IndexRanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows that a directory contains.
 *
 * @param rows how many
 * @param covered which candidates of the sweep they cover, as positions
 * @param spikes the sum of their spike counts; 0 without that column
 * @param divergedRows how many of them diverged; 0 without a column that says so
 * @param filledRows how many of them were not simulated
 * @param damaged the files that cannot be read, with the reason; their rows do not count
 */
public record Contents(
        long rows, IndexRanges covered, long spikes, long divergedRows, long filledRows, List<Damaged> damaged) {
    public static final Contents NONE = new Contents(0, IndexRanges.none(), 0, 0, 0, List.of());

    public Contents {
        damaged = List.copyOf(damaged);
    }

    /**
     * The contents of a directory of which each file was read.
     *
     * @throws InputException if a file does not belong to the sweep, or a row exists twice
     */
    public static Contents of(ResultsDirectory directory, List<FileFinding> findings) {
        List<Sound> sound = new ArrayList<>();
        List<Damaged> damaged = new ArrayList<>();
        for (FileFinding finding : findings) {
            if (finding instanceof Foreign file) {
                throw new InputException(
                        "%s: %s does not belong to this sweep: %s; move it out of the directory, or give another --out"
                                .formatted(directory.name(), file.name(), file.reason()));
            } else if (finding instanceof Damaged file) {
                damaged.add(file);
            } else {
                sound.add((Sound) finding);
            }
        }
        checkDisjoint(directory, sound);
        return new Contents(
                sound.stream().mapToLong(Sound::rows).sum(),
                IndexRanges.unionOf(sound.stream().map(Sound::covered).toList()),
                sound.stream().mapToLong(Sound::spikes).sum(),
                sound.stream().mapToLong(Sound::divergedRows).sum(),
                sound.stream().mapToLong(Sound::filledRows).sum(),
                damaged);
    }

    private static void checkDisjoint(ResultsDirectory directory, List<Sound> files) {
        record Range(long from, long to, String file) {}
        List<Range> ranges = new ArrayList<>();
        for (Sound file : files) {
            for (int i = 0; i < file.covered().rangeCount(); i++) {
                ranges.add(new Range(file.covered().rangeFrom(i), file.covered().rangeTo(i), file.name()));
            }
        }
        ranges.sort(Comparator.comparingLong(Range::from));
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i).from() < ranges.get(i - 1).to()) {
                throw new InputException("%s: the same rows are in %s and in %s; move one of them out of the directory"
                        .formatted(
                                directory.name(),
                                ranges.get(i - 1).file(),
                                ranges.get(i).file()));
            }
        }
    }
}
