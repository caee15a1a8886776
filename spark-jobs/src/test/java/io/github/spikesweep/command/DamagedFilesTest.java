package io.github.spikesweep.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For any damaged file, the user gets a message within two seconds: exit code 2, one line, from a separate JVM with 512 MB.
 */
@Tag("thorough")
class DamagedFilesTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int TRIES = 3;

    @TempDir
    private static Path folder;

    /** Two at a time, all started before the first result is checked. */
    private static ExecutorService machines;

    private static Map<String, Future<ChildJvm.Result>> results;

    @BeforeAll
    static void startAll() {
        machines = Executors.newFixedThreadPool(2);
        results = new HashMap<>();
        damages().forEach(damage -> results.put(damage.name(), machines.submit(() -> plan(damage))));
    }

    @AfterAll
    static void stop() {
        machines.shutdownNow();
    }

    static Stream<Damage> damages() {
        return Stream.concat(DamagedSweeps.all(), DamagedPlaces.all());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void isToldSoon(Damage damage) throws IOException, InterruptedException, ExecutionException {
        ChildJvm.Result result = results.get(damage.name()).get();
        assertFault(damage, result.execution());
        assertTrue(isSoon(result.took()), () -> "took " + result.took());
    }

    /** Bytes that an editor may add and that mean nothing. */
    @ParameterizedTest
    @MethodSource("harmless")
    void whatIsHarmlessChangesNothing(String text) throws IOException {
        Path file = folder.resolve("x.yaml");
        Execution clean = plan(file, Damage.GOOD);
        assertEquals(0, clean.code(), clean.err());
        assertEquals(clean, plan(file, text));
    }

    private static Execution plan(Path file, String text) throws IOException {
        return Execution.of("plan", Files.writeString(file, text).toString(), "--no-calibration");
    }

    static Stream<String> harmless() {
        return Stream.of(
                "\uFEFF" + Damage.GOOD,
                Damage.GOOD.replace("\n", "\r\n"),
                "\uFEFF" + Damage.GOOD.replace("\n", "\r\n"),
                Damage.GOOD.replace("\n", "\r"),
                Damage.GOOD.replace("\n", "  \n"),
                Damage.GOOD.replace("\n", " # 1\n"),
                Damage.GOOD.replace("\n", "\n\n"),
                Damage.GOOD.stripTrailing(),
                "---\n" + Damage.GOOD + "...\n# the end\n",
                "%YAML 1.1\n---\n" + Damage.GOOD);
    }

    @Test
    void whatMayNotBeReadIsToldSoon() throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(folder, "");
        Path file = Files.writeString(place.resolve("x.yaml"), Damage.GOOD);
        assertTrue(file.toFile().setReadable(false));
        assumeFalse(Files.isReadable(file), "root reads everything");
        assertEquals(
                "x.yaml: cannot be read: permission denied\n",
                execute("plan", place).execution().err());
    }

    /** Before Spark and Hadoop are started. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("someDamages")
    void aRunIsRefusedAsSoon(Damage damage) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(folder, "");
        damage.content().write(place.resolve("x.yaml"));
        ChildJvm.Result result = execute("run", place);
        assertFault(damage, result.execution());
        assertTrue(isSoon(result.took()), () -> "took " + result.took());
    }

    static Stream<Damage> someDamages() {
        List<String> some = List.of("ISO-8859-1", "a pipe", "no file");
        return damages().filter(damage -> some.contains(damage.name()));
    }

    private static ChildJvm.Result plan(Damage damage) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(folder, "");
        damage.content().write(place.resolve("x.yaml"));
        ChildJvm.Result best = execute("plan", place);
        for (int tries = 1; tries < TRIES && !isSoon(best.took()); tries++) {
            ChildJvm.Result again = execute("plan", place);
            best = again.took().compareTo(best.took()) < 0 ? again : best;
        }
        for (String large : List.of("x.yaml", "m.yaml")) {
            Files.deleteIfExists(place.resolve(large));
        }
        return best;
    }

    /** Within two seconds; or, on a busy machine, within four times the time of a good file. */
    private static boolean isSoon(Duration took) throws IOException, InterruptedException {
        if (took.compareTo(SOON) < 0) {
            return true;
        }
        Path place = Files.createTempDirectory(folder, "");
        Path good = Files.writeString(place.resolve("x.yaml"), Damage.GOOD);
        Duration usual = new ChildJvm(place)
                .execute("plan", good.toString(), "--resolved")
                .took();
        return took.compareTo(usual.multipliedBy(4)) < 0;
    }

    private static ChildJvm.Result execute(String command, Path place) throws IOException, InterruptedException {
        ChildJvm.Result result =
                new ChildJvm(place).execute(command, place.resolve("x.yaml").toString());
        Execution told = result.execution();
        return new ChildJvm.Result(
                new Execution(told.code(), told.out(), told.err().replace(place + "/", "")), result.took());
    }

    private static void assertFault(Damage damage, Execution execution) {
        assertTrue(damage.isToldBy(execution.err()), () -> execution + "\nis not\n" + damage.message());
        assertEquals(2, execution.code());
        assertEquals("", execution.out());
        assertEquals(1, execution.err().lines().count(), execution.err());
        assertTrue(execution.err().length() < 1_000, execution.err());
    }
}
