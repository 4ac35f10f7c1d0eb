/**
 * The calendar of campaigns: what is planned, which campaigns meet, how near members come to their caps.
 * People see it as a screen, programs as data.
 */
@NullMarked
package io.siyu.web.calendar;

import org.jspecify.annotations.NullMarked;
