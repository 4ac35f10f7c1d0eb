/**
 * Sentence rules as DRL: each sentence says what a dictionary lets it say.
 *
 * <p>In: a {@code .dslr} file and the {@code .dsl} dictionaries beside it. Out: DRL whose places are the sentences, and what is
 * wrong with them. Called by the compiler one package up; knows no event type.
 */
@NullMarked
package io.siyu.rule.drools.sentence;

import org.jspecify.annotations.NullMarked;
