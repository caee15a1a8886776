package io.github.spikesweep.wave;

import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.results.file.DataFile;
import io.github.spikesweep.results.file.ExpectedRows;
import io.github.spikesweep.results.file.FileFinding;
import java.io.IOException;
import java.util.List;

/** What computes the waves of a run: threads of this process, or Spark. It knows nothing of the run but what it is given. */
public interface Engine extends AutoCloseable {
    /** How many cores it has. */
    int cores();

    /** What becomes of a wave when the user stops the run. */
    enum Stop {
        /** The first request lets it go on to its end; the second ends it and keeps the rows of tasks that have ended. */
        AFTER_THE_WAVE,
        /** The first request ends it and keeps what is finished; the second keeps only that of tasks that have ended. */
        EARLY,
        /** Every request ends it and keeps what is finished. */
        KEEPING_ROWS
    }

    /** What becomes of its waves when the user stops the run. */
    Stop stops();

    /** Of how many ranges of rows a wave may be. */
    int mostRanges();

    /** A wave that will simulate rows and add them to the results. */
    WaveTask wave(WaveRows rows, WaveCut cut, ResultsDirectory results, String description);

    /** Reads files from end to end. */
    List<FileFinding> scan(List<DataFile> files, ExpectedRows expected) throws IOException;

    /**
     * Writes the rows of some files, one after the other, to a single new file.
     *
     * @param target the folder for the new file, which does not exist
     * @param stop can end this at once
     */
    void merge(List<DataFile> files, Folder target, String description, StopSwitch stop) throws IOException;

    @Override
    void close();
}
