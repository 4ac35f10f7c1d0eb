/**
 * Plain data of what people wrote: campaigns, message templates, settings.
 *
 * <p>In: parsed playbook files. Out: records the later stages read. Imports no other stage; computes nothing but the
 * calendar of a cadence and the way through a campaign's steps.
 */
@NullMarked
package io.siyu.campaign;

import org.jspecify.annotations.NullMarked;
