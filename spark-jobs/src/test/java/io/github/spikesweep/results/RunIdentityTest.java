package io.github.spikesweep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunIdentityTest {
    private static final RunIdentity ALL = of("0123", Optional.empty(), "1.0");
    private static final RunIdentity SOME = of("0123", Optional.of("id < 3"), "1.0");

    @Test
    void sameRowsGoOn() {
        assertEquals(Optional.empty(), ALL.conflict(ALL));
        assertEquals(Optional.empty(), SOME.conflict(SOME));
    }

    @Test
    void someRowsMayBecomeAllAndNotTheOtherWayRound() {
        assertEquals(Optional.empty(), ALL.conflict(SOME));
        assertEquals(Optional.of("has the rows of a run without --where"), SOME.conflict(ALL));
        assertEquals(
                Optional.of("has the rows of --where 'id < 3'"),
                of("0123", Optional.of("id < 4"), "1.0").conflict(SOME));
    }

    @Test
    void otherDefinitionAndOtherVersionAreRefusedFirst() {
        assertEquals(
                Optional.of("has results of another definition"),
                of("0124", Optional.empty(), "2.0").conflict(SOME));
        assertEquals(
                Optional.of("was computed by SpikeSweep 1.0, and this is 2.0"),
                of("0123", Optional.empty(), "2.0").conflict(SOME));
    }

    private static RunIdentity of(String hash, Optional<String> where, String version) {
        return new RunIdentity(hash, where, version);
    }
}
