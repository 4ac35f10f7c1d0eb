/**
 * The house put together: one class for each adapter, and the order in which its parts start and stop.
 *
 * <p>In: settings. Out: the ports the screens and the intake ask for, over Redis, the database, Drools and Quartz. Called
 * by Spring alone; nothing else names an adapter.
 */
@NullMarked
package io.siyu.web.wiring;

import org.jspecify.annotations.NullMarked;
