package io.github.spikesweep.command;

import static io.github.spikesweep.command.Damage.GOOD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Paths {@code x.yaml} without a file, and sweeps {@code x.yaml} whose model is elsewhere or damaged. */
final class DamagedPlaces {
    private static final String NO_FILE = "is a pipe or a device, not a file";
    private static final String ELSEWHERE =
            "x.yaml:3:8: a model file must be beside or below the sweep file, as in models/mine.yaml; found ";
    private static final String UNREADABLE = "x.yaml:3:8: cannot read the model file ";

    private DamagedPlaces() {}

    static Stream<Damage> all() {
        return Stream.of(files(), models(), contents()).flatMap(damages -> damages);
    }

    private static Stream<Damage> files() {
        return Stream.of(
                new Damage("no file", file -> {}, "x.yaml: no such file"),
                new Damage("a directory", Files::createDirectory, "x.yaml: is a directory"),
                new Damage("a pipe", DamagedPlaces::pipe, "x.yaml: " + NO_FILE),
                new Damage("a device without end", file -> link(file, "/dev/zero"), "x.yaml: " + NO_FILE),
                new Damage(
                        "a link to itself",
                        file -> link(file, "x.yaml"),
                        "x.yaml: Too many levels of symbolic links…"));
    }

    private static Stream<Damage> models() {
        return Stream.of(
                elsewhere("../m.yaml"),
                elsewhere("/etc/m.yaml"),
                elsewhere("http://host/m.yaml"),
                elsewhere("C:/m.yaml"),
                named("missing.yaml", UNREADABLE + "'missing.yaml': there is no such file"),
                named("m".repeat(1_000) + ".yaml", UNREADABLE + "'" + "m".repeat(60) + "…': File name too long"));
    }

    private static Damage elsewhere(String model) {
        return named(model, ELSEWHERE + "'" + model + "'");
    }

    private static Damage named(String model, String message) {
        return new Damage(
                "a model " + message.substring(message.indexOf(model.substring(0, 5))),
                file -> sweep(file, model),
                message);
    }

    private static Stream<Damage> contents() {
        String cell = """
                name: Cell
                variables: {v: {initial: 0, unit: µV}}
                input: I
                equations: {v: I - u}
                spike: {variable: v, threshold: 1}
                """;
        return Stream.of(
                model("a directory", Files::createDirectory, UNREADABLE + "'m.yaml': is a directory"),
                model("a pipe", DamagedPlaces::pipe, UNREADABLE + "'m.yaml': " + NO_FILE),
                model(
                        "100 MB",
                        Damage.repeated("", " ", 100_000_000, "").content(),
                        UNREADABLE + "'m.yaml': has 100000000 bytes; at most 1048576 are accepted"),
                model(
                        "Latin-1",
                        file -> Files.write(file, cell.getBytes(StandardCharsets.ISO_8859_1)),
                        "m.yaml:2:35: the byte 0xB5 is not UTF-8; save the file as text in UTF-8"),
                model(
                        "one that is cut",
                        text(cell.substring(0, 40)),
                        "m.yaml:2:30: not YAML: expected ',' or '}', but got <stream end>"),
                model(
                        "10,000 lists",
                        text(cell + "let: " + "[".repeat(10_000)),
                        "m.yaml:6:25: nested deeper than accepted (20)"),
                model("an unknown name", text(cell), "m.yaml:4:20: unknown name 'u'; did you mean 'v'? (v, I, t)"),
                model(
                        "units that explode",
                        text(units()),
                        "m.yaml:105:402: a product of 101 different units; at most 100 are accepted"));
    }

    private static String units() {
        StringBuilder model = new StringBuilder("name: M\nvariables: {v: {initial: 0}}\nparameters:\n");
        StringBuilder product = new StringBuilder("p0");
        for (int i = 0; i <= 100; i++) {
            model.append("  p%d: {default: 1, unit: own%d}\n".formatted(i, i));
            product.append("*p").append(i);
        }
        return model + "let: {a: " + product + "}\ninput: I\nequations: {v: v}\nspike: {variable: v, threshold: 1}\n";
    }

    private static Damage model(String name, Damage.Content content, String message) {
        return new Damage(
                "for a model " + name,
                file -> {
                    sweep(file, "m.yaml");
                    content.write(file.resolveSibling("m.yaml"));
                },
                message);
    }

    private static void sweep(Path file, String model) throws IOException {
        Files.writeString(file, GOOD.replace("neuron: HHDoubleRK4", "model: " + model));
    }

    private static Damage.Content text(String text) {
        return file -> Files.writeString(file, text);
    }

    private static void pipe(Path file) throws IOException {
        try {
            new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void link(Path file, String target) throws IOException {
        Files.createSymbolicLink(file, Path.of(target));
    }
}
