package io.siyu.web.condition;

import io.siyu.rule.ConditionRow;
import org.jspecify.annotations.Nullable;

/**
 * One condition of the form.
 *
 * @param row null for free text and for one whose field is not chosen yet
 * @param text as written; empty while something is missing
 * @param free whether it is written as text
 */
record Line(@Nullable ConditionRow row, String text, boolean free) {}
