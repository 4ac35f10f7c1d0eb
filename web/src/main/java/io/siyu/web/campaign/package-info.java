/**
 * The Campaign screen: from a shipped template to a published campaign.
 *
 * <p>In: campaign files on the desk and the words a marketer changes in a form. Out: the same files with only those
 * words changed, the rule they become, and how they read on a phone. Called by marketers' browsers.
 */
@NullMarked
package io.siyu.web.campaign;

import org.jspecify.annotations.NullMarked;
