package io.github.spikesweep.space;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The cells of a carried column: numbers or texts, of which some may be missing. Immutable. */
public sealed interface Cells extends Serializable {
    /** How many there are. */
    int size();

    /** The first {@code count} cells. */
    Cells startingWith(int count);

    /** Numbers. */
    final class Numbers implements Cells {
        private final double[] numbers;

        /** @param numbers finite, or NaN where missing; copied */
        public Numbers(double... numbers) {
            this.numbers = numbers.clone();
        }

        @Override
        public int size() {
            return numbers.length;
        }

        /** The number at {@code index}; NaN if it is missing. */
        double at(int index) {
            return numbers[index];
        }

        @Override
        public Cells startingWith(int count) {
            return new Numbers(Arrays.copyOf(numbers, count));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers cells && Arrays.equals(numbers, cells.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }

        @Override
        public String toString() {
            return Arrays.toString(numbers);
        }
    }

    /** Texts. */
    final class Texts implements Cells {
        private final String[] texts;

        /** @param texts empty texts where missing */
        public Texts(List<String> texts) {
            this.texts = texts.toArray(String[]::new);
        }

        @Override
        public int size() {
            return texts.length;
        }

        /** The text at {@code index}; empty if it is missing. */
        Optional<String> at(int index) {
            return Optional.of(texts[index]).filter(text -> !text.isEmpty());
        }

        @Override
        public Cells startingWith(int count) {
            return new Texts(Arrays.asList(texts).subList(0, count));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Texts cells && Arrays.equals(texts, cells.texts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(texts);
        }

        @Override
        public String toString() {
            return Arrays.toString(texts);
        }
    }
}
