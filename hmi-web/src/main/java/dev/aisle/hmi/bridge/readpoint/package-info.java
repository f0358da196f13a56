/**
 * From tag reads to sightings: the pipeline of each read point, its read cycles, recordings and
 * their replay.
 */
@NullMarked
package dev.aisle.hmi.bridge.readpoint;

import org.jspecify.annotations.NullMarked;
