package io.siyu.web.access;

import java.util.Locale;

/** What a person in the house does, and so what they may see and change. */
public enum Role {
    MARKETER,
    APPROVER,
    RULE_AUTHOR,
    QA,
    OPERATOR,
    ADMIN;

    /** The name under which Spring Security knows the role. */
    String authority() {
        return "ROLE_" + name();
    }

    /** The key of the role's name in the message bundles. */
    public String messageKey() {
        return "role." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
