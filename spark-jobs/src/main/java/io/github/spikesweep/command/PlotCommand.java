package io.github.spikesweep.command;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.job.LocalPaths;
import io.github.spikesweep.path.UserPath;
import io.github.spikesweep.plot.PictureChoice;
import io.github.spikesweep.plot.PlotRequest;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.PictureFile;
import io.github.spikesweep.plot.trace.TraceFilePicture;
import io.github.spikesweep.results.ResultsDirectory;
import io.github.spikesweep.trace.TraceSource;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spikesweep plot}. */
@Command(
        name = "plot",
        description = "Draws the results of a run, or a trace.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        footer = {
            "",
            "By default the picture depends on the results: one axis gives a line, two a map, three several maps or one"
                    + " panel each, models and methods different colours, regimes a colour each, traces voltage over"
                    + " time, spike times intervals over an axis. Replicates, and axes that are not shown, are dots around their mean; replicates"
                    + " alone are a histogram, or a raster of their spike times. The line below the title, which is also"
                    + " printed, says what is shown, and how many rows diverged or are still missing.",
            "",
            "Examples:",
            "  spikesweep plot results/gna-scan",
            "  spikesweep plot results/gna-scan --y isi_mean_ms --out isi.svg",
            "  spikesweep plot results/gna-input-map --x input --color gna_density",
            "  spikesweep plot results/gna-input-map --x input --y gna_density --color isi_cv",
            "  spikesweep plot results/gna-input-map --where 'input > 0.1 and frequency_hz > 0'",
            "  spikesweep plot v.csv"
        })
final class PlotCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RESULTS",
            description = "The directory of the results; or a file that 'spikesweep trace' has written (.csv, .parquet,"
                    + " .arrow).")
    private String results;

    @Option(names = "--x", paramLabel = "COLUMN", description = "The horizontal axis.")
    private Optional<String> x;

    @Option(
            names = "--y",
            paramLabel = "COLUMN",
            description =
                    "The column to draw against it; or, for a map, the vertical axis; or the one variable of a trace to"
                            + " draw.")
    private Optional<String> y;

    @Option(
            names = "--color",
            paramLabel = "COLUMN",
            description = "The axis with one line for each value; or the column that a map shows.")
    private Optional<String> color;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description =
                    "Draw only the rows that satisfy this condition over the columns of the results, in the language"
                            + " of the sweep file: --where 'gna_density > 100 and status == ok'.")
    private Optional<String> where;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The picture, whose name ends in .png, .svg or .pdf; RESULTS.png by default."
                    + " An existing picture is replaced.")
    private Optional<String> file;

    @Override
    public Integer call() throws IOException {
        prepareDrawing();
        Optional<TraceSource> trace = TraceSource.at(results);
        if (trace.isPresent()) {
            checkForTraces();
            PictureFile out = PictureFile.at(file.orElse(trace.get().beside(".png")));
            return written(TraceFilePicture.of(trace.get(), y), out);
        }
        ResultsDirectory directory = new ResultsDirectory(results, LocalPaths.folder(results, Optional.empty()));
        Optional<PictureFile> out = file.map(PictureFile::at);
        Picture picture = PictureChoice.of(directory, new PlotRequest(x, y, color, where));
        return written(picture, out.orElseGet(() -> PictureFile.at(besideResults(results, ".png"))));
    }

    private int written(Picture picture, PictureFile out) throws IOException {
        out.write(picture);
        spec.commandLine().getOut().println(out.name() + ": " + String.join("; ", picture.notes()));
        return 0;
    }

    /** The name of a file beside a directory of results. */
    static String besideResults(String results, String ending) {
        UserPath path = new UserPath(results);
        if (!path.isLocal()) {
            throw new InputException(results + " is not a local directory; name a file for the picture with --out");
        }
        return results.replaceFirst("/+$", "") + ending;
    }

    private void checkForTraces() {
        Map<String, Optional<String>> others = Map.of("--x", x, "--color", color, "--where", where);
        others.forEach((option, value) -> value.ifPresent(name -> {
            throw new InputException(
                    option + " is for results; " + results + " is a trace, of which --y chooses a column");
        }));
    }

    /** To be called before the first class that draws. */
    static void prepareDrawing() {
        System.setProperty("java.awt.headless", "true");
        try {
            Class.forName("org.jfree.chart.JFreeChart", false, PlotCommand.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new InputException("the jar for clusters cannot draw; use ./spikesweep plot");
        }
    }
}
