package io.github.spikesweep.wave.spark;

import io.github.spikesweep.folder.Folder;
import io.github.spikesweep.wave.FileNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Moves files to another folder, several at a time: on an object store a move is a copy.
 *
 * @param from the folder that they are in
 */
record Moves(Folder from, Folder to) {
    private static final int AT_A_TIME = 16;

    /** Moves these files, which get names in their order. All are tried, even if some cannot be moved. */
    void move(List<String> files, FileNames names) throws IOException, InterruptedException {
        List<Callable<Void>> moves = new ArrayList<>();
        for (int part = 0; part < files.size(); part++) {
            String file = files.get(part);
            String name = names.of(part);
            moves.add(() -> {
                from.move(file, to, name);
                return null;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            for (Future<Void> move : pool.invokeAll(moves)) {
                move.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
