package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the archives of a release contain. */
class ReleaseFilesIT {
    private static final Pattern JAR = Pattern.compile("(.+?)-[0-9].*[.]jar");
    private static final Pattern NAMED =
            Pattern.compile("^\\| ([a-z][a-z0-9-]*(?:, [a-z][a-z0-9-]*)*) \\|", Pattern.MULTILINE);
    private static final long LARGEST = 60 << 20;

    private static FileSystem zip;
    private static Path release;

    @BeforeAll
    static void open() throws IOException {
        Path file = archive(".zip");
        zip = FileSystems.newFileSystem(file, Map.of("enablePosixFileAttributes", true));
        release = zip.getPath(file.getFileName().toString().replace(".zip", ""));
    }

    @AfterAll
    static void close() throws IOException {
        zip.close();
    }

    private static Path archive(String ending) {
        return Path.of(System.getProperty("spikesweep.release") + ending);
    }

    @Test
    void areSmall() throws IOException {
        for (String ending : List.of(".zip", ".tar.gz")) {
            long size = Files.size(archive(ending));
            assertTrue(size < LARGEST, () -> ending + ": " + size);
        }
    }

    @Test
    void launchersAreReady() throws IOException {
        assertEquals(
                "rwxr-xr-x",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(release.resolve("spikesweep"))));
        String text = Files.readString(release.resolve("spikesweep.cmd"));
        assertTrue(text.endsWith("\r\n"));
        assertFalse(Pattern.compile("(?<!\r)\n").matcher(text).find());
    }

    @Test
    void holdNothingOfSpark() throws IOException {
        List<String> names = jars();
        assertTrue(names.contains("spikesweep-engine"), names::toString);
        assertFalse(names.stream().anyMatch(name -> name.matches("(spark|hadoop|scala)-.*")), names::toString);
    }

    @Test
    void nameTheLicenceOfEachLibraryOnce() throws IOException {
        List<String> libraries = jars().stream()
                .filter(name -> !name.startsWith("spikesweep-"))
                .sorted()
                .toList();
        List<String> named = NAMED.matcher(Files.readString(release.resolve("licences/README.md")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .filter(row -> !row.equals("jars"))
                .flatMap(row -> Stream.of(row.split(", ")))
                .sorted()
                .toList();
        assertEquals(libraries, named);
    }

    @Test
    void linksOfPagesLeadToTheirFiles() throws IOException {
        TreeSet<String> broken = new TreeSet<>();
        for (Path page :
                files().stream().filter(file -> file.toString().endsWith(".md")).toList()) {
            for (String link : new Document(page, Files.readString(page)).links()) {
                String file = link.replaceFirst("#.*", "");
                if (!link.matches("[a-z]+:.*") && !file.isEmpty() && !Files.exists(page.resolveSibling(file))) {
                    broken.add(page + ": " + link);
                }
            }
        }
        assertEquals(List.of(), List.copyOf(broken));
    }

    /** The names of the jars in lib, without versions. */
    private static List<String> jars() throws IOException {
        return files().stream()
                .filter(file -> file.startsWith(release.resolve("lib")))
                .map(file -> JAR.matcher(file.getFileName().toString()))
                .flatMap(jar -> jar.results().map((MatchResult found) -> found.group(1)))
                .collect(Collectors.toList());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(release)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
