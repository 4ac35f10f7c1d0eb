package io.siyu.web.start;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells a failed start as a fault and a way out, without a stack trace. */
public final class FailureInWords implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger("io.siyu.start");

    @Override
    public void report(FailureAnalysis analysis) {
        LOG.error("{}{}", analysis.getDescription(), advice(analysis.getAction()));
    }

    private static String advice(@Nullable String action) {
        return action == null || action.isBlank() ? "" : "\n" + action;
    }
}
