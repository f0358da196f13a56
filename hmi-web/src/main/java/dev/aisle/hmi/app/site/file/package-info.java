/** A site's file as a whole, and the changes that people made over it. */
@NullMarked
package dev.aisle.hmi.app.site.file;

import org.jspecify.annotations.NullMarked;
