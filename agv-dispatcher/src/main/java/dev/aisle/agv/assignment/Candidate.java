package dev.aisle.agv.assignment;

import dev.aisle.device.agv.VehicleId;

/** A vehicle that could take a transport: the node it will be free at, and in how long. */
public record Candidate(VehicleId vehicle, String node, long freeInMs, double maxSpeedMps) {}
