package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.table.TableFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar for clusters contains what Spark lacks and nothing that Spark has. */
class ClusterJarIT {
    /** What the jar may contain: the folders of these packages, and the files of these libraries on the class path. */
    private static final List<String> OURS =
            List.of("spikesweep", "hipparchus", "jackson-dataformat-csv", "jocl", "picocli", "progressbar");

    @Test
    void holdsNoClassThatSparkHas() throws IOException {
        try (JarFile jar = open()) {
            List<String> classes = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            assertTrue(classes.contains("picocli/CommandLine.class"), "what Spark lacks is there");
            assertTrue(
                    classes.contains("com/fasterxml/jackson/dataformat/csv/CsvParser.class"),
                    "what Spark lacks is there");
            assertTrue(classes.contains("me/tongfei/progressbar/ProgressBar.class"), "what Spark lacks is there");
            assertEquals(List.of(), classes.stream().filter(this::isSparks).toList());
        }
    }

    @Test
    void startsTheCommandLine() throws IOException {
        try (JarFile jar = open()) {
            assertEquals(
                    SpikeSweep.class.getName(),
                    jar.getManifest().getMainAttributes().getValue("Main-Class"));
        }
    }

    @Test
    void tellsAllFormatsOfTables() throws IOException {
        try (JarFile jar = open()) {
            String services = "META-INF/services/" + TableFormat.class.getName();
            String text = new String(jar.getInputStream(jar.getEntry(services)).readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    List.of("points.ArrowFormat", "points.ParquetFormat", "table.CsvFormat", "table.JsonLinesFormat"),
                    text.lines()
                            .map(name -> name.replace("io.github.spikesweep.", ""))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void carriesItsLicences() throws IOException {
        try (JarFile jar = open()) {
            assertNotNull(jar.getEntry("META-INF/LICENSE"));
            assertNotNull(jar.getEntry("META-INF/NOTICE"));
            assertNotNull(jar.getEntry("META-INF/LICENSE.txt"), "of Hipparchus");
            assertNotNull(jar.getEntry("META-INF/NOTICE.txt"), "of Hipparchus");
        }
    }

    /** Whether another library on the class path, so one of Spark's, has the class. */
    private boolean isSparks(String name) {
        return getClass()
                .getClassLoader()
                .resources(name)
                .map(url -> url.getPath().replaceFirst("!/.*", "").replaceFirst(".*/", ""))
                .anyMatch(library -> OURS.stream().noneMatch(library::contains));
    }

    private static JarFile open() throws IOException {
        return new JarFile(System.getProperty("spikesweep.jar"));
    }
}
