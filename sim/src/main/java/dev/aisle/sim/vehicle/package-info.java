/**
 * Vehicles that understand VDA 5050 2.1: the order and its rules, driving, load handling, battery,
 * and the link to the broker. Only {@code VehicleLink} touches the network.
 */
@NullMarked
package dev.aisle.sim.vehicle;

import org.jspecify.annotations.NullMarked;
