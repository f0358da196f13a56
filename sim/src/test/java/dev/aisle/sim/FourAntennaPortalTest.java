package dev.aisle.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.pass.ReadPoints;
import dev.aisle.device.rfid.pass.record.Direction;
import dev.aisle.device.rfid.pass.record.ReasonKind;
import dev.aisle.device.rfid.pass.record.RecentPasses;
import dev.aisle.device.rfid.pass.record.TagPass;
import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.OrderRules;
import dev.aisle.device.rfid.readpoint.PassRules;
import dev.aisle.device.rfid.readpoint.ReadPoint;
import dev.aisle.device.rfid.readpoint.StrengthRules;
import dev.aisle.device.rfid.readpoint.TagRules;
import dev.aisle.device.rfid.smoothing.SmoothingRules;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.sim.plc.PlcPoint;
import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.reader.ReaderMake;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.world.PortalSpec;
import dev.aisle.sim.world.PortalSpec.Flow;
import dev.aisle.sim.world.PortalSpec.Hangs;
import dev.aisle.sim.world.TaggedUnit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two doors of the simulated floor with an A0 reader each, and no photo-eye that anybody asks. */
class FourAntennaPortalTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Map<Integer, Hangs> HANGING =
      Map.of(1, Hangs.OUTER, 2, Hangs.OUTER, 3, Hangs.INNER, 4, Hangs.INNER);
  private static final TaggedUnit ARRIVES =
      new TaggedUnit("106141412345678908", "3174257BF4499602D2000000");
  private static final TaggedUnit LEAVES =
      new TaggedUnit("195211412345678900", "3176451FD4499602D2000000");

  @TempDir Path dir;
  private final Queue<TagRead> reads = new ConcurrentLinkedQueue<>();

  @Test
  void theOrderOfItsAntennasTellsWhichWayAPalletWent() throws Exception {
    int plcPort = TestBroker.freePort();
    List<ReaderSpec> specs =
        List.of(
            ReaderSpec.of("reader-D1", ReaderMake.A0, dir.resolve("reader-D1")),
            ReaderSpec.of("reader-X1", ReaderMake.A0, dir.resolve("reader-X1")));
    SimConfig config =
        new SimConfig(
            List.of(),
            Set.of(),
            List.of(
                PortalSpec.of("D1", "reader-D1", Flow.INBOUND).with(HANGING),
                PortalSpec.of("X1", "reader-X1", Flow.OUTBOUND).with(HANGING)),
            specs,
            new PlcSpec(
                "plc-1",
                plcPort,
                Map.of("D1.door-open", PlcPoint.coil(0), "X1.door-open", PlcPoint.coil(1))),
            Optional.empty(),
            7,
            4,
            dir.resolve("world.json"));
    ReadPoints points = new ReadPoints(List.of(point("D1"), point("X1")), new RecentPasses(10));
    try (Simulator simulator = Simulator.open(config);
        ModbusTcpMaster plc = new ModbusTcpMaster("127.0.0.1", plcPort, Duration.ofSeconds(1));
        UhfReader inbound = reader("reader-D1");
        UhfReader outbound = reader("reader-X1")) {
      inbound.open();
      outbound.open();
      plc.writeCoil(1, 0, true);
      plc.writeCoil(1, 1, true);
      simulator.truckArrives("D1", "ADV-1", List.of(ARRIVES));
      simulator.unitPacked(LEAVES, "X1");
      List<TagPass> passes = new ArrayList<>();
      await()
          .atMost(SOON)
          .until(
              () -> {
                List<TagRead> heard = new ArrayList<>();
                for (TagRead read = reads.poll(); read != null; read = reads.poll()) {
                  heard.add(read);
                }
                passes.addAll(points.step(Clock.systemUTC().instant(), heard, List.of()));
                return passes.size() >= 2;
              });
      Map<String, Direction> directions =
          passes.stream().collect(Collectors.toMap(TagPass::epcHex, TagPass::direction));
      assertThat(directions)
          .containsOnly(
              Map.entry(ARRIVES.epcHex(), Direction.IN), Map.entry(LEAVES.epcHex(), Direction.OUT));
      assertThat(passes)
          .allSatisfy(
              pass -> assertThat(pass.why().kind()).isEqualTo(ReasonKind.DIRECTION_FROM_ANTENNAS));
    }
  }

  private static ReadPoint point(String node) {
    String reader = "reader-" + node;
    return new ReadPoint(
        node + "-portal",
        Map.of(
            new AntennaRef(reader, 1), AntennaLine.OUTER,
            new AntennaRef(reader, 2), AntennaLine.OUTER,
            new AntennaRef(reader, 3), AntennaLine.INNER,
            new AntennaRef(reader, 4), AntennaLine.INNER),
        SmoothingRules.conveyor(),
        new PassRules(
            Optional.empty(),
            Optional.of(OrderRules.usual()),
            StrengthRules.usual(),
            TagRules.usual()),
        Set.of(),
        ReadPoint.USUAL_MOST_TAGS);
  }

  private UhfReader reader(String name) {
    UhfReader reader =
        new UhfReader(
            name,
            ByteLink.to(dir.resolve(name).toString(), ReaderMake.A0.usualBaud()),
            UhfMakes.ofDriver("rfid-a0").orElseThrow(),
            new UhfSettings(
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Map.of(),
                List.of(1, 2, 3, 4),
                Optional.empty()),
            Clock.systemUTC());
    reader.onRead(reads::add);
    return reader;
  }
}
