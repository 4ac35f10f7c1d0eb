package io.siyu.web.publish;

import java.time.Instant;

/**
 * A file of the playbook as somebody left it, not yet in force.
 *
 * @param path inside the playbook
 */
public record Draft(String path, String text, String editedBy, Instant editedAt) {}
