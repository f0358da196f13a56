/** Zones of the floor over REST. */
@NullMarked
package dev.aisle.hmi.api.zone;

import org.jspecify.annotations.NullMarked;
