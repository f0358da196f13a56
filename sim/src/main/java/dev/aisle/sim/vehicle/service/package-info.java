/** What a vehicle does for those who look after it: maps, logs, certificates, sleep. */
@NullMarked
package dev.aisle.sim.vehicle.service;

import org.jspecify.annotations.NullMarked;
