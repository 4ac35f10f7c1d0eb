/**
 * Whether rules still fire as they used to.
 *
 * <p>In: how often each rule fired and was asked, day by day. Out: its standing, such as silent since a day, with the
 * figures that say so. Called by screens and alarms; nothing that decides or sends knows it.
 */
@NullMarked
package io.siyu.report.rhythm;

import org.jspecify.annotations.NullMarked;
