package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.model.Model;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any bytes are a model or refused; nothing else is ever thrown. */
class ModelFuzzTest {
    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] text) {
        readOrRefuse(text);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll("soups") String text) {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void mutatedModelsAreReadOrRefused(@ForAll("models") String name, @ForAll Random random) {
        byte[] mutant = ModelMutants.of(name, random);
        readOrRefuse(mutant);
    }

    @Provide
    Arbitrary<String> soups() {
        return Arbitraries.of(
                        "name",
                        "variables",
                        "parameters",
                        "input",
                        "let",
                        "equations",
                        "next",
                        "reset",
                        "spike",
                        "v",
                        "initial",
                        "threshold",
                        "unit",
                        ": ",
                        ":",
                        "\n",
                        "\n  ",
                        "\n    ",
                        "- ",
                        "{",
                        "}",
                        "[",
                        "]",
                        ", ",
                        "&a",
                        "*a",
                        "!!str ",
                        "'",
                        "\"",
                        "|",
                        ">",
                        "# ",
                        "---",
                        "...",
                        "%",
                        "@",
                        "`",
                        "?",
                        "<<",
                        "1",
                        "~",
                        "\t",
                        "\\",
                        "\u0000",
                        "\uD800",
                        "\uFEFF",
                        "µ")
                .list()
                .ofMaxSize(40)
                .map(tokens -> String.join("", tokens));
    }

    @Provide
    Arbitrary<String> models() {
        return Arbitraries.of(ModelCatalog.names());
    }

    private static void readOrRefuse(byte[] text) {
        try {
            Model model = ModelReader.read("m.yaml", text);
            assertEquals(model.variables().size(), model.equations().size());
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith("m.yaml:"), e.getMessage());
        }
    }
}
