package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The links, files, classes, commands and options on the project's pages exist. */
class DocumentsTest {
    private static final Pattern PATH = Pattern.compile("(?:[\\w.-]+/)+[\\w.-]*");
    private static final Pattern FILE =
            Pattern.compile("[\\w-]+\\.(md|yaml|yml|java|py|ipynb|json|csv|png|txt|cpp|schema\\.json)");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z0-9]+)+");
    private static final Pattern NAMED_TEST = Pattern.compile("-D(?:it\\.)?test=(\\w+)");
    private static final Pattern BENCHMARK = Pattern.compile("-Dbenchmark=(\\w+)");
    private static final Pattern PROFILE = Pattern.compile("-P([\\w-]+)");

    /** What builds and runs create, and names that stand for the reader's own files. */
    private static final Pattern NOT_OURS = Pattern.compile("(results|target|_damaged|spark-jobs/target|lab|v|s3a:)/.*"
            + "|(.*/)?(NAME|my-neuron|scan|model|points|example|_spikesweep)\\.(yaml|csv|json)");

    /** Classes of others that the pages mention. */
    private static final Set<String> OF_OTHERS = Set.of("StrictMath");

    static List<Document> documents() throws IOException {
        List<Document> documents = Document.all();
        assertTrue(documents.size() > 8, documents::toString);
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Document document) throws IOException {
        for (String link : document.links()) {
            if (link.matches("[a-z]+:.*")) {
                assertEquals("https", URI.create(link).getScheme(), link);
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? document.path()
                    : document.path().resolveSibling(parts[0]).normalize();
            assertTrue(Files.exists(target), link);
            if (parts.length == 2) {
                List<String> anchors = new Document(target, Files.readString(target)).anchors();
                assertTrue(anchors.contains(parts[1]), () -> link + ", where there are " + anchors);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void filesAreThere(Document document) throws IOException {
        Set<String> names = Document.files().stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        for (String code : document.code()) {
            if (NOT_OURS.matcher(code).matches()) {
                continue;
            }
            if (PATH.matcher(code).matches() && isOfTheCheckout(document, code)) {
                assertTrue(Files.exists(document.resolve(code)), code);
            } else if (FILE.matcher(code).matches()) {
                assertTrue(names.contains(code), code);
            }
        }
    }

    /** {@code mV/ms} is a unit: a path begins with an existing folder. */
    private static boolean isOfTheCheckout(Document document, String path) {
        return Files.isDirectory(document.resolve(path.substring(0, path.indexOf('/'))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commandsAreUnderstood(Document document) {
        for (List<String> words : commands(document)) {
            ParseResult parsed;
            try {
                String[] args = words.toArray(String[]::new);
                parsed = SpikeSweep.commandLine(new SpikeSweep(), args)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .parseArgs(args);
            } catch (CommandLine.ParameterException e) {
                throw new AssertionError(String.join(" ", words) + ": " + e.getMessage(), e);
            }
            assertTrue(parsed.hasSubcommand() || parsed.isUsageHelpRequested(), words::toString);
            for (String word : words) {
                if (word.startsWith("sweeps/")) {
                    assertTrue(Files.exists(Document.ROOT.resolve(word)), word);
                }
            }
        }
    }

    /** The words after the launcher, or after the jar for clusters. */
    private static List<List<String>> commands(Document document) {
        List<List<String>> commands = new ArrayList<>();
        document.commands("./spikesweep").forEach(words -> commands.add(words.subList(1, words.size())));
        for (List<String> words : document.commands("spark-submit")) {
            words.stream()
                    .filter(word -> word.endsWith(".jar"))
                    .findFirst()
                    .ifPresent(jar -> commands.add(words.subList(words.indexOf(jar) + 1, words.size())));
        }
        return commands;
    }

    @Test
    void theReadmeShowsEveryCommand() throws IOException {
        Document readme = documents().stream()
                .filter(document -> document.toString().equals("README.md"))
                .findFirst()
                .orElseThrow();
        for (String command :
                SpikeSweep.commandLine(new SpikeSweep()).getSubcommands().keySet()) {
            assertTrue(readme.text().matches("(?s).*(\\./spikesweep " + command + "\\b|`" + command + "`).*"), command);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void buildsAreNamedAsTheyAre(Document document) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : Document.files()) {
            if (file.endsWith("pom.xml")) {
                all.append(Files.readString(file));
            }
        }
        String poms = all.toString();
        Set<String> classes = classes();
        for (List<String> words : document.commands("./mvnw")) {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (word.equals("-pl")) {
                    assertTrue(Files.exists(Document.ROOT.resolve(words.get(i + 1) + "/pom.xml")), words::toString);
                }
                groups(PROFILE, word).forEach(id -> assertTrue(poms.contains("<id>" + id + "</id>"), id));
                groups(NAMED_TEST, word)
                        .filter(name -> !name.equals("None"))
                        .forEach(name -> assertTrue(classes.contains(name), name));
                groups(BENCHMARK, word)
                        .forEach(name -> assertTrue(
                                classes.stream().anyMatch(known -> known.contains(name) && known.endsWith("Benchmark")),
                                name));
            }
        }
    }

    @Test
    void classesAreNamedAsTheyAre() throws IOException {
        Set<String> classes = classes();
        Document contributing = documents().stream()
                .filter(document -> document.toString().equals("CONTRIBUTING.md"))
                .findFirst()
                .orElseThrow();
        List<String> unknown = contributing.code().stream()
                .filter(code -> CLASS.matcher(code).matches())
                .filter(code -> !classes.contains(code) && !OF_OTHERS.contains(code))
                .toList();
        assertEquals(List.of(), unknown);
        assertFalse(contributing.code().isEmpty());
    }

    private static Set<String> classes() throws IOException {
        return Document.files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<String> groups(Pattern pattern, String word) {
        return pattern.matcher(word).results().map((MatchResult found) -> found.group(1));
    }
}
