package io.github.spikesweep.wave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopSwitchTest {
    private final StopSwitch stop = new StopSwitch();
    private final AtomicInteger cancelled = new AtomicInteger();

    @Test
    void firstRequestWaitsForTheWaveAndTheSecondDoesNot() {
        assertFalse(stop.isRequested());
        stop.onAtOnce(cancelled::incrementAndGet);
        assertEquals(StopSwitch.Effect.ORDERLY, stop.request());
        assertTrue(stop.isRequested());
        assertFalse(stop.isAtOnce());
        assertEquals(0, cancelled.get());
        assertEquals(StopSwitch.Effect.AT_ONCE, stop.request());
        assertTrue(stop.isAtOnce());
        assertEquals(1, cancelled.get());
        assertEquals(StopSwitch.Effect.NONE, stop.request());
        assertEquals(1, cancelled.get());
    }

    @Test
    void orderlyEndComesFirst() {
        AtomicInteger ended = new AtomicInteger();
        stop.explain(() -> "first", () -> "second");
        stop.onOrderly(ended::incrementAndGet);
        stop.onAtOnce(cancelled::incrementAndGet);
        stop.request();
        assertEquals("first", stop.outlook());
        assertEquals(1, ended.get());
        stop.onOrderly(ended::incrementAndGet);
        assertEquals(2, ended.get(), "what comes late is ended too");
        stop.request();
        assertEquals("second", stop.outlook());
        assertEquals(2, ended.get());
        assertEquals(1, cancelled.get());
    }

    @Test
    void orderlyEndWithNothingToKeepIsAtOnce() {
        stop.explain(() -> "first", () -> "second");
        stop.onAtOnce(cancelled::incrementAndGet);
        stop.onOrderly(stop::drop);
        assertEquals(StopSwitch.Effect.ORDERLY, stop.request());
        assertEquals("first", stop.outlook());
        assertTrue(stop.isAtOnce());
        assertEquals(1, cancelled.get());
        assertEquals(StopSwitch.Effect.AT_ONCE, stop.request());
        assertEquals("second", stop.outlook());
    }

    @Test
    void requestAtOnceNeedsNoOther() {
        stop.onAtOnce(cancelled::incrementAndGet);
        stop.requestAtOnce();
        assertTrue(stop.isRequested());
        assertTrue(stop.isAtOnce());
        assertEquals(1, cancelled.get());
        assertEquals(StopSwitch.Effect.NONE, stop.request());
    }

    @Test
    void whatComesLateIsCancelledToo() {
        stop.requestAtOnce();
        stop.onAtOnce(cancelled::incrementAndGet);
        assertEquals(1, cancelled.get());
    }

    @Test
    void waveThatHasEndedIsNotCancelled() {
        stop.onAtOnce(cancelled::incrementAndGet);
        stop.onAtOnce(() -> {});
        stop.requestAtOnce();
        assertEquals(0, cancelled.get());
    }
}
