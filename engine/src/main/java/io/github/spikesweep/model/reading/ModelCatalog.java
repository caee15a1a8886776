package io.github.spikesweep.model.reading;

import io.github.spikesweep.model.Model;
import java.util.List;
import java.util.Optional;

/** The models that come with SpikeSweep. */
public final class ModelCatalog {
    private static final Catalog<Model> MODELS = new Catalog<>("", "HH", ModelReader::read);

    private ModelCatalog() {}

    /** The names of the models, sorted. */
    public static List<String> names() {
        return MODELS.names();
    }

    /** The built-in model of that name. */
    public static Optional<Model> find(String name) {
        return MODELS.find(name);
    }
}
