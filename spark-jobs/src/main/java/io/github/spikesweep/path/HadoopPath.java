package io.github.spikesweep.path;

import org.apache.hadoop.fs.Path;

/**
 * Makes Hadoop's paths. Its own constructors read {@code a:b} as a URI of the scheme {@code a}; elsewhere Hadoop and Spark read
 * text as patterns, in which {@code [} and {@code *} are special, or as URIs, in which {@code %} and {@code #} are.
 */
public final class HadoopPath {
    private HadoopPath() {}

    /**
     * The path that a user gave; without a scheme it is on Hadoop's default file system, which is the local one unless
     * configured.
     *
     * @throws io.github.spikesweep.document.InputException if it is empty or has a control character
     */
    public static Path of(String given) {
        UserPath path = new UserPath(given);
        return path.isUri() ? new Path(given) : plain(given);
    }

    /**
     * A file in a folder.
     *
     * @param name its name, or its path from the folder on, with {@code /}
     */
    public static Path in(Path folder, String name) {
        return new Path(folder, plain(name));
    }

    private static Path plain(String name) {
        return new Path(null, null, name);
    }
}
