package dev.aisle.hmi.api.trace;

import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.WmsLists;
import dev.aisle.hmi.api.trace.TraceView.TraceKind;
import dev.aisle.hmi.api.trace.TraceView.TraceLink;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.trace.Life;
import dev.aisle.wms.trace.TraceEntry;
import dev.aisle.wms.trace.Traces;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Lives of units and orders as screens see them. */
@Component
class TraceScreens {

  private final Traces traces;

  TraceScreens(Traces traces) {
    this.traces = traces;
  }

  TraceView unit(String sscc) {
    return traces
        .unit(WmsLists.id("unit", sscc, Sscc::new))
        .map(TraceScreens::view)
        .orElseThrow(() -> Refusal.notFound("unit", sscc));
  }

  TraceView order(String id) {
    return traces
        .order(WmsLists.id("order", id, OrderId::new))
        .map(TraceScreens::view)
        .orElseThrow(() -> Refusal.notFound("order", id));
  }

  private static TraceView view(Life life) {
    return new TraceView(life.subject(), life.entries().stream().map(TraceScreens::entry).toList());
  }

  private static TraceView.TraceEntry entry(TraceEntry entry) {
    return new TraceView.TraceEntry(
        entry.at(),
        TraceKind.valueOf(entry.kind().name()),
        entry.title(),
        entry.place().orElse(null),
        WmsLists.orNull(entry.evidence(), TraceScreens::evidence),
        entry.actor().orElse(null),
        entry.facts(),
        WmsLists.orNull(entry.link(), link -> new TraceLink(link.kind(), link.id())));
  }

  private static String evidence(Evidence evidence) {
    String kind = evidence.kind().name().toLowerCase(Locale.ROOT);
    return evidence.detail().isBlank() ? kind : kind + " " + evidence.detail();
  }
}
