package dev.aisle.hmi.api.floor;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.WmsLists;
import dev.aisle.hmi.api.Words;
import dev.aisle.hmi.live.fleet.FleetPort;
import dev.aisle.hmi.live.fleet.TransportPort;
import dev.aisle.hmi.live.simulator.Command;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportId;
import dev.aisle.wms.transport.Transports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Transports as screens see and stop them. */
@Component
class TransportScreens {

  private final Transports transports;
  private final FleetPort fleet;
  private final TransportPort vehicles;

  TransportScreens(Transports transports, FleetPort fleet, TransportPort vehicles) {
    this.transports = transports;
    this.fleet = fleet;
    this.vehicles = vehicles;
  }

  Page<TransportView> list(@Nullable String state, @Nullable String vehicle, ListQuery query) {
    String wantedState = state == null || state.equals("open") ? state : Words.constant(state);
    var wanted =
        WmsLists.where(
            WmsLists.where(WmsLists.query(query, "requestedAt"), "state", wantedState),
            "vehicle",
            vehicle);
    Map<String, FleetPort.Said> why = fleet.view().whyWaiting();
    return WmsLists.page(transports.list(wanted), transport -> view(transport, why));
  }

  /**
   * Takes the request back; the dispatcher hears of it by the event this leaves. A unit on the
   * vehicle already is brought back, and the request ends when it has been put down.
   */
  TransportView cancel(String id, String by) {
    TransportId transport = WmsLists.id("transport", id, TransportId::new);
    Transport before =
        transports.find(transport).orElseThrow(() -> Refusal.notFound("transport", id));
    boolean taken = transports.cancel(transport, "cancelled-by-" + by);
    boolean back =
        !taken
            && before.state().open()
            && vehicles.change(id, new TransportPort.Wish.Cancel(), by) instanceof Command.Accepted;
    if (!taken && !back) {
      throw Refusal.conflict(
          before.state().open() ? "transport-already-picked-up" : "transport-ended",
          "Transport %s is %s and cannot be cancelled.".formatted(id, before.state()),
          Map.of("transport", id, "state", Words.camel(before.state())));
    }
    return view(
        transports.find(transport).orElseThrow(() -> Refusal.notFound("transport", id)), Map.of());
  }

  private TransportView view(Transport transport, Map<String, FleetPort.Said> why) {
    Optional<FleetPort.Said> said =
        transport
            .failure()
            .map(failure -> new FleetPort.Said(failure.code(), failure.values()))
            .or(() -> Optional.ofNullable(why.get(transport.id().value())));
    return new TransportView(
        transport.id().value(),
        transport.unit().digits(),
        transport.from().value(),
        transport.to().value(),
        Words.camel(transport.state()),
        WmsLists.orNull(transport.vehicle(), LocationId::value),
        transport.requestedAt(),
        transport.pickedUpAt().orElse(null),
        transport.deliveredAt().orElse(null),
        transport.priority(),
        said.map(FleetPort.Said::key).orElse(null),
        said.map(FleetPort.Said::values).orElse(List.of()));
  }
}
