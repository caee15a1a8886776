package io.github.spikesweep.results;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** The local file system of a Spark with Hive, as in its downloads: it refuses to rename onto an existing file. */
public final class HiveFileSystem extends LocalFileSystem {
    static Configuration configuration() {
        Configuration hadoop = new Configuration(false);
        hadoop.set("fs.file.impl", HiveFileSystem.class.getName());
        hadoop.setBoolean("fs.file.impl.disable.cache", true);
        return hadoop;
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        return !(exists(to) && getFileStatus(to).isFile()) && super.rename(from, to);
    }
}
