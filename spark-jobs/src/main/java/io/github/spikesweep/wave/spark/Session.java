package io.github.spikesweep.wave.spark;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a run: its own, or that of the surrounding program. */
public record Session(SparkSession spark, boolean owned) implements AutoCloseable {
    private static final String HADOOP_PREFIX = "spark.hadoop.";

    /** Spark's settings as spark-submit and system properties give them; all cores of this machine if they name no master. */
    public static SparkConf settings(Optional<String> master) {
        SparkConf conf = new SparkConf();
        master.ifPresent(conf::setMaster);
        conf.setIfMissing("spark.master", "local[*]");
        if (conf.get("spark.master").startsWith("local")) {
            // Nobody connects from outside, and the name and address of a laptop may change.
            conf.setIfMissing("spark.driver.host", "localhost");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.ui.enabled", "false");
            // Heartbeats carry the progress.
            conf.setIfMissing("spark.executor.heartbeatInterval", "1s");
        }
        return conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    }

    /** Whether this process computes. */
    public static boolean isLocal(SparkConf conf) {
        return conf.get("spark.master").matches("local(\\[.*])?");
    }

    /** The file system settings among Spark's settings. */
    public static Configuration fileSystems(SparkConf conf) {
        Configuration hadoop = new Configuration();
        Arrays.stream(conf.getAllWithPrefix(HADOOP_PREFIX)).forEach(setting -> hadoop.set(setting._1(), setting._2()));
        return hadoop;
    }

    static Session open(SparkConf conf, String name) {
        boolean running = SparkSession.getDefaultSession().isDefined();
        SparkSession spark = running
                ? SparkSession.active()
                : SparkSession.builder()
                        .config(conf)
                        .appName("SpikeSweep " + name)
                        .getOrCreate();
        return new Session(spark, !running);
    }

    /** A session with settings of its own, over the same executors. */
    SparkSession with(Map<String, String> settings) {
        SparkSession session = spark.newSession();
        settings.forEach((key, value) -> session.conf().set(key, value));
        return session;
    }

    @Override
    public void close() {
        if (owned) {
            spark.stop();
        }
    }
}
