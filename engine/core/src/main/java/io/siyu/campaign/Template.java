package io.siyu.campaign;

/**
 * A message template: what is said, on which channel, for which purpose.
 *
 * <p>Rules name templates by {@code id}; a campaign's step has the template {@code <campaign>/<step>}.
 *
 * @param text the Liquid source by language
 */
public record Template(String id, Purpose purpose, String channel, int priority, Text text) {}
