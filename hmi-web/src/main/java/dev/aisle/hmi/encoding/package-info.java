/**
 * The encoding station: blank tags get their GS1 keys, one after another, and every written tag is
 * on the record.
 */
@NullMarked
package dev.aisle.hmi.encoding;

import org.jspecify.annotations.NullMarked;
