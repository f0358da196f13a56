package dev.aisle.hmi.bridge.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.handover.Gate;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.hmi.bridge.readpoint.Recordings;
import dev.aisle.hmi.bridge.readpoint.SightingFeed;
import dev.aisle.sim.reader.ReaderMake;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.reader.SimulatedReader;
import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.EmulatedTag;
import dev.aisle.wms.capture.Sighting;
import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.capture.TagSighting;
import dev.aisle.wms.shared.Sscc;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gate of the site file with its read point and a reader on the line, up to the dispatcher. */
class DropGatesTest {
  private static final String TAG = "3174257BF4499602D2000000";
  private static final String UNIT = "106141412345678908";
  private static final String STRANGE = "3174257BF4499602D2000001";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SITE =
      """
      site: hall
      timezone: Asia/Shanghai
      gs1: {company_prefix: "9521141"}
      floor:
        nodes:
          D1: {at_m: [0, 0], is: dock}
          L1: {at_m: [0, 2]}
          S1: {at_m: [8, 2], is: slot, gate: G1}
          S2: {at_m: [8, 4], is: slot, gate: G1}
          C1: {at_m: [8, 0], is: charger}
        lanes:
          - {between: [L1, D1]}
          - {between: [L1, S1]}
          - {between: [L1, S2]}
          - {between: [L1, C1]}
      devices:
        reader-G:
          driver: rfid-bb
          port: 127.0.0.1:9
          antennas: {1: G1}
      read_points:
        G1: {location: L1, step: passing}
      """;

  private final List<TagSighting> captured = new ArrayList<>();
  private volatile Optional<EmulatedTag> onVehicle = Optional.empty();
  private SimulatedReader played;
  private UhfReader reader;
  private SightingFeed feed;
  private DropGates gates;

  @BeforeEach
  void open() {
    SiteFile.Result read = SiteFile.parse(SITE, name -> null);
    assertThat(read.faults()).isEmpty();
    Site site = read.site().orElseThrow();
    played =
        new SimulatedReader(
            ReaderSpec.of("reader-G", ReaderMake.BB, 0), new SplittableRandom(3), new Air());
    played.open();
    await().atMost(SOON).until(() -> !played.address().endsWith(":0"));
    reader =
        new UhfReader(
            "reader-G",
            ByteLink.to(played.address(), ReaderMake.BB.usualBaud()),
            UhfMakes.ofDriver("rfid-bb").orElseThrow(),
            new UhfSettings(
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Map.of(),
                List.of(1),
                Optional.empty()),
            Clock.systemUTC());
    feed =
        new SightingFeed(
            site,
            new Books(),
            topics -> {},
            new Recordings(Optional.empty(), Path.of("."), null),
            point -> true,
            Clock.systemUTC());
    gates =
        new DropGates(site, tag -> tag.hex().equals(TAG) ? Optional.of(UNIT) : Optional.empty());
    feed.listen(gates::sighted);
    reader.onRead(feed::read);
    feed.start();
    reader.open();
  }

  @AfterEach
  void close() {
    reader.close();
    played.close();
    feed.close();
    gates.close();
  }

  private final class Air implements AirField {
    @Override
    public List<Echo> inventory(int antenna) {
      return onVehicle.map(tag -> List.of(new Echo(tag, -50, 920_625, 90))).orElse(List.of());
    }

    @Override
    public boolean isConnected(int antenna) {
      return antenna == 1;
    }
  }

  private final class Books implements Sightings {
    @Override
    public void declare(String readPoint, Duration sameTagAgainAfter) {}

    @Override
    public synchronized Sighting.Outcome record(TagSighting sighting) {
      captured.add(sighting);
      return Sighting.Outcome.SEEN;
    }

    @Override
    public List<Sighting> of(Sscc unit) {
      return List.of();
    }

    @Override
    public List<Sighting> newest(int limit) {
      return List.of();
    }
  }

  @Test
  void whatTheReaderSeesIsToldByTheUnitThatWearsTheTag() {
    assertThat(gates.all()).containsExactly(new Gate("G1", Set.of("S1", "S2")));
    onVehicle = Optional.of(EmulatedTag.of(TAG));
    awaitTold(new DispatchInput.Gate("G1", UNIT));
    onVehicle = Optional.of(EmulatedTag.of(STRANGE));
    awaitTold(new DispatchInput.Gate("G1", STRANGE));
  }

  private void awaitTold(DispatchInput news) {
    List<DispatchInput> told = new ArrayList<>();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              told.addAll(gates.look());
              assertThat(told).contains(news);
            });
  }

  @Test
  void aGateIsAReadPointBeforeAPlaceWhereLoadsAreSetDown() {
    assertThat(
            faults(
                SITE.replace(
                    "S1: {at_m: [8, 2], is: slot, gate: G1}",
                    "S1: {at_m: [8, 2], is: slot, gate: G9}")))
        .singleElement()
        .asString()
        .contains("8:", "floor.nodes.S1.gate", "there is no read point 'G9'");
    assertThat(faults(SITE.replace("L1: {at_m: [0, 2]}", "L1: {at_m: [0, 2], gate: G1}")))
        .singleElement()
        .asString()
        .contains("7:", "floor.nodes.L1.gate", "no load is set down");
  }

  private static List<?> faults(String site) {
    return SiteFile.parse(site, name -> null).faults();
  }
}
