package io.siyu.rule.drools.typed;

import io.siyu.campaign.Registers;
import io.siyu.event.Field;
import io.siyu.rule.Accessor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the paths of one pattern may name. */
interface Scope {

    /** How messages call it. */
    String name();

    /** What a path reads. */
    Optional<Accessor> accessor(String path);

    /** All paths, without the questions about moments. */
    List<String> known();

    /** The field or attribute the path reads, if ingest splits it off into the vault. */
    Optional<Field> personal(String path);

    /** The stores and lists that helpers may name. */
    Registers registers();

    /** The field of the event itself that the path reads; null if it reads something else. */
    @Nullable
    Field field(String path);

    /** Whether what happened can tell of which store it is. */
    boolean tellsStore();
}
