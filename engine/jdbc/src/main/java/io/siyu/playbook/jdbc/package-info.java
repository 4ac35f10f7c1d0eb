/**
 * Published editions in the house database.
 *
 * <p>In: playbooks somebody publishes. Out: their bytes by hash, and which revision is the newest. Called by the wiring
 * that publishes and by whoever loads an edition.
 */
@NullMarked
package io.siyu.playbook.jdbc;

import org.jspecify.annotations.NullMarked;
