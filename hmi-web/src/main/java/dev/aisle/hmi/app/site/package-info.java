/** The site file, read and checked as a whole. */
@NullMarked
package dev.aisle.hmi.app.site;

import org.jspecify.annotations.NullMarked;
