package io.github.spikesweep.plot;

import io.github.spikesweep.LocalSpark;
import io.github.spikesweep.SweepText;
import io.github.spikesweep.job.LocalPaths;
import io.github.spikesweep.job.RunRequest;
import io.github.spikesweep.job.SweepRun;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.progress.WatchedRun;
import io.github.spikesweep.results.Existing;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.source.SweepInput;
import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A sweep that was run, and its pictures. */
final class DrawnSweep {
    private static final PlotRequest UNASKED =
            new PlotRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final String directory;

    private DrawnSweep(String directory) {
        this.directory = directory;
    }

    /** Runs it. */
    static DrawnSweep run(Path folder, String sweep) throws IOException, InterruptedException {
        LocalSpark.session();
        String out = folder.resolve("out").toString();
        RunRequest request = new RunRequest(
                new SweepInput(
                        SweepText.write(folder, "sweep.yaml", sweep), List.of(), Optional.empty(), Optional.empty()),
                Optional.of(out),
                Existing.RESUME,
                RunRequest.WAVE,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        new SweepRun(request).run(new WatchedRun(Duration.ofHours(1), status -> {}), new StopSwitch());
        return new DrawnSweep(out);
    }

    /** The default picture. */
    Picture picture() throws IOException {
        return picture(UNASKED);
    }

    Picture picture(PlotRequest request) throws IOException {
        return PictureChoice.of(
                new ResultsDirectory(directory, LocalPaths.folder(directory, Optional.empty())), request);
    }
}
