/**
 * What all screens share: the layout's navigation, the language switch, the token page.
 * Every screen's model passes here before it is rendered.
 */
@NullMarked
package io.siyu.web.page;

import org.jspecify.annotations.NullMarked;
