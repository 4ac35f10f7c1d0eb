/**
 * The archive as files: for each partition a directory of segments, each written once and never changed.
 *
 * <p>In: entries to keep. Out: entries to read, a block at a time. Called by the archive's port alone.
 */
@NullMarked
package io.siyu.archive.file;

import org.jspecify.annotations.NullMarked;
