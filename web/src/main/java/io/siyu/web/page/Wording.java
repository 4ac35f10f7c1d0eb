package io.siyu.web.page;

import io.siyu.campaign.CalendarSpan;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** Caps and lengths of time as files and programs have them, said in the words of one language. */
public final class Wording {
    private static final Pattern CAP =
            Pattern.compile("([0-9]{1,9}) per ([0-9]{1,9}[smhd]|day|week|month)( service| marketing)?( .+)?");

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smhd])");

    private final MessageSource messages;
    private final Locale locale;

    Wording(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** A cap, such as {@code 2 per 1d marketing phone}; what is none stays as it is. */
    public String cap(String written) {
        Matcher cap = CAP.matcher(written);
        if (!cap.matches()) {
            return written;
        }
        String purpose =
                cap.group(3) == null ? "" : message("wording.of" + cap.group(3).replace(' ', '.'));
        String channel =
                cap.group(4) == null ? "" : message("wording.on", cap.group(4).strip());
        return message("wording.cap", Integer.valueOf(cap.group(1)), purpose, span(cap.group(2)), channel);
    }

    private String span(String written) {
        boolean calendar = Arrays.stream(CalendarSpan.values())
                .anyMatch(span -> span.word().equals(written));
        return calendar ? message("wording.per." + written) : message("wording.within", duration(written));
    }

    /** Caps with commas between them, as a checklist has them. */
    public String caps(String written) {
        return Arrays.stream(written.split(", ")).map(this::cap).collect(Collectors.joining(message("wording.and")));
    }

    /** A length of time, such as {@code 1d}; what is none stays as it is. */
    public String duration(String written) {
        Matcher duration = DURATION.matcher(written);
        return duration.matches()
                ? message("wording." + duration.group(2), Integer.valueOf(duration.group(1)))
                : written;
    }

    private String message(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
