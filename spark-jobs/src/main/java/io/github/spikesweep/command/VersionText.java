package io.github.spikesweep.command;

import io.github.spikesweep.results.Versions;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Versions versions = Versions.current();
        return new String[] {
            "SpikeSweep %s (Spark %s, Java %s)".formatted(versions.spikesweep(), versions.spark(), versions.java())
        };
    }
}
