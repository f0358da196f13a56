package dev.aisle.device.rfid.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.modbus.Slave;
import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.TagGone;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.modbus.TagPresence.Told;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModbusTagHeadTest {
  private static final String A = "3174257BF4499602D2000000";
  private static final String B = "3174257BF4499602D3000000";

  private final List<TagRead> reads = new CopyOnWriteArrayList<>();
  private final List<TagGone> gone = new CopyOnWriteArrayList<>();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  @Test
  void aTagIsThereAfterTwoEqualLooksAndGoneAfterThreeMisses() {
    TagPresence presence = new TagPresence(2, 3);
    assertThat(presence.look(Optional.of(A), 0)).isEmpty();
    assertThat(presence.look(Optional.of(A), 0)).containsExactly(new Told.Arrived(A));
    assertThat(presence.look(Optional.empty(), 0)).isEmpty();
    assertThat(presence.look(Optional.of(A), 0)).isEmpty();
    assertThat(presence.look(Optional.empty(), 0)).isEmpty();
    assertThat(presence.look(Optional.empty(), 0)).isEmpty();
    assertThat(presence.look(Optional.empty(), 0)).containsExactly(new Told.Gone(A));
    assertThat(presence.look(Optional.empty(), 0)).isEmpty();
  }

  @Test
  void anotherTagTakesThePlaceOfTheFirst() {
    TagPresence presence = new TagPresence(2, 3);
    presence.look(Optional.of(A), 0);
    presence.look(Optional.of(A), 0);
    assertThat(presence.look(Optional.of(B), 0)).isEmpty();
    assertThat(presence.look(Optional.of(B), 0))
        .containsExactly(new Told.Gone(A), new Told.Arrived(B));
    assertThat(presence.present()).contains(B);
  }

  @Test
  void aTagTakenAwayAndPutBackBetweenTwoLooksArrivesAgain() {
    TagPresence presence = new TagPresence(2, 3);
    presence.look(Optional.of(A), 1);
    presence.look(Optional.of(A), 1);
    assertThat(presence.look(Optional.of(A), 3)).containsExactly(new Told.Arrived(A));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void arrivalsAndDeparturesOfATagAlternate(long seed) {
    Random random = new Random(seed);
    TagPresence presence = new TagPresence(2, 3);
    String there = null;
    for (int i = 0; i < 500; i++) {
      int choice = random.nextInt(4);
      for (Told told :
          presence.look(Optional.ofNullable(choice == 0 ? A : choice == 1 ? B : null), 0)) {
        switch (told) {
          case Told.Arrived tag -> {
            assertThat(there).isNull();
            there = tag.epcHex();
          }
          case Told.Gone tag -> {
            assertThat(there).isEqualTo(tag.epcHex());
            there = null;
          }
        }
      }
    }
  }

  @Test
  void aTagIsReadOverTheWireAndItsLeavingIsTold() throws Exception {
    try (Slave slave = new Slave();
        ModbusTcpMaster gateway = ModbusTcpMaster.at(slave.address(), Duration.ofMillis(500));
        ModbusTagHead head = head(gateway, 3)) {
      Slave.Unit unit = slave.unit(3, 1, 10);
      head.open();
      await().until(() -> head.health().link() == LinkState.UP);
      put(unit, A);
      await().until(() -> !reads.isEmpty());
      assertThat(reads.getFirst().epcHex()).isEqualTo(A);
      assertThat(reads.getFirst().reader()).isEqualTo("head-P1-A");
      assertThat(reads.getFirst().rssiDbm().orElseThrow()).isEqualTo(-60);
      await().until(() -> reads.size() == 2);
      unit.holding(0, 0);
      await().until(() -> !gone.isEmpty());
      assertThat(gone.getFirst().epcHex()).isEqualTo(A);
    }
  }

  @Test
  void aHeadWithNonsenseInItsRegistersAsksToBeChecked() throws Exception {
    try (Slave slave = new Slave();
        ModbusTcpMaster gateway = ModbusTcpMaster.at(slave.address(), Duration.ofMillis(500));
        ModbusTagHead head = head(gateway, 1)) {
      Slave.Unit unit = slave.unit(1, 1, 10);
      unit.holding(0, 1);
      unit.holding(2, 99);
      head.open();
      await().until(() -> head.health().signal() == Ne107.CHECK);
      put(unit, A);
      await().until(() -> head.health().signal() == Ne107.OK);
    }
  }

  private ModbusTagHead head(ModbusTcpMaster gateway, int unit) {
    ModbusTagHead head =
        new ModbusTagHead(
            "head-P1-A",
            gateway,
            ModbusTagHead.Place.unit(unit),
            HeadProfiles.standard(),
            Clock.systemUTC(),
            new BackOff(Duration.ofMillis(20), Duration.ofMillis(100), 1));
    head.onRead(reads::add);
    head.onGone(gone::add);
    return head;
  }

  private static void put(Slave.Unit unit, String epcHex) {
    byte[] epc = Hex.bytes(epcHex);
    for (int i = 0; i < 6; i++) {
      unit.holding(3 + i, (epc[2 * i] & 0xFF) << 8 | epc[2 * i + 1] & 0xFF);
    }
    unit.holding(9, -60 & 0xFFFF);
    unit.holding(2, 12);
    unit.holding(0, 1);
  }
}
