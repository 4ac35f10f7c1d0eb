package io.siyu.web.outbox;

import io.siyu.report.Rollback;
import io.siyu.web.PlayedHouse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that lost something when a test says so. */
public final class PlayedRollback implements Rollback {

    private @Nullable Loss loss;

    void lose(long entries) {
        loss = new Loss(PlayedHouse.NOW, entries, 2);
    }

    @Override
    public Optional<Loss> loss() {
        return Optional.ofNullable(loss);
    }

    @Override
    public boolean acknowledge() {
        boolean lost = loss != null;
        loss = null;
        return lost;
    }
}
