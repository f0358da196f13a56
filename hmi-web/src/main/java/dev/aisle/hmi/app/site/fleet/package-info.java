/** Vehicles, their profiles and the broker in a site's file. */
@NullMarked
package dev.aisle.hmi.app.site.fleet;

import org.jspecify.annotations.NullMarked;
