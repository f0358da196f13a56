/** The floor in a site's file: nodes, lanes, zones, places and machines at them. */
@NullMarked
package dev.aisle.hmi.app.site.floor;

import org.jspecify.annotations.NullMarked;
