package io.github.spikesweep.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file beside the others is found without further registration. */
class ResourceFolderTest {
    @TempDir
    Path directory;

    @Test
    void listsAFolderOfFiles() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("models of 50 % µm"));
        Path first = Files.createFile(folder.resolve("HH.yaml"));
        assertEquals(List.of("HH.yaml"), ResourceFolder.names(first.toUri().toURL()));
        Files.createFile(folder.resolve("Added.yaml"));
        Files.createDirectory(folder.resolve("c"));
        assertEquals(
                List.of("Added.yaml", "HH.yaml"),
                ResourceFolder.names(first.toUri().toURL()));
    }

    @Test
    void listsAFolderInAJar() throws IOException {
        Path jar = directory.resolve("spike sweep+µ%41.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file)) {
            for (String name : List.of("a/b/HH.yaml", "a/b/Added.yaml", "a/Other.yaml", "a/b/c/Deeper.yaml")) {
                content.putNextEntry(new JarEntry(name));
                content.closeEntry();
            }
        }
        URI member = URI.create("jar:" + jar.toUri() + "!/a/b/HH.yaml");
        for (int again = 0; again < 2; again++) {
            assertEquals(List.of("Added.yaml", "HH.yaml"), ResourceFolder.names(member.toURL()));
        }
    }
}
