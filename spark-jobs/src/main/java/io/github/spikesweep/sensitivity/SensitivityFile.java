package io.github.spikesweep.sensitivity;

import io.github.spikesweep.output.OutputFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.List;

/** Writes sensitivities as CSV: a line for each number. */
public final class SensitivityFile {
    private static final String HEADING = "feature,measure,axis,other_axis,value,low,high\n";

    private SensitivityFile() {}

    /**
     * Writes it, replacing an existing one. A number that does not exist is empty.
     *
     * @param axes their names
     */
    public static void write(OutputFile file, List<String> axes, List<FeatureSensitivity> features) throws IOException {
        file.write(path -> {
            try (Writer out = Files.newBufferedWriter(path)) {
                out.write(HEADING);
                for (FeatureSensitivity feature : features) {
                    for (Sensitivity one : feature.found()) {
                        out.write(line(feature.feature().name(), axes, one));
                    }
                }
            }
        });
    }

    private static String line(String feature, List<String> axes, Sensitivity one) {
        Method.Subject subject = one.subject();
        return String.join(
                        ",",
                        feature,
                        subject.measure(),
                        axes.get(subject.axis()),
                        subject.isPair() ? axes.get(subject.other()) : "",
                        text(one.value()),
                        text(one.low()),
                        text(one.high()))
                + "\n";
    }

    private static String text(double number) {
        return Double.isNaN(number) ? "" : Double.toString(number);
    }
}
