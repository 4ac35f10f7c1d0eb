/**
 * The campaigns of a house on one calendar: what is planned when, which of them meet, and how near members come to their caps.
 * An edition goes in, days and overlaps come out; screens and programs ask.
 */
@NullMarked
package io.siyu.report.calendar;

import org.jspecify.annotations.NullMarked;
