package io.github.spikesweep.command;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.path.UserPath;
import io.github.spikesweep.plot.PictureChoice;
import io.github.spikesweep.plot.PlotRequest;
import io.github.spikesweep.plot.chart.Picture;
import io.github.spikesweep.plot.chart.PictureFile;
import io.github.spikesweep.results.ResultsDirectory;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spikesweep plot}. */
@Command(
        name = "plot",
        description = "Draws the results of a run.",
        mixinStandardHelpOptions = true,
        versionProvider = SpikeSweep.VersionText.class,
        footer = {
            "",
            "By default the picture depends on the results: one axis gives a line, two a map, three several maps or one"
                    + " panel each, models and methods different colours, traces voltage over time, spike times intervals"
                    + " over an axis. Replicates, and axes that are not shown, are dots around their mean.",
            "",
            "Examples:",
            "  spikesweep plot results/gna-scan",
            "  spikesweep plot results/gna-scan --y isi_mean_ms --out isi.svg",
            "  spikesweep plot results/gna-input-map --x input --color gna_density",
            "  spikesweep plot results/gna-input-map --x input --y gna_density --color isi_cv"
        })
final class PlotCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The directory of the results.")
    private String directory;

    @Option(names = "--x", paramLabel = "COLUMN", description = "The horizontal axis.")
    private Optional<String> x;

    @Option(
            names = "--y",
            paramLabel = "COLUMN",
            description = "The column to draw against it; or, for a map, the vertical axis.")
    private Optional<String> y;

    @Option(
            names = "--color",
            paramLabel = "COLUMN",
            description = "The axis with one line for each value; or the column that a map shows.")
    private Optional<String> color;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The picture, whose name ends in .png, .svg or .pdf; DIR.png by default."
                    + " An existing picture is replaced.")
    private Optional<String> file;

    @Override
    public Integer call() throws IOException {
        checkDrawable();
        System.setProperty("java.awt.headless", "true");
        Configuration hadoop = new Configuration();
        ResultsDirectory results = ResultsDirectory.at(directory, hadoop);
        PictureFile out = PictureFile.at(file.orElseGet(this::besideResults));
        Picture picture = PictureChoice.of(results, hadoop, new PlotRequest(x, y, color, Optional.empty()));
        out.write(picture);
        spec.commandLine().getOut().println(out.name() + ": " + String.join("; ", picture.notes()));
        return 0;
    }

    private String besideResults() {
        UserPath path = new UserPath(directory);
        if (!path.isLocal()) {
            throw new InputException(directory + " is not a local directory; name a file for the picture with --out");
        }
        return directory.replaceFirst("/+$", "") + ".png";
    }

    private static void checkDrawable() {
        try {
            Class.forName("org.jfree.chart.JFreeChart", false, PlotCommand.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new InputException("the jar for clusters cannot draw; use ./spikesweep plot");
        }
    }
}
