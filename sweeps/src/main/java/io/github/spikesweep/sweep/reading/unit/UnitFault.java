package io.github.spikesweep.sweep.reading.unit;

import io.github.spikesweep.document.Position;
import io.github.spikesweep.unit.Unit;
import java.util.List;
import java.util.stream.Collectors;

/** Messages about units that do not go together. */
final class UnitFault {
    private static final Unit AREA = Unit.parse("cm^2", Position.startOf("area"));

    private UnitFault() {}

    /** {@code message}, with what makes the difference; or about the unit that nobody knows, if there is a known one like it. */
    static String of(Unit found, Unit wanted, String message) {
        return found.mismatch(wanted, message + area(found, wanted));
    }

    /** {@code in mS}, or {@code a pure number}. */
    static String shown(Unit unit) {
        return unit.isNumber() ? "a pure number" : "in " + unit;
    }

    /** {@code mS}, or {@code a pure number}. */
    static String found(Unit unit) {
        return unit.isNumber() ? "a pure number" : unit.toString();
    }

    private static String area(Unit found, Unit wanted) {
        if (wanted.over(found).isCommensurableWith(AREA)) {
            return "; multiply it by an area in " + wanted.over(found);
        }
        return found.over(wanted).isCommensurableWith(AREA) ? "; divide it by an area in " + found.over(wanted) : "";
    }

    /** Whether a value whose factors without a unit are taken for pure numbers does not fit, and probably should. */
    static boolean isDoubtful(Quantity quantity, Unit found, Unit wanted) {
        if (!quantity.isKnown() || quantity.isCertain() || !quantity.isStated() || found.isSameAs(wanted)) {
            return false;
        }
        return found.isCommensurableWith(wanted)
                ? quantity.assumed().stream().noneMatch(Unstated::mayConvert)
                : quantity.isAllStated();
    }

    /** What to add to a warning about a value whose factors without a unit are taken for pure numbers. */
    static String unless(Quantity quantity, Unit wanted) {
        List<Unstated> doubts = quantity.doubts();
        Unit found = quantity.unit().orElseThrow();
        boolean one = doubts.size() == 1;
        boolean fits = found.isCommensurableWith(wanted);
        String names = doubts.stream().map(Unstated::shown).collect(Collectors.joining(" and "));
        String has = one ? " has a unit" : " have units";
        String such = one && !fits ? ", such as " + wanted.over(found) : "";
        String state = (doubts.get(0).isNamed() ? "state " : "make a constant with ") + (one ? "it" : "them");
        return (fits ? found.differenceTo(wanted) : "") + "; if " + names + has + such + ", " + state;
    }
}
