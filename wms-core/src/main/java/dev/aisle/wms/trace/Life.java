package dev.aisle.wms.trace;

import java.util.List;

/** What happened to a unit or an order, in the order in which it happened. */
public record Life(String subject, List<TraceEntry> entries) {
  public Life {
    entries = List.copyOf(entries);
  }
}
