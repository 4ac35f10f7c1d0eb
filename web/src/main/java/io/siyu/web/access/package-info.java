/**
 * Who may do what: roles, sign-in, the first administrator, API tokens, response headers.
 * Every request passes here before a handler sees it; every handler says with an annotation whom it serves.
 */
@NullMarked
package io.siyu.web.access;

import org.jspecify.annotations.NullMarked;
