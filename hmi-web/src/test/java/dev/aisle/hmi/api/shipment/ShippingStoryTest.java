package dev.aisle.hmi.api.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.QuietTables;
import dev.aisle.hmi.testing.WebServer;
import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.capture.TagSighting;
import dev.aisle.wms.location.Location;
import dev.aisle.wms.location.LocationType;
import dev.aisle.wms.location.Locations;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.Station;
import dev.aisle.wms.task.Stations;
import dev.aisle.wms.task.TaskKind;
import dev.aisle.wms.transport.Transport;
import dev.aisle.wms.transport.TransportReports;
import dev.aisle.wms.transport.Transports;
import dev.aisle.wms.unit.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * One order through the screens of its stations, from the dock to the truck: what weighs something
 * else and what is on the wrong truck is refused until a person has looked.
 */
class ShippingStoryTest {
  private static final String ITEMS =
      """
      id,name,gtin,length_mm,width_mm,height_mm,weight_g,units_per_case,cases_per_pallet,category
      NAILS,Nails,09521141000021,10,10,40,250,100,20,hardware
      """;
  private static final String PARTIES =
      """
      id,name,role,city,country
      SHOP-N,Shop N,customer,Hefei,CN
      SUP-N,Supplier N,supplier,Wuhu,CN
      """;
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String STRANGER = "E28011700000020F4A5B6C7D";

  private final WebServer server = WebServer.running();
  private final Browser admin = server.signedIn(Role.ADMINISTRATOR);
  private final QuietTables tables = server.bean(QuietTables.class);

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void aParcelIsWeighedPackedAndLoadedAndWhatIsNotOnThePapersIsTakenOff() {
    masterData();
    Sscc pallet = receive();
    order();
    carried(pallet, "P7");
    packWithWrongWeight(pick(pallet));
    JsonNode load = untilLoad();
    String path = "/api/v1/loads/" + load.path("id").asString();
    seen(Epc.of(STRANGER));
    Epc palletTag = server.bean(Units.class).require(pallet).tag().orElseThrow();
    seen(palletTag);
    await().atMost(SOON).until(() -> admin.get(path).json().path("extras").size() == 2);
    assertThat(admin.get(path).json().path("extras").valueStream())
        .extracting(extra -> extra.path("tag").asString() + " " + extra.path("kind").asString())
        .containsExactlyInAnyOrder(STRANGER + " unexpected", palletTag.hex() + " unexpected");
    assertThat(admin.post(path + "/leave", null).code()).isEqualTo("load-incomplete");
    assertThat(admin.post(path + "/taken-off", Map.of("tag", "0000")).status()).isEqualTo(404);
    for (String tag : List.of(STRANGER, palletTag.hex())) {
      JsonNode after =
          admin.post(path + "/taken-off", Map.of("tag", tag, "note", "not ours")).json();
      assertThat(after.path("extras").valueStream())
          .filteredOn(extra -> extra.path("tag").asString().equals(tag))
          .singleElement()
          .satisfies(
              extra -> {
                assertThat(extra.path("settledBy").asString()).isEqualTo("admin");
                assertThat(extra.path("note").asString()).isEqualTo("not ours");
              });
    }
    load(path);
    JsonNode left = admin.post(path + "/leave", null).json();
    assertThat(left.path("load").path("state").asString()).as(left.toString()).isEqualTo("left");
  }

  private void masterData() {
    admin.upload("/api/v1/imports/items", "items.csv", ITEMS);
    admin.upload("/api/v1/imports/parties", "parties.csv", PARTIES);
    List<Location> places = new ArrayList<>();
    places.add(place("D7", LocationType.DOCK, 0));
    places.add(place("S-07", LocationType.SLOT, 10));
    places.add(place("P7", LocationType.PICK, 20));
    places.add(place("K7", LocationType.PACK, 22));
    places.add(place("X7", LocationType.SHIP_DOCK, 30));
    places.add(place("AGV-07", LocationType.VEHICLE, 0));
    server.bean(Locations.class).declare(places);
    server
        .bean(Stations.class)
        .declare(
            List.of(
                station("DOCK-7", Set.of(TaskKind.UNLOAD), null, "D7"),
                station("PICK-7", Set.of(TaskKind.PICK, TaskKind.PACK), "K7", "P7"),
                station("SHIP-7", Set.of(TaskKind.LOAD), null, "X7")));
    for (String station : List.of("DOCK-7", "PICK-7", "SHIP-7")) {
      done("/api/v1/stations/" + station + "/sign-on", null);
    }
  }

  private static Location place(String id, LocationType type, double x) {
    return new Location(new LocationId(id), type, "ambient", 1, (int) x, x, 0);
  }

  private static Station station(
      String id, Set<TaskKind> does, @org.jspecify.annotations.Nullable String to, String at) {
    return new Station(
        id, List.of(new LocationId(at)), does, Optional.ofNullable(to).map(LocationId::new));
  }

  /** 40 pieces of 250 g, weighed as 12 kg first. */
  private Sscc receive() {
    JsonNode advice =
        done(
            "/api/v1/advices",
            Map.of(
                "supplier", "SUP-N", "pallets", List.of(Map.of("item", "NAILS", "quantity", 40))));
    String arrive = "/api/v1/advices/%s/arrive".formatted(advice.path("id").asString());
    var nowhere = admin.post(arrive, Map.of("dock", "S-07"));
    assertThat(nowhere.status()).isEqualTo(400);
    assertThat(nowhere.json().path("field").asString()).isEqualTo("dock");
    assertThat(nowhere.json().path("errors").path(0).path("code").asString())
        .isEqualTo("not-a-dock");
    assertThat(done(arrive, Map.of("dock", "D7")).path("state").asString()).isEqualTo("arrived");
    var again = admin.post(arrive, Map.of("dock", "D7"));
    assertThat(again.code()).isEqualTo("already-arrived");
    assertThat(again.json().path("params").path("dock").asString()).isEqualTo("D7");
    dockIsTakenForOthers();
    String task = "/api/v1/tasks/" + job("DOCK-7").path("taskId").asString();
    String sscc = advice.path("palletsDetail").path(0).path("sscc").asString();
    done(task + "/start", null);
    Map<String, Object> scanned = Map.of("code", "00" + sscc);
    tables.lay("DOCK-7", 12_000);
    var refused = admin.post(task + "/confirm", scanned);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("weight-differs");
    assertThat(refused.json().path("params").path("expectedG").asLong()).isEqualTo(10_000);
    tables.lay("DOCK-7", 10_200);
    done(task + "/confirm", scanned);
    carried(new Sscc(sscc), "S-07");
    done(task + "/confirm", Map.of());
    return new Sscc(sscc);
  }

  private void dockIsTakenForOthers() {
    JsonNode other =
        done(
            "/api/v1/advices",
            Map.of(
                "supplier", "SUP-N", "pallets", List.of(Map.of("item", "NAILS", "quantity", 1))));
    var taken =
        admin.post(
            "/api/v1/advices/%s/arrive".formatted(other.path("id").asString()),
            Map.of("dock", "D7"));
    assertThat(taken.code()).isEqualTo("dock-taken");
    assertThat(taken.json().path("field").asString()).isEqualTo("dock");
  }

  private void order() {
    JsonNode order =
        done(
            "/api/v1/orders",
            Map.of("customer", "SHOP-N", "lines", List.of(Map.of("item", "NAILS", "quantity", 4))));
    done("/api/v1/orders/" + order.path("id").asString() + "/confirm", null);
  }

  /** The station's packing job, after what was to be picked was picked. */
  private JsonNode pick(Sscc pallet) {
    while (true) {
      JsonNode job = job("PICK-7");
      if (job.path("kind").asString().equals("pack")) {
        return job;
      }
      String task = "/api/v1/tasks/" + job.path("taskId").asString();
      if (job.path("pick").path("unitConfirmedBy").isNull()) {
        admin.post(task + "/confirm", Map.of("code", pallet.digits()));
      }
      done(task + "/confirm", Map.of("quantity", 4, "code", pallet.digits()));
    }
  }

  /** 4 pieces of 250 g; 700 g lie on the scale. */
  private void packWithWrongWeight(JsonNode job) {
    String task = "/api/v1/tasks/" + job.path("taskId").asString();
    tables.lay("PICK-7", 700);
    var refused = admin.post(task + "/confirm", Map.of());
    assertThat(refused.code()).isEqualTo("weight-differs");
    assertThat(refused.json().path("params").path("measuredG").asLong()).isEqualTo(700);
    assertThat(refused.json().path("params").path("expectedG").asLong()).isEqualTo(1_000);
    assertThat(weightAlarms()).isEmpty();
    assertThat(fieldAtFault(task, Map.of("weightG", 700))).isEqualTo("weightReason");
    assertThat(fieldAtFault(task, Map.of("weightG", 700, "weightReason", "other")))
        .isEqualTo("weightNote");
    done(
        task + "/confirm",
        Map.of("weightG", 700, "weightReason", "item-weight", "weightNote", "175 g each"));
    await().atMost(SOON).until(() -> weightAlarms().size() == 1);
    String parcel = weightAlarms().getFirst().path("source").asString();
    assertThat(admin.get("/api/v1/trace/units/" + parcel).json().path("entries").valueStream())
        .filteredOn(entry -> entry.path("titleKey").asString().equals("exception.weight-accepted"))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.path("facts").path("reason").asString()).isEqualTo("item-weight");
              assertThat(kept.path("facts").path("note").asString()).isEqualTo("175 g each");
              assertThat(kept.path("facts").path("measuredG").asString()).isEqualTo("700");
              assertThat(kept.path("facts").path("settledBy").asString()).isEqualTo("admin");
            });
    assertThat(weightAlarms().getFirst().path("params").path("station").asString())
        .isEqualTo("PICK-7");
  }

  private String fieldAtFault(String task, Map<String, Object> said) {
    var refused = admin.post(task + "/confirm", said);
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    return refused.json().path("field").asString();
  }

  private List<JsonNode> weightAlarms() {
    return admin
        .get("/api/v1/alarms?size=100")
        .json()
        .path("items")
        .valueStream()
        .filter(alarm -> alarm.path("type").asString().equals("weight-differs"))
        .toList();
  }

  private JsonNode untilLoad() {
    JsonNode[] found = new JsonNode[1];
    await()
        .atMost(SOON)
        .until(
            () -> {
              vehicleWorks();
              found[0] = admin.get("/api/v1/loads").json().path(0);
              return admin.get("/api/v1/stations/SHIP-7/job").status() == 200;
            });
    assertThat(found[0].path("dock").asString()).isEqualTo("X7");
    return found[0];
  }

  /** Through the portal onto the truck. */
  private void load(String path) {
    JsonNode parcel = admin.get(path).json().path("parcels").path(0);
    String task = "/api/v1/tasks/" + job("SHIP-7").path("taskId").asString();
    done(task + "/start", null);
    seen(Epc.of(parcel.path("tag").asString()));
    await()
        .atMost(SOON)
        .until(() -> admin.get(path).json().path("parcels").path(0).path("loaded").asBoolean());
  }

  private void seen(Epc tag) {
    Instant now = Instant.now();
    server
        .bean(Sightings.class)
        .record(
            new TagSighting(
                "X7-portal",
                new LocationId("X7"),
                "shipping",
                tag,
                now,
                now,
                9,
                OptionalDouble.empty(),
                Direction.OUT));
  }

  /** Vehicles carry what is asked for until the unit stands there. */
  private void carried(Sscc unit, String to) {
    await(to)
        .atMost(SOON)
        .until(
            () -> {
              vehicleWorks();
              return server
                  .bean(Units.class)
                  .require(unit)
                  .place()
                  .equals(Optional.of(new LocationId(to)));
            });
  }

  private void vehicleWorks() {
    LocationId vehicle = new LocationId("AGV-07");
    TransportReports reports = server.bean(TransportReports.class);
    for (Transport transport : server.bean(Transports.class).open()) {
      reports.assigned(transport.id(), vehicle, Instant.now());
      reports.pickedUp(transport.id(), vehicle, Instant.now(), Evidence.vehicle(vehicle));
      reports.delivered(transport.id(), transport.to(), Instant.now());
    }
  }

  private JsonNode job(String station) {
    JsonNode[] found = new JsonNode[1];
    await(station)
        .atMost(SOON)
        .until(
            () -> {
              var answer = admin.get("/api/v1/stations/" + station + "/job");
              if (answer.status() == 200) {
                found[0] = answer.json();
              }
              return answer.status() == 200;
            });
    return found[0];
  }

  private JsonNode done(String path, @org.jspecify.annotations.Nullable Object body) {
    var answer = admin.post(path, body);
    assertThat(answer.status()).as("%s: %s", path, answer.text()).isIn(200, 201);
    return answer.json();
  }
}
