package dev.aisle.device.rfid.pass.record;

import java.util.OptionalDouble;

/** What a neighbouring read point heard of the same tag at the same time. */
public record NeighbourEvidence(String readPoint, int count, OptionalDouble strengthDbm) {}
