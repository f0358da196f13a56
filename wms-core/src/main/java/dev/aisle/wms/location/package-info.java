/** Where things can be: slots, docks, stations, vehicles. */
@NullMarked
package dev.aisle.wms.location;

import org.jspecify.annotations.NullMarked;
