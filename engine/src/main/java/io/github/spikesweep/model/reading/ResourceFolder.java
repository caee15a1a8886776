package io.github.spikesweep.model.reading;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A folder of resources, in a folder of files or in a jar. */
final class ResourceFolder {
    private ResourceFolder() {}

    /**
     * The names of the files beside {@code member}, sorted.
     *
     * @param member a resource as the class loader finds it; a jar lists its folders nowhere else
     */
    static List<String> names(URL member) throws IOException {
        if (member.openConnection() instanceof JarURLConnection connection) {
            String entry = connection.getEntryName();
            String folder = entry.substring(0, entry.lastIndexOf('/') + 1);
            // Opened by its path: the connection's may be the class loader's, which we must not close.
            Path jar = Path.of(URI.create(connection.getJarFileURL().toString()));
            try (JarFile content = new JarFile(jar.toFile())) {
                return content.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.startsWith(folder))
                        .map(name -> name.substring(folder.length()))
                        .filter(name -> !name.isEmpty() && name.indexOf('/') < 0)
                        .sorted()
                        .toList();
            }
        }
        return beside(Path.of(URI.create(member.toString())));
    }

    private static List<String> beside(Path member) throws IOException {
        try (Stream<Path> files = Files.list(member.toAbsolutePath().getParent())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
