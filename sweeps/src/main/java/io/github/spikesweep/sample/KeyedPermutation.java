package io.github.spikesweep.sample;

import io.github.spikesweep.simulation.noise.NoiseKey;

/**
 * A random permutation of the numbers below {@code size}, given by a key. Any element can be computed without the others: a
 * Feistel network (Luby &amp; Rackoff 1988, SIAM J. Comput. 17:373–386) over as few bits as suffice, repeated until the
 * image is below {@code size} (cycle walking: Black &amp; Rogaway 2002, CT-RSA, LNCS 2271:114–130), which takes two times or
 * fewer on average.
 *
 * @param key random bits
 * @param size how many numbers, at least 1 and at most 2^62
 */
record KeyedPermutation(long key, long size) {
    /** One and a half times as many rounds as Luby and Rackoff use. */
    private static final int ROUNDS = 6;

    /** Halves of three bits or fewer mix slowly: with this many rounds all pairs of images are equally likely. */
    private static final int ROUNDS_OF_FEW_BITS = 24;

    private static final int FEW_BITS = 7;

    /** The image of {@code index}, which is at least 0 and below {@code size}. */
    long at(long index) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
        int rightBits = (bits + 1) / 2;
        int rounds = bits <= FEW_BITS ? ROUNDS_OF_FEW_BITS : ROUNDS;
        long image = index;
        do {
            image = permute(image, bits - rightBits, rightBits, rounds);
        } while (image >= size);
        return image;
    }

    /**
     * A permutation of all numbers with this many bits. The halves alternate instead of being swapped, since their widths may
     * differ.
     */
    private long permute(long number, int leftBits, int rightBits, int rounds) {
        long leftMask = (1L << leftBits) - 1;
        long rightMask = (1L << rightBits) - 1;
        long left = number >>> rightBits;
        long right = number & rightMask;
        for (long round = 0; round < rounds; round += 2) {
            left ^= NoiseKey.bits(key, (round << 32) | right) & leftMask;
            right ^= NoiseKey.bits(key, ((round + 1) << 32) | left) & rightMask;
        }
        return (left << rightBits) | right;
    }
}
