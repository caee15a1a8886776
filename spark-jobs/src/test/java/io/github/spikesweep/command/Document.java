package io.github.spikesweep.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of Markdown of the checkout. */
record Document(Path path, String text) {
    /** The folder of the checkout. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Not sources, but what builds, runs and tools leave behind. */
    private static final Set<String> LEFT_BEHIND = Set.of(".git", "target", "results", ".venv", "spark-warehouse");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern INDENTED = Pattern.compile("^ {4}(?! )(.*(?:\\\\\\n.*)*)$", Pattern.MULTILINE);
    /** A word of a command, with or without quotes in it. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");

    /** All pages. */
    static List<Document> all() throws IOException {
        List<Document> documents = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().endsWith(".md")) {
                documents.add(new Document(file, Files.readString(file)));
            }
        }
        return documents;
    }

    /** All files of the checkout that are sources. */
    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean source = !LEFT_BEHIND.contains(folder.getFileName().toString());
                return source ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** The targets of its links and pictures. */
    List<String> links() {
        return LINK.matcher(text).results().map(link -> link.group(1)).toList();
    }

    /** The code within its sentences. */
    List<String> code() {
        return CODE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    /** The anchors of its headings, as GitHub creates them. */
    List<String> anchors() {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** The commands of a program, as words: those on separate lines and those within sentences. */
    List<List<String>> commands(String program) {
        Stream<String> lines =
                INDENTED.matcher(text).results().map(line -> line.group(1).replace("\\\n", " "));
        return Stream.concat(lines, code().stream())
                .map(Document::words)
                .filter(words -> words.size() > 1 && words.get(0).equals(program))
                .toList();
    }

    /** A file or folder that it names, relative to the checkout or to its own folder. */
    Path resolve(String name) {
        Path own = path.getParent().resolve(name).normalize();
        return Files.exists(own) ? own : ROOT.resolve(name).normalize();
    }

    private static List<String> words(String command) {
        return WORD.matcher(command.replaceFirst("\\s#.*", ""))
                .results()
                .map(MatchResult::group)
                .map(word -> word.replaceAll("['\"]", ""))
                .toList();
    }

    @Override
    public String toString() {
        return ROOT.relativize(path).toString();
    }
}
