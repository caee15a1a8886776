package io.github.spikesweep.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Notebooks are committed with their outputs, so that they can be read without executing them. */
class CommittedNotebooksTest {
    private static final int MOST_BYTES = 250_000;

    /** Folders of users' files on Linux, macOS and Windows. */
    private static final Pattern PLACE =
            Pattern.compile("(?<![\\w.])/(home|mnt|opt|private|root|tmp|usr|var|work|Users)/|\\b[A-Z]:\\\\|file:/");

    /** A requirement with an exact version. */
    private static final Pattern PIN = Pattern.compile("[a-z-]+==\\d+([.]\\d+)+");

    static List<Path> notebooks() throws IOException {
        return Notebook.files();
    }

    @Test
    void thereAreTen() throws IOException {
        assertEquals(10, notebooks().size());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void wasExecutedFromTopToBottom(Path file) throws IOException {
        List<Map<String, Object>> cells = Notebook.read(file).codeCells();
        for (int cell = 0; cell < cells.size(); cell++) {
            assertEquals(cell + 1, cells.get(cell).get("execution_count"), () -> file + " is not in order");
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void showsPicturesAndNeitherErrorsNorWarnings(Path file) throws IOException {
        List<Map<String, Object>> outputs = Notebook.read(file).outputs();
        assertTrue(
                outputs.stream()
                        .anyMatch(output -> output.get("data") instanceof Map<?, ?> forms
                                && forms.get("image/png") instanceof String picture
                                && picture.length() > 1000),
                "no picture");
        for (Map<String, Object> output : outputs) {
            assertFalse(output.get("output_type").equals("error"), output::toString);
            assertFalse("stderr".equals(output.get("name")), output::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void isSmall(Path file) throws IOException {
        assertTrue(Files.size(file) < MOST_BYTES, () -> file + " is too large; lower the dpi of its pictures");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void tellsNothingOfTheMachine(Path file) throws IOException {
        String text = Notebook.read(file).text();
        assertTrue(text.length() > 1000, text);
        assertFalse(
                PLACE.matcher(text).find(), () -> PLACE.matcher(text).results().toList() + text);
        assertFalse(text.contains(Notebook.FOLDER.getParent().toString()), text);
        String host = InetAddress.getLocalHost().getHostName();
        assertFalse(host.length() > 3 && !host.equals("localhost") && text.contains(host), text);
    }

    @Test
    void everyRequirementIsPinnedAndPySparkIsOurSpark() throws IOException {
        List<String> requirements = Files.readAllLines(Notebook.FOLDER.resolve("requirements.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertTrue(requirements.stream().allMatch(PIN.asMatchPredicate()), requirements::toString);
        String pyspark = "pyspark==" + System.getProperty("spikesweep.spark.version");
        assertTrue(requirements.contains(pyspark), requirements::toString);
    }
}
