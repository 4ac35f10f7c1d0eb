package io.siyu.web.lifecycle;

import java.time.Instant;

/**
 * What is kept of a campaign's draft beside its words, or that the campaign is archived.
 *
 * @param text the words that were submitted or approved; empty before. A draft that reads otherwise is neither
 * @param begunBy who began the draft
 * @param by who changed the stage last
 * @param remark what they said of it
 */
public record Paper(String campaign, Stage stage, String text, String begunBy, String by, Instant at, String remark) {}
