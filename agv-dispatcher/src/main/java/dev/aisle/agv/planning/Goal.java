package dev.aisle.agv.planning;

/** A node to go to and what to do there. */
public record Goal(String node, Stop stop) {}
