package io.github.spikesweep.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.wave.TaskTimes;
import io.github.spikesweep.wave.WaveCut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Simulates whole runs with given costs of rows. */
class WaveSizeTest {
    private static final double HOUR = 3600;
    private static final double MB = 1 << 20;
    /** The fixed cost of a task. */
    private static final double OVERHEAD_SECONDS = 0.02;

    private static final int MOST_WAVES = 2000;

    /** How long rows take and how large they are, actual and assumed. */
    record Machine(
            int cores,
            double waveSeconds,
            double rowSeconds,
            double rowBytes,
            double assumedCost,
            double assumedBytes) {
        Machine withWave(double seconds) {
            return new Machine(cores, seconds, rowSeconds, rowBytes, assumedCost, assumedBytes);
        }

        WaveSize pace() {
            return new WaveSize(
                    Duration.ofNanos((long) (waveSeconds * 1e9)), 1, rowSeconds * assumedCost, rowBytes * assumedBytes);
        }

        /** How many waves this many rows take. */
        long rows(double waves) {
            return (long) (waves * waveSeconds * cores / rowSeconds);
        }
    }

    record Ran(long rows, WaveCut cut, double rowSeconds, int cores) {
        double taskSeconds() {
            return Math.ceil((double) rows / cut.tasks()) * rowSeconds;
        }

        /** From start to end. */
        double seconds() {
            return Math.ceil((double) cut.tasks() / cores) * taskSeconds();
        }
    }

    @Provide
    Arbitrary<Machine> machines() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 1000),
                        logarithmic(2, 3600),
                        logarithmic(1e-5, 100),
                        logarithmic(8, 4000),
                        logarithmic(0.02, 50),
                        logarithmic(0.4, 2.5))
                .as(Machine::new)
                .withoutEdgeCases();
    }

    private static Arbitrary<Double> logarithmic(double from, double to) {
        return Arbitraries.integers().between(0, 1000).map(part -> from * Math.pow(to / from, part / 1000.0));
    }

    @Property(tries = 1000)
    void wavesTakeAboutTheWantedTimeAndTheRunEnds(@ForAll("machines") Machine machine) {
        List<Ran> waves = run(machine, machine.rows(60));
        // Slow rows do not make waves shorter.
        double wanted = Math.max(machine.waveSeconds(), 64 * machine.rowSeconds());
        // The first was assumed to be shorter, possibly much shorter.
        for (Ran wave : waves.subList(Math.min(1, waves.size() - 1), waves.size() - 1)) {
            // There may be more large files than cores, but fewer than twice as many.
            double most = wave.cut().gathers() ? 1.3 : 2.1;
            assertTrue(wave.seconds() <= most * wanted, () -> wave.seconds() + " of " + machine + " " + waves);
        }
        if (machine.waveSeconds() >= 10) {
            long tooShort = waves.subList(0, waves.size() - 1).stream()
                    .filter(wave -> wave.seconds() < 0.6 * machine.waveSeconds())
                    .count();
            assertTrue(tooShort <= 4, () -> machine + " " + waves);
        }
    }

    @Property(tries = 1000)
    void tasksAreNeitherShortNorLong(@ForAll("machines") Machine machine) {
        List<Ran> waves = run(machine.withWave(Math.max(20, machine.waveSeconds())), machine.rows(200));
        for (Ran wave : settled(waves)) {
            double seconds = wave.taskSeconds();
            // A task's file may have a good size before the task has taken a second.
            boolean full = wave.rows() * machine.rowBytes() / wave.cut().tasks() >= 64 * MB;
            assertTrue(seconds >= 1 || full, () -> seconds + " of " + machine + " " + wave);
            assertTrue(seconds <= Math.max(130, 64 * machine.rowSeconds()), () -> seconds + " " + machine + " " + wave);
        }
    }

    @Property(tries = 1000)
    void filesAreOfAGoodSizeOrOneForAWave(@ForAll("machines") Machine machine) {
        for (Ran wave : settled(run(machine, machine.rows(60)))) {
            double bytes = wave.rows() * machine.rowBytes() / wave.cut().files();
            assertTrue(bytes <= 512 * MB, () -> bytes / MB + " MB of " + machine + " " + wave);
            assertTrue(bytes >= 64 * MB || wave.cut().files() == 1, () -> bytes / MB + " MB " + machine + " " + wave);
        }
    }

    private static List<Ran> settled(List<Ran> waves) {
        return waves.size() < 8 ? List.of() : waves.subList(6, waves.size() - 1);
    }

    private static List<Ran> run(Machine machine, long rows) {
        WaveSize pace = machine.pace();
        List<Ran> waves = new ArrayList<>();
        long left = rows;
        while (left > 0) {
            left -= wave(machine, pace, pace.rows(left, machine.cores()), waves);
            assertTrue(left >= 0);
            assertTrue(waves.size() <= MOST_WAVES, () -> "the run does not end: " + machine);
        }
        return waves.isEmpty() ? run(machine, 1) : waves;
    }

    private static long wave(Machine machine, WaveSize pace, long rows, List<Ran> waves) {
        assertTrue(rows > 0);
        WaveCut cut = pace.cut(rows, machine.cores());
        assertTrue(cut.tasks() <= rows);
        Ran wave = new Ran(rows, cut, machine.rowSeconds(), machine.cores());
        waves.add(wave);
        double all = rows * machine.rowSeconds() + cut.tasks() * OVERHEAD_SECONDS;
        pace.measured(rows, new TaskTimes(cut.tasks(), nanos(all), nanos(wave.taskSeconds())), (long)
                (rows * machine.rowBytes()));
        return rows;
    }

    private static Duration nanos(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    /** As after a crash that lost a single row in an early file. */
    @Test
    void waveOfARowDoesNotSlowThoseAfterIt() {
        Machine machine = new Machine(2, 60, 25e-6, 20, 1, 1);
        WaveSize pace = machine.pace();
        List<Ran> waves = new ArrayList<>();
        wave(machine, pace, 1, waves);
        for (int i = 0; i < 8; i++) {
            wave(machine, pace, pace.rows(Long.MAX_VALUE / 4, 2), waves);
        }
        assertEquals(60, waves.get(8).seconds(), 12);
    }

    @Test
    void rowsThatAreFarCheaperThanAssumedMakeLargerWaves() {
        Machine machine = new Machine(4, 300, 1e-5, 20, 10_000, 1);
        List<Ran> waves = run(machine, machine.rows(20));
        assertTrue(waves.size() < 40, () -> waves.size() + " waves");
    }

    @Test
    void waveWithoutRowsTellsNothing() {
        WaveSize pace = new WaveSize(Duration.ofSeconds(60), 1, 1e-3, 20);
        long first = pace.rows(1_000_000_000, 2);
        pace.measured(0, TaskTimes.NONE, 500);
        assertEquals(first, pace.rows(1_000_000_000, 2));
    }

    /** Rows of an hour: those of each core are side by side, and none is idle. */
    @Test
    void fewLongRowsUseAllCores() {
        WaveSize pace = new WaveSize(Duration.ofMinutes(5), 1, HOUR, 20);
        assertEquals(20, pace.rows(20, 2));
        assertEquals(new WaveCut(2, 1, HOUR), pace.cut(20, 2));
        assertEquals(new WaveCut(2, 1, HOUR), pace.cut(2, 2));
        assertEquals(new WaveCut(3, 1, HOUR), pace.cut(3, 8));
        assertEquals(new WaveCut(1, 1, HOUR), pace.cut(1, 8));
    }

    @Test
    void allThatIsLeftIsOneWaveIfItIsLittle() {
        WaveSize pace = new WaveSize(Duration.ofSeconds(60), 1, 1e-3, 20);
        assertEquals(1, pace.rows(1, 1000));
        assertEquals(100, pace.rows(100, 2));
        assertEquals(new WaveCut(1, 1, 1e-3), pace.cut(1, 1000));
        assertEquals(new WaveCut(1, 1, 1e-3), pace.cut(20, 2));
    }
}
