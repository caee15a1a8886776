package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelCatalogTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/github/spikesweep/model");

    @Test
    void everyFileOfTheFolderIsAModel() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.replace(".yaml", ""))
                    .sorted()
                    .toList();
            assertEquals(names, ModelCatalog.names());
        }
        assertTrue(ModelCatalog.names()
                .containsAll(List.of(
                        "AdEx",
                        "FHN",
                        "HH",
                        "HHArea",
                        "HR",
                        "Izhikevich",
                        "Matsuoka",
                        "ML",
                        "RowatSelverston",
                        "Rulkov",
                        "RulkovBistable",
                        "STG",
                        "Vavoulis")));
    }

    @Test
    void otherNamesAreNoModels() {
        assertTrue(ModelCatalog.find("hh").isEmpty());
        assertTrue(ModelCatalog.find("../model/HH").isEmpty());
    }

    private static List<String> names() {
        return ModelCatalog.names();
    }

    /** Every model has what {@code spikesweep models} shows. */
    @ParameterizedTest
    @MethodSource("names")
    void everyModelIsDescribed(String name) {
        Model model = ModelCatalog.find(name).orElseThrow();
        assertEquals(name, model.name());
        assertFalse(model.title().equals(model.name()), "a title");
        assertTrue(model.source().matches(".*\\(\\d{4}\\).*"), "a source");
        assertFalse(model.input().unit().isEmpty(), "the unit of the input");
        assertFalse(model.input().description().isEmpty(), "a description of the input");
        model.variables().forEach(variable -> assertFalse(variable.description().isEmpty(), variable.name()));
        model.parameters()
                .forEach(parameter -> assertFalse(parameter.description().isEmpty(), parameter.name()));
    }
}
