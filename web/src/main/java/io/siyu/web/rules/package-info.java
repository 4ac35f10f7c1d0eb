/**
 * The Rules screen: the DRL files of the playbook, edited with their faults beside them.
 *
 * <p>In: files on the desk. Out: drafts and new editions. Called by rule authors' browsers.
 */
@NullMarked
package io.siyu.web.rules;

import org.jspecify.annotations.NullMarked;
