package io.siyu.campaign;

/**
 * One DRL constraint an author wrote in a campaign file, such as {@code total >= 200} or {@code member.level >= 2}.
 *
 * @param text the constraint as written
 * @param line line in the campaign file, from 1
 * @param column column of its first character, from 1
 */
public record Condition(String text, int line, int column) {}
