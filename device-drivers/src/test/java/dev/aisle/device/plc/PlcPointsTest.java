package dev.aisle.device.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.modbus.Slave;
import dev.aisle.device.plc.ReadPlan.Span;
import dev.aisle.device.plc.output.WriteRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlcPointsTest {
  private static final int POINTS = 5;

  private final List<PointChange> changes = new CopyOnWriteArrayList<>();
  private Slave slave;
  private Slave.Unit memory;
  private ModbusTcpMaster master;
  private PlcPoints plc;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 100);
  }

  @BeforeEach
  void wire() throws Exception {
    slave = new Slave();
    memory = slave.unit(1, 16, 120);
    master = ModbusTcpMaster.at(slave.address(), Duration.ofMillis(500));
    plc =
        new PlcPoints(
            "plc-1",
            master,
            Map.of(
                "D1.eye-outer", Point.parse("input 0 counter 100"),
                "D1.truck-here", Point.parse("input 4"),
                "D1.door-open", Point.parse("coil 3"),
                "D1.scanned", Point.parse("counter 105"),
                "D1.mode", Point.parse("holding 7")),
            PlcSettings.STANDARD,
            Clock.systemUTC());
    plc.onChange(changes::add);
  }

  @AfterEach
  void unwire() {
    plc.close();
    slave.close();
  }

  /** The first value of a point is told as a change too, and may be told after it can be asked. */
  private void openAndHearOfEveryPoint() {
    plc.open();
    await().until(() -> changes.size() == POINTS);
  }

  @Test
  void aChangedInputIsToldOnce() {
    openAndHearOfEveryPoint();
    assertThat(plc.value("D1.truck-here").value()).contains(false);
    changes.clear();
    memory.input(4, true);
    await().until(() -> !changes.isEmpty());
    assertThat(changes)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.device()).isEqualTo("plc-1");
              assertThat(change.point()).isEqualTo("D1.truck-here");
              assertThat(change.value()).isTrue();
            });
    assertThat(plc.value("D1.truck-here").value()).contains(true);
    assertThat(plc.value("D1.truck-here").age(Instant.now())).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aBeamBrokenBetweenTwoPollsIsNotLost() {
    openAndHearOfEveryPoint();
    changes.clear();
    memory.holding(100, 1);
    memory.holding(105, 2);
    await().until(() -> changes.size() == 6);
    assertThat(valuesOf("D1.eye-outer")).containsExactly(true, false);
    assertThat(valuesOf("D1.scanned")).containsExactly(true, false, true, false);
  }

  @Test
  void aWriteIsReadBack() {
    plc.open();
    assertThat(plc.write("D1.door-open", true)).isEqualTo(WriteOutcome.CONFIRMED);
    assertThat(memory.coil(3)).isTrue();
    await().until(() -> plc.value("D1.door-open").value().orElse(false));
    assertThat(plc.write("D1.mode", true)).isEqualTo(WriteOutcome.CONFIRMED);
    assertThat(memory.holding(7)).isEqualTo(1);
    assertThat(plc.set("D1.truck-here", true).refusal())
        .contains(new WriteRefusal.NotAnOutput("D1.truck-here"));
    assertThatThrownBy(() -> plc.value("D9.door-open"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("D9.door-open");
  }

  @Test
  void withoutALinkEveryValueIsUnknownAndAWriteIsNotClaimed() throws Exception {
    PlcPoints lonely =
        new PlcPoints(
            "plc-2",
            new ModbusTcpMaster("127.0.0.1", 1, Duration.ofMillis(200)),
            Map.of("door", Point.parse("coil 0")),
            PlcSettings.STANDARD,
            Clock.systemUTC());
    try (lonely) {
      lonely.open();
      await().until(() -> lonely.health().link() == LinkState.DOWN);
      assertThat(lonely.value("door").value()).isEmpty();
      assertThat(lonely.write("door", true)).isEqualTo(WriteOutcome.NOT_SENT);
    }
  }

  @Test
  void aPointTheControllerDoesNotHaveIsTroubleWithItsReason() {
    try (PlcPoints wrong =
        new PlcPoints(
            "plc-3",
            ModbusTcpMaster.at(slave.address(), Duration.ofMillis(500)),
            Map.of("ghost", Point.parse("holding 4000")),
            PlcSettings.STANDARD,
            Clock.systemUTC())) {
      wrong.open();
      await().until(() -> wrong.health().link() == LinkState.DOWN);
      assertThat(wrong.health().trouble().orElseThrow()).contains("no such address");
    }
  }

  @Test
  void aPlainPointChangesAfterTwoEqualPolls() {
    PointWatch watch = new PointWatch(2);
    assertThat(watch.poll(false)).containsExactly(false);
    assertThat(watch.poll(true)).isEmpty();
    assertThat(watch.poll(false)).isEmpty();
    assertThat(watch.poll(true)).isEmpty();
    assertThat(watch.poll(true)).containsExactly(true);
    assertThat(watch.poll(true)).isEmpty();
  }

  @Test
  void aCounterThatStartsAnewTellsNoPulses() {
    PointWatch watch = new PointWatch(1);
    watch.poll(false, 500);
    assertThat(watch.poll(false, 0)).isEmpty();
    assertThat(watch.poll(false, 1)).containsExactly(true, false);
    PointWatch wrapping = new PointWatch(1);
    wrapping.poll(false, 0xFFFF);
    assertThat(wrapping.poll(false, 0)).containsExactly(true, false);
  }

  @Test
  void aWideCounterGoesOnAfterItsLastNumberAndAfterAnOutage() {
    PointWatch watch = new PointWatch(1, 32);
    watch.poll(false, 0xFFFF_FFFEL);
    assertThat(watch.poll(false, 1)).hasSize(6);
    assertThat(watch.pulses()).isEqualTo(new PulseCount(3, 0));
    watch.poll(false, 0x1_0000L + 200);
    assertThat(watch.pulses()).isEqualTo(new PulseCount(3, 1));
    watch.poll(false, 0x1_0000L + 300);
    watch.forget();
    watch.poll(false, 0x1_0000L + 5_300);
    assertThat(watch.pulses()).isEqualTo(new PulseCount(5_103, 1));
    watch.forget();
    watch.poll(false, 7);
    assertThat(watch.pulses()).isEqualTo(new PulseCount(5_103, 2));
  }

  /** The counter is read a little before the input, as over a real wire. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyRisingEdgeIsToldOnceWheneverItFalls(long seed) {
    Random random = new Random(seed);
    PointWatch watch = new PointWatch(1);
    boolean signal = random.nextBoolean();
    int counter = random.nextInt(0x10000);
    int edges = 0;
    int told = 0;
    boolean last = watch.poll(signal, counter).getFirst();
    for (int i = 0; i < 200; i++) {
      for (int flips = random.nextInt(4); flips > 0; flips--) {
        signal = !signal;
        edges += signal ? 1 : 0;
        counter = counter + (signal ? 1 : 0) & 0xFFFF;
      }
      int counterRead = counter;
      if (random.nextInt(5) == 0) {
        signal = !signal;
        edges += signal ? 1 : 0;
        counter = counter + (signal ? 1 : 0) & 0xFFFF;
      }
      for (boolean value : watch.poll(signal, counterRead)) {
        assertThat(value).isNotEqualTo(last);
        last = value;
        told += value ? 1 : 0;
      }
      assertThat(watch.value()).isEqualTo(signal);
    }
    watch.poll(signal, counter);
    assertThat(Math.abs(told - edges)).isLessThanOrEqualTo(1);
  }

  @Test
  void neighbouringAddressesAreReadTogether() {
    assertThat(ReadPlan.of(List.of(5, 0, 1, 2, 20), 3, 100))
        .containsExactly(new Span(0, 6), new Span(20, 1));
    assertThat(ReadPlan.of(List.of(0, 1, 2, 3), 0, 2))
        .containsExactly(new Span(0, 2), new Span(2, 2));
  }

  @Test
  void aWrittenPointIsRead() {
    assertThat(Point.parse("coil 3")).isEqualTo(new Point(Point.Kind.COIL, 3, OptionalInt.empty()));
    assertThat(Point.parse("input 12 counter 112"))
        .isEqualTo(new Point(Point.Kind.INPUT, 12, OptionalInt.of(112)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "coil", "coil x", "output 3", "input 70000", "coil 3 counter 4", "coil -1"})
  void aPointWrittenWronglyIsRefusedWithASentence(String written) {
    assertThatThrownBy(() -> Point.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".{15,}");
  }

  private List<Boolean> valuesOf(String point) {
    return changes.stream()
        .filter(change -> change.point().equals(point))
        .map(PointChange::value)
        .toList();
  }
}
