package io.siyu.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

@ControllerAdvice
class FrameAdvice {
    private final MessageSource messages;

    FrameAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ModelAttribute("wording")
    Wording wording(Locale locale) {
        return new Wording(messages, locale);
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale, @Nullable Principal visitor) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        return new Frame(
                path,
                Arrays.stream(Section.values())
                        .map(section -> new Frame.Tab(section.path(), section.messageKey(), section.holds(path)))
                        .toList(),
                visitor == null ? null : visitor.getName(),
                chinese ? "zh-CN" : "en",
                chinese ? "en" : "zh-CN");
    }
}
