package io.github.spikesweep.model;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            // Opened by its path and not by its URI, which gives us our own file system, so that we may close it.
            Path jar = Path.of(URI.create(connection.getJarFileURL().toString()));
            try (FileSystem content = FileSystems.newFileSystem(jar)) {
                return beside(content.getPath(connection.getEntryName()));
            }
        }
        return beside(Path.of(URI.create(member.toString())));
    }

    private static List<String> beside(Path member) throws IOException {
        try (Stream<Path> files = Files.list(member.toAbsolutePath().getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
