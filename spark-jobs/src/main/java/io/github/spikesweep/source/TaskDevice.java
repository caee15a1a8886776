package io.github.spikesweep.source;

import io.github.spikesweep.simulation.ComputeDevice;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;

/**
 * The device of a task. Where Spark schedules cards ({@code spark.task.resource.gpu.amount}), it is the one that Spark has given to the task: the n-th of
 * those that the request means, n its address. Tasks of an executor on the same device share its kernels.
 */
final class TaskDevice {
    /** Spark's name of the resource. */
    private static final String GPU = "gpu";

    private static final Map<Key, ComputeDevice> DEVICES = new ConcurrentHashMap<>();

    private record Key(String request, int number) {}

    private TaskDevice() {}

    /**
     * To be called in a task.
     *
     * @param request as for {@link ComputeDevice#of(String, int)}
     * @throws io.github.spikesweep.document.InputException if this machine has no such device
     */
    static ComputeDevice of(String request) {
        if (request.equals(ComputeDevice.CPU.request())) {
            return ComputeDevice.CPU;
        }
        int number = address()
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .orElse(0);
        return DEVICES.computeIfAbsent(new Key(request, number), key -> ComputeDevice.of(key.request, key.number));
    }

    /** The address of the first card of this task. */
    private static Optional<String> address() {
        return Optional.ofNullable(TaskContext.get())
                .map(task -> task.resourcesJMap().get(GPU))
                .map(ResourceInformation::addresses)
                .flatMap(addresses -> Arrays.stream(addresses).findFirst());
    }
}
