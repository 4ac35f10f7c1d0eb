package io.siyu.dispatch;

import io.siyu.event.Subject;
import java.util.Collection;
import java.util.Map;

/** Personal values, kept apart from everything else and in clear only while a message is filled. */
@FunctionalInterface
public interface Vault {

    /** The personal values of those subjects that have any, by field. */
    Map<Subject, Map<String, String>> personal(Collection<Subject> subjects);
}
