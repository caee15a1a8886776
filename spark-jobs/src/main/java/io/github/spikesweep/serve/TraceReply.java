package io.github.spikesweep.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.spikesweep.job.SweepPlan;
import io.github.spikesweep.sweep.SweepDefinition;
import io.github.spikesweep.sweep.rows.RowTrace;
import io.github.spikesweep.sweep.writing.CanonicalText;
import io.github.spikesweep.trace.ArrowTrace;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Every variable of one row over time, as the command {@code trace} writes it. */
record TraceReply(Request request, Replies replies) {
    ObjectNode answer() throws IOException {
        long row = request.whole("row");
        SweepPlan plan = SweepPlan.read(SweepRequest.of(request, "outputs", "trace_every", "refine"));
        SweepDefinition definition = plan.definition();
        RowTrace trace = RowTrace.of(definition, row, request.number("every"));
        OutputStream out = replies.stream(request.id());
        Map<String, String> origin = Map.of(
                "spikesweep.name", definition.name(),
                "spikesweep.id", Long.toString(row),
                "spikesweep.hash", CanonicalText.hash(definition));
        new ArrowTrace(trace, origin).write(out);
        out.flush();
        ObjectNode done = Replies.event(request.id(), "done").put("rows", trace.size());
        trace.remark().ifPresent(remark -> done.put(definition.find().isPresent() ? "found" : "start", remark));
        trace.divergedAt().ifPresent(when -> done.put("diverged_at", when));
        plan.sweep().warnings(1).forEach(done.putArray("warnings")::add);
        return done;
    }
}
