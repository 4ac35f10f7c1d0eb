package io.siyu.web.campaign;

import io.siyu.event.Subject;
import io.siyu.report.Counts;
import io.siyu.report.Story;
import io.siyu.report.Told;
import io.siyu.report.Watch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A house of which nothing is told but what its steps counted. */
interface CountedWatch extends Watch {
    @Override
    default Counts counts() {
        return new Counts(0, 0, 0, List.of());
    }

    @Override
    default List<Told> about(Subject subject, int limit) {
        return List.of();
    }

    @Override
    default Optional<Story> story(String message) {
        return Optional.empty();
    }

    @Override
    default int partitions() {
        return 1;
    }

    @Override
    default List<Told> decisions(int partition, @Nullable Told after, int limit) {
        return List.of();
    }
}
