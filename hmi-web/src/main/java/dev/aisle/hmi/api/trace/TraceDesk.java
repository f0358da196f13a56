package dev.aisle.hmi.api.trace;

/** Lives of units and orders as screens see them. */
interface TraceDesk {
  TraceView unit(String sscc);

  TraceView order(String id);
}
