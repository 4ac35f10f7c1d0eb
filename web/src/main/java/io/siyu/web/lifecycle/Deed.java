package io.siyu.web.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import io.siyu.web.access.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be done to a campaign, and by whom; what nobody may do happens by time or by the engine. */
public enum Deed {
    EDIT,
    SUBMIT,
    WITHDRAW,
    SEND_BACK,
    APPROVE,
    DISCARD,
    PUBLISH,
    PUBLISH_UNAPPROVED,
    BEGIN,
    PAUSE,
    RESUME,
    END,
    RUN_OUT,
    ARCHIVE,
    CLONE;

    /** Who may do it, administrators apart. */
    public Set<Role> roles() {
        return switch (this) {
            case EDIT, SUBMIT, WITHDRAW, DISCARD, PUBLISH_UNAPPROVED, CLONE -> EnumSet.of(Role.MARKETER);
            case SEND_BACK, APPROVE -> EnumSet.of(Role.APPROVER);
            case PUBLISH, END, ARCHIVE -> EnumSet.of(Role.MARKETER, Role.APPROVER);
            case PAUSE, RESUME -> EnumSet.of(Role.MARKETER, Role.APPROVER, Role.OPERATOR);
            case BEGIN, RUN_OUT -> EnumSet.noneOf(Role.class);
        };
    }

    /** Whether people do it at all. */
    public boolean isByPeople() {
        return !roles().isEmpty();
    }

    /** As answers, addresses and message keys write it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of its name in the message bundles. */
    public String messageKey() {
        return "deed." + word();
    }

    /** The deed of this word. */
    public static Optional<Deed> of(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word().equals(word)).findFirst();
    }

    /** Whether it is done to a draft, not to what is in force. */
    public boolean isOfDraft() {
        return switch (this) {
            case SUBMIT, WITHDRAW, SEND_BACK, APPROVE, DISCARD, PUBLISH, PUBLISH_UNAPPROVED -> true;
            case EDIT, BEGIN, PAUSE, RESUME, END, RUN_OUT, ARCHIVE, CLONE -> false;
        };
    }
}
