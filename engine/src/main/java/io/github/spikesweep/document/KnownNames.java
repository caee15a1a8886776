package io.github.spikesweep.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that are accepted somewhere, and the one that a mistyped name probably meant. */
public final class KnownNames {
    private static final int SHOWN = 30;
    private static final int LONGEST_COMPARED = 64;

    private final Set<String> names;

    public KnownNames(Collection<String> names) {
        this.names = new LinkedHashSet<>(names);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    /**
     * What to add after "unknown …": the nearest name, if one is near, and the accepted ones. For example {@code ; did you
     * mean 'gna'? (cm, vna, vk, vl, gna, gk, gl)}.
     */
    public String hint(String found) {
        if (names.isEmpty()) {
            return "";
        }
        String accepted =
                names.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (names.size() > SHOWN ? ", …" : "");
        return nearest(found)
                .map(name -> "; did you mean '" + name + "'? (" + accepted + ")")
                .orElse("; accepted: " + accepted);
    }

    /**
     * The known name at the smallest edit distance, whatever the case, if that is at most a third of its length (and at least one
     * edit); of several the one whose case is the most alike.
     */
    public Optional<String> nearest(String found) {
        if (found.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        return names.stream()
                .min(Comparator.comparingInt((String name) -> distance(lower(found), lower(name)))
                        .thenComparingInt(name -> distance(found, name)))
                .filter(best -> distance(lower(found), lower(best)) <= Math.max(1, best.length() / 3));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Edit distance in which swapping two neighbouring letters counts as one edit (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
