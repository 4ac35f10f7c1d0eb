/**
 * The playbook in force and the drafts on their way to the next edition.
 *
 * <p>In: files people edit in the browser. Out: drafts kept in the database, editions handed to the house. Called by the
 * Campaign and Rules screens.
 */
@NullMarked
package io.siyu.web.publish;

import org.jspecify.annotations.NullMarked;
