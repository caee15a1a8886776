package io.github.spikesweep.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The versions of SpikeSweep, Spark and Java that compute.
 */
public record Versions(String spikesweep, String spark, String java) {
    private static final String FILE = "version.properties";

    /** The current versions. */
    public static Versions current() {
        Properties built = built();
        return new Versions(
                built.getProperty("version"), built.getProperty("spark"), System.getProperty("java.version"));
    }

    private static Properties built() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
