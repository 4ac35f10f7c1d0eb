/**
 * The JSON form of states, with a schema version.
 *
 * <p>In: a state, or the JSON any earlier version wrote. Out: the JSON, or the state. Called by stores and exports only.
 */
@NullMarked
package io.siyu.member.json;

import org.jspecify.annotations.NullMarked;
