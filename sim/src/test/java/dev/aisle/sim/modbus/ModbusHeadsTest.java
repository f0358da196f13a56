package dev.aisle.sim.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.rfid.TagGone;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.modbus.HeadProfiles;
import dev.aisle.device.rfid.modbus.ModbusTagHead;
import dev.aisle.device.rfid.modbus.TagAccess;
import dev.aisle.device.serial.LineSettings;
import dev.aisle.sim.modbus.DataUnits.UnitFault;
import dev.aisle.sim.reader.line.LineFaults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real driver with each make's profile against a head that behaves like that make. */
class ModbusHeadsTest {
  private static final String A = "E004010012345678";
  private static final String B = "E0040100ABCDEF01";
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final List<TagRead> reads = new CopyOnWriteArrayList<>();
  private final List<TagGone> gone = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> toClose = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : toClose.reversed()) {
      each.close();
    }
  }

  @Test
  void anOmronHeadWithoutATagIsInOrderAndABrokenOneIsNot() throws Exception {
    OmronHead omron = new OmronHead(false);
    ModbusTagHead head = head("omron-v680s", tcp(Map.of(255, omron)), 255, 0);
    await().until(() -> head.health().exchanges() > 3);
    assertThat(head.health().signal()).isEqualTo(Ne107.OK);
    comesAndGoes(head, uid -> omron.sense(uid));
    omron.fail(true);
    signal(head, Ne107.FAILURE);
    assertThat(head.health().link()).isEqualTo(LinkState.UP);
    omron.fail(false);
    omron.sense(Optional.of(A));
    signal(head, Ne107.OK);
  }

  @Test
  void anOmronTagIsWrittenAndReadBackAlsoWhenTheReaderIsBusyAtFirst() throws Exception {
    OmronHead omron = new OmronHead(false);
    ModbusTagHead head = head("omron-v680s", tcp(Map.of(255, omron)), 255, 0);
    assertThat(head.readMemory(0, 2)).isEqualTo(new TagAccess.NoTag());
    omron.sense(Optional.of(A));
    omron.beBusy(3);
    assertThat(head.writeMemory(4, 0xCAFE, 0x0102)).isEqualTo(new TagAccess.Done(List.of()));
    assertThat(head.readMemory(3, 3)).isEqualTo(new TagAccess.Done(List.of(0, 0xCAFE, 0x0102)));
    omron.beBusy(1000);
    assertThat(head.readMemory(0, 1)).isEqualTo(new TagAccess.Busy());
    omron.beBusy(0);
    assertThat(head.readMemory(100, 1)).isInstanceOf(TagAccess.Refused.class);
    assertThat(head.writeUid(B)).isInstanceOf(TagAccess.NotOffered.class);
  }

  @Test
  void anOmronUhfHeadTellsEpcAndLevel() throws Exception {
    OmronHead omron = new OmronHead(true);
    ModbusTagHead head = head("omron-v780", tcp(Map.of(255, omron)), 255, 0);
    omron.sense(Optional.of("3174257BF4499602D2000000"));
    await().until(() -> !reads.isEmpty());
    assertThat(reads.getFirst().epcHex()).isEqualTo("3174257BF4499602D2000000");
    assertThat(reads.getFirst().rssiDbm().orElseThrow()).isEqualTo(-41);
    assertThat(head.health().signal()).isEqualTo(Ne107.OK);
  }

  @Test
  void aTurckChannelIsAskedByCommandAndTellsItsConditions() throws Exception {
    TurckBlock turck = new TurckBlock(1);
    ModbusTagHead head = head("turck-tben", tcp(Map.of(1, turck)), 1, 1);
    comesAndGoes(head, uid -> turck.sense(uid));
    turck.sense(Optional.of(A));
    assertThat(head.writeMemory(8, 0x1234)).isEqualTo(new TagAccess.Done(List.of()));
    assertThat(head.readMemory(7, 2)).isEqualTo(new TagAccess.Done(List.of(0, 0x1234)));
    assertThat(head.readMemory(64, 2)).isInstanceOf(TagAccess.Refused.class);
    turck.status(1 << 4);
    signal(head, Ne107.MAINTENANCE);
    turck.status(1 << 7);
    signal(head, Ne107.FAILURE);
    assertThat(head.health().trouble().orElseThrow()).contains("no head is connected");
    turck.status(0);
    signal(head, Ne107.OK);
    turck.busyFor(1_000_000);
    turck.sense(Optional.of(B));
    signal(head, Ne107.CHECK);
  }

  @Test
  void anIdentControlTellsComingAndGoingAndGoesOnAfterAccess() throws Exception {
    IdentControlHead ident = new IdentControlHead(2);
    ModbusTagHead head = head("pf-identcontrol", tcp(Map.of(1, ident)), 1, 2);
    comesAndGoes(head, uid -> ident.sense(uid));
    ident.sense(Optional.of(A));
    await().until(() -> reads.getLast().epcHex().equals(A));
    assertThat(head.writeMemory(2, 0xAAAA, 0xBBBB)).isEqualTo(new TagAccess.Done(List.of()));
    assertThat(head.readMemory(0, 4)).isEqualTo(new TagAccess.Done(List.of(0, 0, 0xAAAA, 0xBBBB)));
    assertThat(head.readMemory(1, 1)).isInstanceOf(TagAccess.Refused.class);
    ident.sense(Optional.of(B));
    await().until(() -> reads.getLast().epcHex().equals(B));
    ident.unplug(true);
    signal(head, Ne107.FAILURE);
    ident.unplug(false);
    signal(head, Ne107.OK);
  }

  @Test
  void anInveoReaderIsReleasedAfterEachTagAndItsPowerUpIsNoticed() throws Exception {
    InveoHead inveo = new InveoHead();
    DataUnits units = new DataUnits(Map.of(1, inveo));
    ModbusTagHead head = head("inveo-ind", serial(units, 9600), 1, 0);
    inveo.sense(Optional.of("0A0B0C0D0E"));
    await().until(() -> reads.size() == 1);
    assertThat(reads.getFirst().epcHex()).isEqualTo("0A0B0C0D0E");
    await().until(() -> gone.size() == 1);
    inveo.sense(Optional.of("0102030405"));
    await().until(() -> reads.size() == 2);
    await().until(() -> gone.size() == 2 && !inveo.saysReset());
    inveo.powerUp();
    await().until(() -> !inveo.saysReset());
    await().until(() -> reads.size() == 3);
    assertThat(head.health().signal()).isEqualTo(Ne107.OK);
  }

  @Test
  void aHeadInAutomaticUploadIsBroughtBackAndItsTagIsWritten() throws Exception {
    ValueHead hf = new ValueHead(false);
    hf.mode(3);
    ModbusTagHead head = head("cn-hf", serial(new DataUnits(Map.of(2, hf)), 9600), 2, 0);
    await().until(() -> hf.mode() == 0);
    comesAndGoes(head, uid -> hf.sense(uid));
    hf.sense(Optional.of(A));
    assertThat(head.writeUid(B)).isEqualTo(new TagAccess.Done(List.of()));
    assertThat(hf.uidHex()).isEqualTo(B);
    assertThat(head.readMemory(0, 1)).isInstanceOf(TagAccess.NotOffered.class);
  }

  @Test
  void aHeadBehindASerialServerSaysThatItIsDetunedAndCouldNotWrite() throws Exception {
    ValueHead lf = new ValueHead(true);
    ModbusTagHead head = head("cn-lr03", behindServer(new DataUnits(Map.of(2, lf)), 9600), 2, 0);
    lf.sense(Optional.of(A));
    await().until(() -> !reads.isEmpty());
    assertThat(head.writeUid(B)).isEqualTo(new TagAccess.Done(List.of()));
    lf.sense(Optional.empty());
    await().until(() -> !gone.isEmpty());
    assertThat(head.writeUid(A)).isInstanceOf(TagAccess.Refused.class);
    lf.detune(true);
    signal(head, Ne107.MAINTENANCE);
    assertThat(head.health().link()).isEqualTo(LinkState.UP);
  }

  @Test
  void aSilentUnitOfALineIsDownAndItsNeighboursAreNot() throws Exception {
    ValueHead near = new ValueHead(false);
    ValueHead far = new ValueHead(false);
    DataUnits units = new DataUnits(Map.of(2, near, 3, far));
    ModbusMaster line = serial(units, 115_200);
    ModbusTagHead good = head("cn-hf", line, 2, 0);
    ModbusTagHead bad = head("cn-hf", line, 3, 0);
    await().until(() -> bad.health().link() == LinkState.UP);
    units.fault(3, Optional.of(new UnitFault.Silent()));
    await().until(() -> bad.health().link() == LinkState.DOWN);
    comesAndGoes(good, uid -> near.sense(uid));
    assertThat(good.health().link()).isEqualTo(LinkState.UP);
    // What a gateway says of a unit that does not answer is silence, what the unit says is not.
    units.fault(3, Optional.of(new UnitFault.Refuses(11)));
    long errors = bad.health().errors();
    await().atMost(LONG).until(() -> bad.health().errors() > errors);
    assertThat(bad.health().link()).isEqualTo(LinkState.DOWN);
    units.fault(3, Optional.of(new UnitFault.Refuses(2)));
    await().atMost(LONG).until(() -> bad.health().signal() == Ne107.CHECK);
    units.fault(3, Optional.empty());
    await().atMost(LONG).until(() -> bad.health().signal() == Ne107.OK);
  }

  @Test
  void noiseLossAndWrongChecksumsNeverMakeAnotherTag() throws Exception {
    ValueHead hf = new ValueHead(false);
    DataUnits units = new DataUnits(Map.of(2, hf));
    Path port = folder.resolve("noisy");
    RtuBus bus = RtuBus.onSerialLine(port, 38_400, units, 7);
    toClose.add(bus);
    bus.disturb(
        LineFaults.NONE.withNoise(0.3).withSplit(0.2).withWrongChecksum(0.2).withLostBytes(0.002),
        LONG);
    await().until(() -> Files.exists(port));
    ModbusTagHead head =
        head("cn-hf", line(ModbusSettings.Mode.RTU, port.toString(), 38_400), 2, 0);
    hf.sense(Optional.of(A));
    await().atMost(LONG).until(() -> head.health().exchanges() > 10 && !reads.isEmpty());
    assertThat(reads).allMatch(read -> read.epcHex().equals(A));
    assertThat(head.health().errors()).isPositive();
  }

  @Test
  void aSlowLineIsWaitedFor() throws Exception {
    ValueHead hf = new ValueHead(false);
    hf.sense(Optional.of(A));
    ModbusMaster line = serial(new DataUnits(Map.of(2, hf)), 1200);
    long start = System.nanoTime();
    assertThat(line.readHolding(2, 0, 14)[7]).isEqualTo(0x0100);
    // 33 bytes of 10 bits at 1200 baud are 275 ms.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(270));
  }

  private interface Field {
    void sense(Optional<String> uid);
  }

  private void comesAndGoes(ModbusTagHead head, Field field) {
    field.sense(Optional.of(A));
    await().until(() -> !reads.isEmpty() && reads.getLast().epcHex().equals(A));
    field.sense(Optional.of(B));
    await().until(() -> reads.getLast().epcHex().equals(B));
    field.sense(Optional.empty());
    await().until(() -> !gone.isEmpty() && gone.getLast().epcHex().equals(B));
    assertThat(gone.getFirst().epcHex()).isEqualTo(A);
    assertThat(head.health().signal()).isEqualTo(Ne107.OK);
    assertThat(head.health().link()).isEqualTo(LinkState.UP);
  }

  private static void signal(ModbusTagHead head, Ne107 signal) {
    await().atMost(LONG).until(() -> head.health().signal() == signal);
  }

  private ModbusTagHead head(String profile, ModbusMaster line, int unit, int channel) {
    ModbusTagHead head =
        new ModbusTagHead(
            "head-" + unit,
            line,
            new ModbusTagHead.Place(unit, channel),
            HeadProfiles.shipped(profile),
            Clock.systemUTC(),
            new BackOff(Duration.ofMillis(20), Duration.ofMillis(200), 1));
    toClose.add(head);
    head.onRead(reads::add);
    head.onGone(gone::add);
    head.open();
    return head;
  }

  private ModbusMaster tcp(Map<Integer, ModbusUnit> units) throws IOException {
    TcpSlaves slaves = new TcpSlaves(0, new DataUnits(units));
    toClose.add(slaves);
    return line(ModbusSettings.Mode.TCP, slaves.address(), 9600);
  }

  private ModbusMaster serial(DataUnits units, int baud) {
    Path port = folder.resolve("rs485-" + baud);
    toClose.add(RtuBus.onSerialLine(port, baud, units, 1));
    await().until(() -> Files.exists(port));
    return line(ModbusSettings.Mode.RTU, port.toString(), baud);
  }

  private ModbusMaster behindServer(DataUnits units, int baud) throws IOException {
    int port;
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = any.getLocalPort();
    }
    toClose.add(RtuBus.behindSerialServer(port, baud, units, 1));
    return line(ModbusSettings.Mode.RTU_OVER_TCP, "127.0.0.1:" + port, baud);
  }

  private ModbusMaster line(ModbusSettings.Mode mode, String address, int baud) {
    ModbusMaster line =
        ModbusMaster.to(new ModbusSettings(mode, address, LineSettings.plain(baud), PATIENCE));
    toClose.add(line);
    return line;
  }
}
