/** Chaos without bugs finds none, and finds every bug that is planted. */
@NullMarked
package io.siyu.samples.chaos;

import org.jspecify.annotations.NullMarked;
