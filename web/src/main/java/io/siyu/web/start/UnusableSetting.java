package io.siyu.web.start;

import io.siyu.web.settings.UnusableSettingException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which setting cannot work. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class UnusableSetting extends AbstractFailureAnalyzer<UnusableSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableSettingException setting) {
        return new FailureAnalysis(String.valueOf(setting.getMessage()), setting.advice(), setting);
    }
}
