/**
 * How a campaign gets from its first words to its members and into the archive.
 * Screens and programs ask for deeds; one table says which are possible, and everything done is kept with who and when.
 */
@NullMarked
package io.siyu.web.lifecycle;

import org.jspecify.annotations.NullMarked;
