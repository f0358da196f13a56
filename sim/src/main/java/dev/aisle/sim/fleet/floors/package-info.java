/** Floors that make trouble, and warehouses of any size, each with its fleet. */
@NullMarked
package dev.aisle.sim.fleet.floors;

import org.jspecify.annotations.NullMarked;
