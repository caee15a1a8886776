package io.github.spikesweep.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spikesweep.document.InputException;
import io.github.spikesweep.document.Position;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    private static Unit unit(String text) {
        return Unit.parse(text, new Position("m.yaml", 3, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "mS/cm², mS/cm^2",
        "mS/cm², mS*cm^-2",
        "mS/cm², mS cm⁻²",
        "mS/cm², mS·cm-2",
        "mS/cm², mS/cm2",
        "µA, uA",
        "µA, \u03bcA",
        "nS*mV, pA",
        "µA/µF, mV/ms",
        "mV/ms, V/s",
        "pA/pF, V/s",
        "Ω, ohm",
        "kΩ, V/mA",
        "Ω*F, s",
        "1/S, \u2126",
        "Hz, 1/s",
        "kHz, ms⁻¹",
        "mM, mol/m³",
        "mM, mmol/L",
        "C/s, A",
        "W, V A",
        "J/s, W",
        "J/(mol*K), J/mol/K",
        "1, dimensionless",
        "1, mV/mV",
        "(m), m",
        "a.u., a.u.",
        "kg, 1 kg",
    })
    void whatMeansTheSameIsTheSame(String one, String other) {
        assertTrue(unit(one).isSameAs(unit(other)), one + " and " + other);
        assertTrue(unit(other).isSameAs(unit(one)), other + " and " + one);
    }

    @ParameterizedTest
    @CsvSource({
        "mV, V, 1000",
        "mS/cm², S/cm², 1000",
        "mS/cm², mS/m², 10000",
        "pA, A, 10^12",
        "1, %, 100",
        "m³, L, 1000",
        "ms, s, 1000",
    })
    void scalesDiffer(String one, String other, String factor) {
        assertFalse(unit(one).isSameAs(unit(other)));
        assertTrue(unit(one).isCommensurableWith(unit(other)));
        assertEquals(factor, unit(one).factorTo(unit(other)));
        assertEquals(factor, unit(other).factorTo(unit(one)));
    }

    @ParameterizedTest
    @CsvSource({"mV, mS", "m, 1", "a.u., 1", "iteration, ms", "min, m", "M, m", "mM, mm", "spikes, a.u.", "°C, K"})
    void dimensionsDiffer(String one, String other) {
        assertFalse(unit(one).isCommensurableWith(unit(other)));
    }

    @Test
    void isShownAsWritten() {
        assertEquals("mS·cm⁻²", unit(" mS·cm⁻² ").toString());
        assertEquals("mS*mV", unit("mV").times(unit("mS")).toString());
        assertEquals("mV/ms", unit("mV").over(unit("ms")).toString());
        assertEquals("1/ms", unit("1").over(unit("ms")).toString());
        assertEquals("1", unit("mV").over(unit("mV")).toString());
        assertEquals("mV^2", unit("mV").power(2).toString());
        assertEquals("mV^0.5", unit("mV").power(0.5).toString());
        assertTrue(unit("mV").power(2).power(0.5).isSameAs(unit("mV")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mS//cm | m.yaml:3:23: expected a unit such as mV or mS/cm^2, found '/'",
                "mS/ | m.yaml:3:23: expected a unit such as mV or mS/cm^2, found the end of the unit",
                "'' | m.yaml:3:20: expected a unit such as mV or mS/cm^2, found the end of the unit",
                "'   ' | m.yaml:3:23: expected a unit such as mV or mS/cm^2, found the end of the unit",
                "mV^ | m.yaml:3:22: expected a power from -99 to 99, found the end of the unit",
                "mV^x | m.yaml:3:22: expected a power from -99 to 99, found 'x'",
                "mV^1000 | m.yaml:3:22: expected a power from -99 to 99, found '1000'",
                "mV²⁻ | m.yaml:3:22: expected a power from -99 to 99, found '2-'",
                "(mV | m.yaml:3:23: expected ')', found the end of the unit",
                "mV) | m.yaml:3:22: expected the end of the unit, found ')'",
                "10 mV | m.yaml:3:20: a unit has no factor, found '10'; put it into the value",
                "1e-3 V | m.yaml:3:20: a unit has no factor, found '1e-3'; put it into the value",
            })
    void saysWhatCannotBeRead(String text, String message) {
        assertEquals(
                message, assertThrows(InputException.class, () -> unit(text)).getMessage());
    }

    @Test
    void boundsLengthAndDepth() {
        assertEquals(
                "m.yaml:3:20: a unit of 201 characters is longer than accepted (200)",
                assertThrows(InputException.class, () -> unit("m".repeat(201))).getMessage());
        assertEquals(
                "m.yaml:3:30: nested deeper than accepted (10)",
                assertThrows(InputException.class, () -> unit("(".repeat(50) + "m" + ")".repeat(50)))
                        .getMessage());
    }

    @Property
    void anyTextIsAUnitOrRefused(
            @ForAll
                    @Chars({'m', 'V', 's', '/', '*', '^', '-', '²', '⁻', '(', ')', ' ', '·', '%', 'Ω', '.', '1'})
                    @CharRange(from = '0', to = '9')
                    @StringLength(max = 30)
                    String text) {
        try {
            Unit unit = unit(text);
            assertTrue(unit.isSameAs(unit(unit.toString())));
            assertTrue(unit.over(unit).isNumber());
            assertTrue(unit.power(2).isSameAs(unit.times(unit)));
            assertTrue(unit.times(unit).isSameAs(unit(unit.times(unit).toString())));
        } catch (InputException e) {
            assertTrue(e.getMessage().startsWith("m.yaml:3:"), e.getMessage());
        }
    }
}
