package io.github.spikesweep.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.document.InputException;
import io.github.spikesweep.results.Versions;
import io.github.spikesweep.wave.StopSwitch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Answers requests, one after the other, until there are no more. {@code python/PROTOCOL.md} describes them. What was compiled for
 * one request is there for the next.
 */
public final class Server {
    /** The version of the protocol. */
    private static final int PROTOCOL = 1;
    /** How many requests, and bytes of their tables, may wait. */
    private static final int MOST_WAITING = 1000;

    private static final long MOST_BYTES_WAITING = 256 << 20;

    private final RequestReader requests;
    private final Replies replies;
    private final int threads;
    private final BlockingQueue<Optional<Request>> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong bytesWaiting = new AtomicLong();
    /** Of the requests that wait or are answered, by their ids. */
    private final Map<Long, StopSwitch> open = new ConcurrentHashMap<>();

    /**
     * @param in requests
     * @param out answers; nobody else writes there
     * @param threads how many simulate, unless a request says otherwise
     */
    public Server(InputStream in, OutputStream out, int threads) {
        this.requests = new RequestReader(in);
        this.replies = new Replies(out, this::stop);
        this.threads = threads;
    }

    /** Answers, until all requests are answered, or nobody reads any more. */
    public void run() throws IOException, InterruptedException {
        Versions versions = Versions.current();
        replies.send(Replies.event("ready")
                .put("protocol", PROTOCOL)
                .put("version", versions.spikesweep())
                .put("java", versions.java())
                .put("threads", threads));
        Thread worker = new Thread(this::work, "requests");
        worker.start();
        try {
            read();
        } finally {
            waiting.add(Optional.empty());
            worker.join();
        }
    }

    /** Stops what runs and what waits: nobody cares. */
    private void stop() {
        open.values().forEach(StopSwitch::request);
    }

    private void read() throws IOException {
        while (true) {
            try {
                Optional<Request> request = requests.next();
                if (request.isEmpty()) {
                    return;
                }
                take(request.get());
            } catch (RequestReader.BadRequest e) {
                send(error(e.id(), "request", e.getMessage()));
            }
        }
    }

    private void take(Request request) throws IOException {
        if (request.get("do").asText().equals("cancel")) {
            Optional.ofNullable(open.get(request.id())).ifPresent(StopSwitch::request);
            return;
        }
        long bytes = bytes(request);
        if (waiting.size() >= MOST_WAITING || bytesWaiting.get() + bytes > MOST_BYTES_WAITING) {
            send(error(request.id(), "request", "too many requests wait"));
        } else if (open.putIfAbsent(request.id(), new StopSwitch()) != null) {
            send(error(request.id(), "request", "there is an unanswered request with this id"));
        } else {
            bytesWaiting.addAndGet(bytes);
            waiting.add(Optional.of(request));
        }
    }

    private static long bytes(Request request) {
        return request.tables().values().stream()
                .mapToLong(table -> table.length)
                .sum();
    }

    private void work() {
        try {
            for (Optional<Request> next = waiting.take(); next.isPresent(); next = waiting.take()) {
                Request request = next.get();
                bytesWaiting.addAndGet(-bytes(request));
                ObjectNode end = answer(request, open.get(request.id()));
                // Before it is told, since its id may then be used again.
                open.remove(request.id());
                send(end);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            // Nobody reads any more, so nobody asks, either.
            stop();
        }
    }

    private ObjectNode answer(Request request, StopSwitch stop) {
        try {
            if (stop.isRequested()) {
                throw new CancellationException("stopped");
            }
            return reply(request, stop);
        } catch (CancellationException e) {
            return error(request.id(), "cancelled", e.getMessage());
        } catch (RequestFault e) {
            return error(request.id(), "request", e.getMessage());
        } catch (Exception | Error e) { // Whatever ends this request, others may come.
            return causes(e)
                    .filter(InputException.class::isInstance)
                    .map(InputException.class::cast)
                    .findFirst()
                    .map(fault -> error(request.id(), fault))
                    .orElseGet(() -> error(request.id(), "failure", summary(e)));
        }
    }

    private ObjectNode reply(Request request, StopSwitch stop) throws IOException, InterruptedException {
        return switch (request.verb()) {
            case "run" -> {
                allow(request, "columns", "describe", "out", "overwrite", "wave", "threads", "command");
                yield request.has("out")
                        ? new FolderReply(request, replies, threads(request)).answer(stop)
                        : new TableReply(request, replies, threads(request)).answer(stop);
            }
            case "trace" -> {
                allow(request, "row", "every");
                yield new TraceReply(request, replies).answer();
            }
            case "plan" -> {
                allow(request, "calibrate");
                yield new PlanReply(request).answer();
            }
            case "models" -> {
                request.allow(Set.of("name"));
                yield new ModelsReply(request).answer();
            }
            default -> throw new RequestFault("'do' must be run, trace, plan, models or cancel");
        };
    }

    private static void allow(Request request, String... keys) {
        Set<String> all = new HashSet<>(SweepRequest.KEYS);
        all.addAll(List.of(keys));
        request.allow(all);
    }

    private int threads(Request request) {
        long wanted = request.has("threads") ? request.whole("threads") : threads;
        if (wanted < 1 || wanted > 1024) {
            throw new InputException("threads: must be from 1 to 1024, found " + wanted);
        }
        return (int) wanted;
    }

    private static ObjectNode error(long id, String kind, String message) {
        ObjectNode error = id < 0 ? Replies.event("error") : Replies.event(id, "error");
        return error.put("kind", kind).put("message", message);
    }

    private static ObjectNode error(long id, InputException fault) {
        ObjectNode error = error(id, "input", fault.getMessage());
        fault.position()
                .ifPresent(position -> error.put("source", position.source())
                        .put("line", position.line())
                        .put("column", position.column()));
        return error;
    }

    private void send(ObjectNode event) throws IOException {
        replies.send(event);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(100);
    }

    private static String summary(Throwable e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("");
        return e.getClass().getSimpleName()
                + message.lines().findFirst().map(line -> ": " + line).orElse("");
    }
}
