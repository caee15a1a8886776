package io.github.spikesweep.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "newer".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void create() throws IOException {
        folder = new LocalFolder(path.resolve("a b%20#[1]"));
        folder.create();
    }

    @Test
    void writesReplacesMovesAndDeletes() throws IOException {
        folder.writeNew("x", OLD);
        assertThrows(FileAlreadyExistsException.class, () -> folder.writeNew("x", NEW));
        folder.write("y", NEW);
        folder.replace("y", "x");
        assertArrayEquals(NEW, content("x"));
        assertFalse(folder.has("y"));
        Folder inner = folder.folder("inner");
        inner.create();
        folder.move("x", inner, "z");
        assertEquals(List.of(new Folder.Entry("z", NEW.length, true)), inner.entries());
        assertThrows(NoSuchFileException.class, () -> folder.open("x"));
        folder.delete("inner");
        folder.delete("inner");
        assertEquals(List.of(), folder.entries());
        folder.delete();
        assertFalse(folder.exists());
    }

    @Test
    void linksThatLeadNowhereAreDeletedAndThoseToFoldersDoNotLoseTheirContent() throws IOException {
        Path kept = Files.createDirectory(path.resolve("kept"));
        Files.write(kept.resolve("file"), OLD);
        Path links = Files.createDirectory(path.resolve("a b%20#[1]/links"));
        Files.createSymbolicLink(links.resolve("nowhere"), Path.of("gone"));
        Files.createSymbolicLink(links.resolve("elsewhere"), kept);
        folder.delete("links");
        assertFalse(Files.exists(links));
        assertTrue(Files.exists(kept.resolve("file")));
    }

    /** Hadoop refuses a file whose checksum is that of another, which it once wrote under the same name. */
    @Test
    void hadoopReadsWhatWasReplacedAndFindsNoChecksumOfWhatIsGone() throws IOException {
        LocalFileSystem hadoop = FileSystem.newInstanceLocal(new Configuration());
        for (String name : List.of("written", "replaced", "moved", "deleted")) {
            try (var out = hadoop.create(new org.apache.hadoop.fs.Path(folder.path(), name))) {
                out.write(OLD);
            }
            assertTrue(folder.has("." + name + ".crc"));
        }
        folder.write("written", NEW);
        folder.write("next", NEW);
        folder.replace("next", "replaced");
        Folder other = folder.folder("other");
        other.create();
        folder.move("moved", other, "moved");
        folder.delete("deleted");
        for (String name : List.of("written", "replaced")) {
            try (var in = hadoop.open(new org.apache.hadoop.fs.Path(folder.path(), name))) {
                assertArrayEquals(NEW, in.readAllBytes());
            }
        }
        assertTrue(folder.entries().stream().noneMatch(entry -> entry.name().endsWith(".crc")));
    }

    private byte[] content(String name) throws IOException {
        try (InputStream in = folder.open(name)) {
            return in.readAllBytes();
        }
    }
}
