package io.github.spikesweep.columnar;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Why a page cannot be read, where the library allows no {@link IOException}. */
final class PageFault extends UncheckedIOException {
    PageFault(IOException cause) {
        super(cause.getMessage(), cause);
    }

    static PageFault of(String reason) {
        return new PageFault(new IOException(reason));
    }
}
