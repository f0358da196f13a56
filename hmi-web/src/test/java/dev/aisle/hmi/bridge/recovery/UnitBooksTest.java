package dev.aisle.hmi.bridge.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.live.fleet.RecoveryPort.Answer.Refused;
import dev.aisle.hmi.live.fleet.RecoveryPort.Found;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Aboard;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Fate;
import dev.aisle.hmi.testing.WebServer;
import dev.aisle.wms.inventory.Ledger;
import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.inventory.Occasion;
import dev.aisle.wms.inventory.UnitStep;
import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Reason;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportId;
import dev.aisle.wms.transport.TransportState;
import dev.aisle.wms.unit.UnitType;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a recovery books, on the real ledger. */
class UnitBooksTest {
  private static final String VEHICLE = "AGV-R";
  private static final LocationId ABOARD = new LocationId(VEHICLE);
  private static final LocationId DOCK = new LocationId("D-R");
  private static final LocationId SLOT = new LocationId("S-R1");
  private static final LocationId OTHER_SLOT = new LocationId("S-R2");

  private final WebServer server = WebServer.running();
  private final Units units = server.bean(Units.class);
  private final Ledger ledger = server.bean(Ledger.class);
  private final Locations locations = server.bean(Locations.class);
  private final UnitBooks books = new UnitBooks(units, ledger, locations, Clock.systemUTC());

  @BeforeEach
  void anEmptyFloor() {
    locations.declare(
        List.of(
            place(DOCK, LocationType.DOCK),
            place(SLOT, LocationType.SLOT),
            place(OTHER_SLOT, LocationType.SLOT),
            place(ABOARD, LocationType.VEHICLE)));
    for (LocationId place : List.of(SLOT, OTHER_SLOT, ABOARD)) {
      units.at(place).forEach(unit -> put(unit.sscc(), DOCK));
    }
  }

  @Test
  void aUnitThatWasFoundAboardIsBookedThereWithWhoFoundIt() {
    Sscc unit = unitAt(SLOT);
    Found found = aboard(unit, Fate.NONE, null);
    assertThat(books.refusal(VEHICLE, found, Optional.empty())).isEmpty();
    assertThat(books.book(VEHICLE, found, Optional.empty(), "li")).isEmpty();
    assertThat(books.on(VEHICLE)).containsExactly(unit.digits());
    assertThat(ledger.hasRoom(SLOT)).isTrue();
    UnitStep last = ledger.steps(unit).getLast();
    assertThat(last.occasion().actor()).isEqualTo(new Actor("li"));
    assertThat(last.occasion().reason()).isEqualTo(Reason.of("vehicle-recovery"));
  }

  @Test
  void whatIsBookedAboardAndWasTakenOffStandsWhereItWasPut() {
    Sscc unit = unitAt(ABOARD);
    Found found = nothing(Fate.STANDS_AT, SLOT);
    assertThat(books.refusal(VEHICLE, found, Optional.empty())).isEmpty();
    assertThat(books.putDown(VEHICLE, found, Optional.empty())).containsExactly(unit);
    assertThat(books.book(VEHICLE, found, Optional.empty(), "li")).isEmpty();
    assertThat(units.require(unit).place()).contains(SLOT);
    assertThat(books.on(VEHICLE)).isEmpty();
  }

  @Test
  void whatIsBookedAboardAndIsNotThereMustStandSomewhere() {
    Sscc unit = unitAt(ABOARD);
    assertThat(books.refusal(VEHICLE, nothing(Fate.NONE, null), Optional.empty()))
        .contains(refused("fate", "booked-aboard", unit.digits()));
    assertThat(books.refusal(VEHICLE, aboard(unit, Fate.NONE, null), Optional.empty())).isEmpty();
    Found unseen =
        new Found(
            DOCK.value(), Aboard.UNKNOWN, Optional.empty(), Fate.NONE, Optional.empty(), false, "");
    assertThat(books.refusal(VEHICLE, unseen, Optional.empty())).as("nobody could see").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DELIVERED", "STANDS_AT"})
  void theUnitOfTheTransportIsLeftToTheTransport(Fate fate) {
    Sscc unit = unitAt(ABOARD);
    Optional<Transport> transport = Optional.of(transport(unit));
    Found found = nothing(fate, SLOT);
    assertThat(books.refusal(VEHICLE, found, transport)).isEmpty();
    assertThat(books.putDown(VEHICLE, found, transport)).containsExactly(unit);
    assertThat(books.book(VEHICLE, found, transport, "li")).isEmpty();
    assertThat(units.require(unit).place()).contains(ABOARD);
  }

  @Test
  void whatCannotBeIsRefusedAtItsField() {
    Sscc unit = unitAt(ABOARD);
    Sscc there = unitAt(SLOT);
    Optional<Transport> none = Optional.empty();
    assertThat(books.refusal(VEHICLE, nothing(Fate.STANDS_AT, SLOT), none))
        .contains(refused("putAt", "place-taken", SLOT.value()));
    assertThat(books.refusal(VEHICLE, nothing(Fate.STANDS_AT, new LocationId("S-99")), none))
        .contains(refused("putAt", "no-location", "S-99"));
    assertThat(books.refusal(VEHICLE, nothing(Fate.STANDS_AT, ABOARD), none))
        .contains(refused("putAt", "no-location", VEHICLE));
    for (String digits : List.of("", "12", units.nextSscc().digits())) {
      Found found =
          new Found(
              DOCK.value(),
              Aboard.UNIT,
              Optional.of(digits),
              Fate.NONE,
              Optional.empty(),
              false,
              "");
      assertThat(books.refusal(VEHICLE, found, none))
          .contains(refused("unit", "unit-unknown", digits));
    }
    assertThat(ledger.reserveMove(there, OTHER_SLOT, "put-away")).isNotNull();
    put(unit, DOCK);
    assertThat(books.book(VEHICLE, aboard(there, Fate.NONE, null), none, "li"))
        .as("a vehicle is to fetch it")
        .contains(refused("unit", "unit-under-way", there.digits()));
    ledger.voidMove(ledger.openMove(there).orElseThrow().id(), Reason.of("transport-cancelled"));
  }

  private Sscc unitAt(LocationId place) {
    Sscc unit = units.open(units.nextSscc(), UnitType.PALLET).sscc();
    put(unit, place);
    return unit;
  }

  private void put(Sscc unit, LocationId place) {
    ledger.place(
        unit,
        place,
        new Occasion(
            Reason.of("test"),
            Evidence.manual(place.value()),
            Instant.now(),
            new Actor("test"),
            place.value()));
    assertThat(units.require(unit).place()).contains(place);
  }

  private static Location place(LocationId id, LocationType type) {
    return new Location(id, type, "ambient", type == LocationType.DOCK ? 100 : 1, 90, 90, 90);
  }

  private static Found aboard(Sscc unit, Fate fate, LocationId put) {
    return new Found(
        DOCK.value(),
        Aboard.UNIT,
        Optional.of(unit.digits()),
        fate,
        Optional.ofNullable(put).map(LocationId::value),
        false,
        "looked");
  }

  private static Found nothing(Fate fate, LocationId put) {
    return new Found(
        DOCK.value(),
        Aboard.NOTHING,
        Optional.empty(),
        fate,
        Optional.ofNullable(put).map(LocationId::value),
        false,
        "looked");
  }

  private static Transport transport(Sscc unit) {
    return new Transport(
        new TransportId("T-900001"),
        new MoveId(900_001),
        unit,
        DOCK,
        SLOT,
        50,
        0,
        "put-away",
        TransportState.PICKED_UP,
        Optional.of(ABOARD),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Refused refused(String field, String code, String value) {
    return new Refused(Optional.of(field), code, List.of(value));
  }
}
