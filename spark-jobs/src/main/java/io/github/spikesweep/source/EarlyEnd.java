package io.github.spikesweep.source;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets reads end before all of their rows, so that the rows that are finished can still be written. Spark knows no such end:
 * whoever wants one opens it under a name, and gives that name to the job as the local property {@link #PROPERTY}. Only tasks in
 * this process hear of it.
 */
public final class EarlyEnd implements AutoCloseable {
    /** The local property of a Spark job by which its tasks find theirs. */
    public static final String PROPERTY = "spikesweep.wave";

    /** Tasks only get copies of what the driver has, so this is how they find the original. */
    private static final Map<String, EarlyEnd> OPEN = new ConcurrentHashMap<>();

    private final String name;
    private volatile boolean requested;
    private volatile boolean heard;
    private volatile boolean rows;

    private EarlyEnd(String name) {
        this.name = name;
    }

    /** Opens one. */
    public static EarlyEnd open(String name) {
        EarlyEnd end = new EarlyEnd(name);
        OPEN.put(name, end);
        return end;
    }

    static Optional<EarlyEnd> of(String name) {
        return Optional.ofNullable(OPEN.get(name));
    }

    /** Asks all reads of the job to end as soon as they can. */
    public void request() {
        requested = true;
    }

    /** Whether a read is to end; it then has to. */
    boolean isRequested() {
        heard |= requested;
        return requested;
    }

    /** A read has finished rows. */
    void finished() {
        rows = true;
    }

    /** Whether any read has finished rows. */
    public boolean hasRows() {
        return rows;
    }

    /** Whether a read may have ended before all of its rows. */
    public boolean wasHeard() {
        return heard;
    }

    @Override
    public void close() {
        OPEN.remove(name);
    }
}
