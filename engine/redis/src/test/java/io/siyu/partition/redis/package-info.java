/**
 * Tests against a real Redis, and the extension that starts one: in comes a test class, out goes its server's address.
 * Other modules' tests use the extension too.
 */
@NullMarked
package io.siyu.partition.redis;

import org.jspecify.annotations.NullMarked;
