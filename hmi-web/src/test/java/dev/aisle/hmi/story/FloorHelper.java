package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.app.AisleServer;
import dev.aisle.hmi.bridge.Bridge;
import dev.aisle.hmi.live.fleet.FleetPort;
import dev.aisle.hmi.live.fleet.VehicleRow;
import dev.aisle.hmi.security.FirstRun;
import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.sim.Simulator;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportId;
import dev.aisle.wms.transport.TransportState;
import dev.aisle.wms.transport.Transports;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A supervisor who walks the floor of the running demonstration with a tablet. */
final class FloorHelper {
  private static final int FAR = 6;

  static final Duration SOON = Duration.ofSeconds(60);

  private final AisleServer server;
  private final Browser tablet;

  FloorHelper(AisleServer server) {
    this.server = server;
    tablet = Browser.at(server.port());
    FirstRun.FirstSignIn supervisor =
        server.context().getBean(FirstRun.class).takeOnce().stream()
            .filter(one -> one.role() == Role.SUPERVISOR)
            .findFirst()
            .orElseThrow();
    assertThat(tablet.signIn(supervisor.username(), supervisor.password()).status()).isEqualTo(200);
  }

  Simulator world() {
    return server.context().getBean(Bridge.class).simulator().orElseThrow();
  }

  VehicleRow row(String vehicle) {
    return server.context().getBean(FleetPort.class).view().vehicles().stream()
        .filter(row -> row.live().id().equals(vehicle))
        .findFirst()
        .orElseThrow();
  }

  Transport transport(TransportId id) {
    return server.context().getBean(Transports.class).find(id).orElseThrow();
  }

  Optional<LocationId> booked(Transport transport) {
    return server
        .context()
        .getBean(Units.class)
        .find(transport.unit())
        .flatMap(HandlingUnit::place);
  }

  /** A transport whose vehicle has its unit and still far to go. */
  Transport carried(Predicate<Transport> wanted) {
    return any(
        one ->
            one.state() == TransportState.PICKED_UP && nodesAhead(one) >= FAR && wanted.test(one));
  }

  /** A transport of a unit that stands beside a lane, put on hold before its vehicle had it. */
  Transport held() {
    return held(one -> one.from().value().matches("[SP].*"));
  }

  /** A transport of a unit to a slot, put on hold before its vehicle had it. */
  Transport heldOnItsWayToASlot() {
    return held(one -> one.to().value().startsWith("S-"));
  }

  private Transport held(Predicate<Transport> wanted) {
    while (true) {
      Transport one =
          any(
              any ->
                  any.state() == TransportState.ASSIGNED
                      && wanted.test(any)
                      && tell(any, "hold", null).status() == 200);
      await("held or fetched").atMost(SOON).until(() -> isOnHold(one) || wasFetched(one));
      if (isOnHold(one)) {
        return one;
      }
      tell(one, "let-go", null); // its vehicle was there already
    }
  }

  private boolean wasFetched(Transport transport) {
    return transport(transport.id()).pickedUpAt().isPresent();
  }

  private boolean isOnHold(Transport transport) {
    return whyItWaits(transport).equals("transport.waits.onHold");
  }

  /** The free slot farthest from the docks, which nothing is put away to before all others. */
  LocationId farSlot() {
    Ledger ledger = server.context().getBean(Ledger.class);
    return server.context().getBean(Locations.class).ofType(LocationType.SLOT).stream()
        .map(Location::id)
        .sorted(Comparator.comparing(LocationId::value).reversed())
        .filter(ledger::hasRoom)
        .findFirst()
        .orElseThrow();
  }

  /** The vehicle that has it now; another may take it before it is fetched. */
  String vehicleOf(Transport transport) {
    return transport(transport.id()).vehicle().map(LocationId::value).orElse("");
  }

  private Transport any(Predicate<Transport> wanted) {
    return await("such a transport")
        .atMost(Duration.ofSeconds(150))
        .until(
            () ->
                server.context().getBean(Transports.class).open().stream()
                    .filter(one -> one.vehicle().isPresent())
                    .filter(wanted)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Nodes to drive before the place where the unit is fetched or put down. */
  private long nodesAhead(Transport transport) {
    var live = row(transport.vehicle().orElseThrow().value()).live();
    String place =
        transport.state() == TransportState.PICKED_UP
            ? transport.to().value()
            : transport.from().value();
    return Stream.of(live.base(), live.horizon(), live.further())
        .flatMap(nodes -> nodes.stream())
        .takeWhile(node -> !node.equals(place))
        .count();
  }

  void awaitState(Transport transport, TransportState state) {
    await(transport.id() + " " + state)
        .atMost(Duration.ofSeconds(150))
        .until(() -> transport(transport.id()).state() == state);
  }

  void awaitWhy(Transport transport, String key) {
    await(key).atMost(SOON).until(() -> key.equals(whyItWaits(transport)));
  }

  private String whyItWaits(Transport transport) {
    return server
        .context()
        .getBean(FleetPort.class)
        .view()
        .whyWaiting()
        .getOrDefault(transport.id().value(), new FleetPort.Said("", List.of()))
        .key();
  }

  /** What the page sends after a person looked at a vehicle that stands where it says. */
  Browser.Answer recover(String vehicle, Map<String, String> found) {
    Map<String, String> said = new HashMap<>(found);
    said.putIfAbsent("node", row(vehicle).live().at());
    said.put("note", "went there and looked");
    return tablet.post("/api/v1/vehicles/%s/recovery".formatted(vehicle), said);
  }

  /** The same, as soon as the vehicle stands and has said what is on it. */
  void recovered(String vehicle, Map<String, String> found) {
    await("recovery of " + vehicle)
        .atMost(SOON)
        .untilAsserted(
            () -> {
              Browser.Answer answer = recover(vehicle, found);
              assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            });
  }

  Browser.Answer look(String vehicle) {
    return tablet.get("/api/v1/vehicles/%s/recovery".formatted(vehicle));
  }

  Browser.Answer tell(Transport transport, String what, Object body) {
    return tablet.post("/api/v1/transports/%s/%s".formatted(transport.id().value(), what), body);
  }

  Browser.Answer change(Transport transport, String what, Object body) {
    return tablet.send(
        "PUT",
        "/api/v1/transports/%s/%s".formatted(transport.id().value(), what),
        body,
        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
  }

  /** All terms anew; what is not named is not asked. */
  Browser.Answer terms(Transport transport, Map<String, Object> wanted) {
    return change(transport, "terms", wanted);
  }

  /** Refused, at this field, for this reason. */
  static void refuses(Browser.Answer answer, String field, String code) {
    assertThat(answer.status()).as(answer.text()).isBetween(400, 409);
    assertThat(answer.json().path("field").asString()).as(answer.text()).isEqualTo(field);
    assertThat(
            List.of(answer.code(), answer.json().path("errors").path(0).path("code").asString("")))
        .as(answer.text())
        .contains(code);
  }
}
