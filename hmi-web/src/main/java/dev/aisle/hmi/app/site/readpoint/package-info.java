/** Read points in a site's file. */
@NullMarked
package dev.aisle.hmi.app.site.readpoint;

import org.jspecify.annotations.NullMarked;
