package io.siyu.web.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says that another program holds the port, and how to go on. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, PortInUseException taken) {
        return new FailureAnalysis(
                "Port " + taken.getPort() + " is taken by another program.",
                "Maybe start with --port " + (taken.getPort() + 1)
                        + " (or --port 0 for any free port), or set SIYU_PORT.",
                taken);
    }
}
