/**
 * What is said: rendered texts, messages, and decisions as lines.
 *
 * <p>In: decisions that send, the state they are about, the edition's texts. Out: texts with placeholders for personal
 * fields, which dispatch fills. Called by the partition stage.
 */
@NullMarked
package io.siyu.message;

import org.jspecify.annotations.NullMarked;
