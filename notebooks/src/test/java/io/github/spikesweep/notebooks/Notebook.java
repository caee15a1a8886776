package io.github.spikesweep.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A committed notebook of this folder.
 *
 * @param cells its cells in nbformat 4
 */
record Notebook(Path file, List<Map<String, Object>> cells) {
    /** The module's root folder, in which tests run. */
    static final Path FOLDER = Path.of("").toAbsolutePath();

    /** All notebooks by name. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    static Notebook read(Path file) throws IOException {
        Map<String, List<Map<String, Object>>> content = new Yaml().load(Files.readString(file));
        return new Notebook(file, content.get("cells"));
    }

    List<Map<String, Object>> codeCells() {
        return cells.stream()
                .filter(cell -> cell.get("cell_type").equals("code"))
                .toList();
    }

    List<Map<String, Object>> outputs() {
        return codeCells().stream().flatMap(cell -> outputs(cell).stream()).toList();
    }

    @SuppressWarnings("unchecked") // guaranteed by the format
    private static List<Map<String, Object>> outputs(Map<String, Object> cell) {
        return (List<Map<String, Object>>) cell.get("outputs");
    }

    /** What a reader sees: text, code and outputs, without pictures. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Map<String, Object> cell : cells) {
            text.append(cell.get("source")).append('\n');
        }
        for (Map<String, Object> output : outputs()) {
            text.append(output.get("text")).append('\n');
            if (output.get("data") instanceof Map<?, ?> forms) {
                forms.forEach((form, content) -> text.append(form.equals("image/png") ? "" : content + "\n"));
            }
        }
        return text.toString();
    }
}
