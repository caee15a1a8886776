package io.github.spikesweep.cluster;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;

/** Hadoop's distributed file system on this machine: a name node and a data node, each a JVM, on the loopback network. */
final class Hdfs implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SERVERS = "org.apache.hadoop.hdfs.server.";
    private static final String ANY_PORT = "127.0.0.1:0";

    private final URI uri;
    private final Jvm nameNode;
    private final Jvm dataNode;
    private final FileSystem files;

    private Hdfs(URI uri, Jvm nameNode, Jvm dataNode, FileSystem files) {
        this.uri = uri;
        this.nameNode = nameNode;
        this.dataNode = dataNode;
        this.files = files;
    }

    /** Starts an empty one in a folder of {@code place}, and waits until it is writable. */
    static Hdfs start(Workplace place) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(place.folder().resolve("hdfs"));
        URI uri = URI.create("hdfs://127.0.0.1:" + freePort());
        Configuration settings = settings(folder, uri);
        write(settings, folder);
        try (Jvm format = server("format", place, folder, "namenode.NameNode", "-format")) {
            Jvm.Exit exit = format.await(PATIENCE);
            if (exit.code() != 0) {
                throw new IOException(exit.err());
            }
        }
        Jvm nameNode = server("name-node", place, folder, "namenode.NameNode");
        Jvm dataNode = server("data-node", place, folder, "datanode.DataNode");
        Configuration client = new Configuration();
        client.addResource(settings);
        Hdfs hdfs = new Hdfs(uri, nameNode, dataNode, FileSystem.newInstance(uri, client));
        hdfs.awaitReady();
        return hdfs;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end) {
                close();
                throw new IllegalStateException(
                        "nothing can be written within " + PATIENCE + ":\n" + nameNode.out() + dataNode.out());
            }
            Thread.sleep(200);
        }
    }

    /** Whether a file can be written, which needs both nodes. The client itself waits for the name node. */
    private boolean isReady() throws IOException {
        org.apache.hadoop.fs.Path probe = new org.apache.hadoop.fs.Path("/probe");
        try (FSDataOutputStream out = files.create(probe, true)) {
            out.write(1);
        } catch (IOException e) {
            return false;
        }
        return files.delete(probe, false);
    }

    /** The address of a path that begins with {@code /}. */
    String address(String path) {
        return uri + path;
    }

    /** A client to list and copy files. */
    FileSystem files() {
        return files;
    }

    private static Jvm server(String name, Workplace place, Path folder, String type, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                folder
                        + File.pathSeparator
                        + System.getProperty("spikesweep.hdfs")
                        + File.pathSeparator
                        + place.home().classPath(),
                SERVERS + type));
        line.addAll(List.of(arguments));
        return Jvm.start(name, place, StandaloneWorker.DAEMON, line);
    }

    private static Configuration settings(Path folder, URI uri) {
        Configuration settings = new Configuration(false);
        settings.set("fs.defaultFS", uri.toString());
        settings.set("dfs.namenode.name.dir", folder.resolve("names").toUri().toString());
        settings.set("dfs.datanode.data.dir", folder.resolve("blocks").toUri().toString());
        settings.set("dfs.namenode.http-address", ANY_PORT);
        settings.set("dfs.datanode.address", ANY_PORT);
        settings.set("dfs.datanode.http.address", ANY_PORT);
        settings.set("dfs.datanode.ipc.address", ANY_PORT);
        settings.set("dfs.replication", "1");
        return settings;
    }

    /** The folder in which the servers look for their settings. */
    private static void write(Configuration settings, Path folder) throws IOException {
        for (String name : List.of("core-site.xml", "hdfs-site.xml")) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
                settings.writeXml(out);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
        dataNode.close();
        nameNode.close();
    }
}
