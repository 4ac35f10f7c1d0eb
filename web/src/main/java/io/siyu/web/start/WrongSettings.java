package io.siyu.web.start;

import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Names every setting of a group that is out of its bounds, with its value. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class WrongSettings extends AbstractFailureAnalyzer<BindValidationException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, BindValidationException wrong) {
        String faults = wrong.getValidationErrors().getAllErrors().stream()
                .map(fault -> sentence(wrong.getValidationErrors().getName().toString(), fault))
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                faults,
                "Maybe it is set on the command line, as a SIYU_… environment variable or in application.yaml.",
                wrong);
    }

    private static String sentence(String group, ObjectError fault) {
        return fault instanceof FieldError field
                ? "The setting " + group + "." + field.getField() + " (" + field.getRejectedValue() + ") "
                        + field.getDefaultMessage() + "."
                : "The settings of " + group + ": " + fault.getDefaultMessage() + ".";
    }
}
