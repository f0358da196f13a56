/** The encoding station: rows of tags, and the record of written ones. */
@NullMarked
package dev.aisle.hmi.api.encoding;

import org.jspecify.annotations.NullMarked;
