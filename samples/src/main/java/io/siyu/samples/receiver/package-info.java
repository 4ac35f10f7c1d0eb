/**
 * A webhook receiver that misbehaves by a script, to try the webhook channel on.
 *
 * <p>In: signed messages over HTTP. Out: the answers, hang-ups and silences its script asks for, and the count of every
 * message. Started by {@code siyu receiver} and by tests.
 */
@NullMarked
package io.siyu.samples.receiver;

import org.jspecify.annotations.NullMarked;
