package io.siyu.web.start;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says that another server already runs on the same home. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class HomeTaken extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException fault) {
        if (fault.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return null;
        }
        return new FailureAnalysis(
                "Another server is already running on this home directory.",
                "Maybe stop it, or give this one its own directory with --home DIR or SIYU_HOME.",
                fault);
    }
}
