package io.github.spikesweep.sweep.writing;

import static io.github.spikesweep.sweep.writing.CanonicalText.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.reading.RandomSweep;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Any sweep that is written out is read back as the same. */
class SweepTextPropertiesTest {
    @Provide
    Arbitrary<RandomSweep> sweeps() {
        return RandomSweep.sweeps();
    }

    @Tag("thorough")
    @Property(tries = 500)
    void whatIsWrittenIsReadAsTheSame(@ForAll("sweeps") RandomSweep sweep) {
        SweepDefinition definition = sweep.read();
        String text = SweepText.of(definition);
        SweepDefinition again = sweep.read(text);
        assertEquals(definition, again, text);
        assertEquals(definition.hashCode(), again.hashCode());
        assertEquals(hash(definition), hash(again));
        assertEquals(CanonicalText.of(definition), CanonicalText.of(again));
        assertEquals(definition.columns(), again.columns());
        assertEquals(text, SweepText.of(again));
    }
}
