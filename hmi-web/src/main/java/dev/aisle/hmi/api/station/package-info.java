/** Stations and the one job each of them shows. */
@NullMarked
package dev.aisle.hmi.api.station;

import org.jspecify.annotations.NullMarked;
