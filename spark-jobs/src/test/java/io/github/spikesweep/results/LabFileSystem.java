package io.github.spikesweep.results;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A file system that claims not to be local. A rewritten file is empty for a while before its content appears, as on HDFS.
 */
public final class LabFileSystem extends RawLocalFileSystem {
    private static final String SCHEME = "lab";
    private static final int EMPTY_MILLIS = 15;

    public static Configuration configuration() {
        Configuration hadoop = new Configuration(false);
        hadoop.set("fs." + SCHEME + ".impl", LabFileSystem.class.getName());
        return hadoop;
    }

    public static Path path(java.nio.file.Path local) {
        return new Path(SCHEME, "", local.toString());
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FSDataOutputStream create(Path file, boolean overwrite) throws IOException {
        FSDataOutputStream out = super.create(file, overwrite);
        try {
            Thread.sleep(EMPTY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return out;
    }
}
