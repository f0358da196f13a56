package dev.aisle.device.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.modbus.RawSlave;
import dev.aisle.device.plc.HostWatchdog.CommunicationSafety;
import dev.aisle.device.plc.output.OutputRule;
import dev.aisle.device.plc.output.WriteRefusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlcSafetyTest {
  private static final Map<String, Point> POINTS =
      Map.of(
          "belt.run", Point.parse("coil 16"),
          "door.open", Point.parse("coil 17"),
          "door.close", Point.parse("coil 18"),
          "lamp", Point.parse("coil 40"),
          "valve", Point.parse("coil 50 inverted"),
          "speed_rpm", Point.parse("holding 10 int16 factor 0.1"),
          "dose_g", Point.parse("holding 12 int32 low-word-first"),
          "loose", Point.parse("coil 60"),
          "eye", Point.parse("input 0"));
  private static final Map<String, OutputRule> RULES =
      Map.of(
          "belt.run", OutputRule.onOff().withSafe(BigDecimal.ZERO),
          "door.open", OutputRule.onOff().withSafe(BigDecimal.ZERO),
          "door.close", OutputRule.onOff().withSafe(BigDecimal.ZERO),
          "lamp", OutputRule.parse("on, off every 1 s"),
          "valve", OutputRule.onOff(),
          "speed_rpm", OutputRule.parse("0 to 1500").withSafe(BigDecimal.ZERO),
          "dose_g", OutputRule.parse("0 to 100000"));

  private RawSlave slave;
  private PlcPoints plc;

  @BeforeEach
  void wire() throws Exception {
    slave = new RawSlave();
  }

  @AfterEach
  void unwire() throws Exception {
    plc.close();
    slave.close();
  }

  private void open(HostWatchdog watchdog, Optional<PlcIdentity> identity) {
    PlcSettings settings = new PlcSettings(1, Duration.ofMillis(10), 1);
    plc =
        new PlcPoints(
            "plc-1",
            ModbusTcpMaster.at(slave.address(), Duration.ofMillis(200)),
            new PlcWiring(POINTS, settings, RULES, watchdog, identity),
            Clock.systemUTC());
    plc.open();
  }

  private void openAndWait() {
    open(HostWatchdog.NONE, Optional.empty());
    await().until(() -> plc.health().link() == LinkState.UP);
  }

  private static final List<String> SAFE_VALUES = List.of("15: 16=0,0,0", "6: 10=0");

  @Test
  void whenTheLinkComesUpTheSafeValuesAreWrittenBeforeAnythingElse() {
    slave.coil(16, true);
    slave.holding(10, 700);
    openAndWait();
    assertThat(slave.writes()).containsExactlyElementsOf(SAFE_VALUES);
    assertThat(slave.coil(16)).isFalse();
    assertThat(plc.write("belt.run", true)).isEqualTo(WriteOutcome.CONFIRMED);
    slave.forgetWrites();
    slave.silent(true);
    await().until(() -> plc.health().link() == LinkState.DOWN);
    assertThat(plc.value("belt.run").known()).isFalse();
    WriteResult lost = plc.set("lamp", true);
    assertThat(lost.outcome()).isEqualTo(WriteOutcome.NOT_SENT);
    assertThat(lost.refusal()).contains(new WriteRefusal.NotConnected("lamp"));
    slave.silent(false);
    await().until(() -> plc.health().link() == LinkState.UP);
    assertThat(slave.writes()).containsExactlyElementsOf(SAFE_VALUES);
    assertThat(slave.rises(16)).isEqualTo(2);
  }

  @Test
  void aWriteThatIsCarriedOutButNotAnsweredIsReadBackAndNotRepeated() {
    openAndWait();
    slave.swallowNext(5);
    assertThat(plc.write("door.open", true)).isEqualTo(WriteOutcome.CONFIRMED);
    assertThat(slave.rises(17)).isEqualTo(1);
    assertThat(slave.writes()).filteredOn(write -> write.equals("5: 17=1")).hasSize(1);
  }

  @Test
  void aWriteThatIsNeitherAnsweredNorSeenIsUnknownAndNotRepeated() {
    openAndWait();
    slave.silent(true);
    assertThat(plc.write("door.open", true)).isIn(WriteOutcome.UNKNOWN, WriteOutcome.NOT_SENT);
    slave.silent(false);
    await().until(() -> plc.health().link() == LinkState.UP);
    assertThat(slave.rises(17)).isZero();
  }

  @Test
  void neighboursAreWrittenTogetherAndOneByOneWhereTheControllerKnowsNoBetter() {
    openAndWait();
    slave.forgetWrites();
    Map<String, Boolean> wanted = new LinkedHashMap<>();
    wanted.put("door.close", true);
    wanted.put("belt.run", true);
    wanted.put("door.open", false);
    assertThat(plc.setAll(wanted)).allMatch(WriteResult::confirmed);
    assertThat(slave.writes()).containsExactly("15: 16=1,0,1");
    slave.forgetWrites();
    slave.refuse(15);
    wanted.replaceAll((point, on) -> false);
    assertThat(plc.setAll(wanted)).allMatch(WriteResult::confirmed);
    assertThat(slave.writes()).containsExactly("5: 16=0", "5: 17=0", "5: 18=0");
  }

  @Test
  void onlyDeclaredOutputsAreWrittenAndOnlyWithAllowedValues() {
    openAndWait();
    slave.forgetWrites();
    assertThat(plc.set("loose", true).refusal()).contains(new WriteRefusal.NotAnOutput("loose"));
    assertThat(plc.set("eye", true).refusal()).contains(new WriteRefusal.NotAnOutput("eye"));
    assertThat(plc.set("ghost", true).refusal()).contains(new WriteRefusal.NoSuchPoint("ghost"));
    assertThat(plc.set("speed_rpm", new BigDecimal("1500.1")).refusal().orElseThrow().reason())
        .isEqualTo("speed_rpm may not be 1500.1; allowed: 0 to 1500");
    assertThat(plc.set("speed_rpm", new BigDecimal("0.05")).refusal())
        .contains(new WriteRefusal.DoesNotFit("speed_rpm", new BigDecimal("0.05")));
    Map<String, Boolean> half = new LinkedHashMap<>();
    half.put("belt.run", true);
    half.put("loose", true);
    assertThat(plc.setAll(half))
        .singleElement()
        .satisfies(no -> assertThat(no.outcome()).isEqualTo(WriteOutcome.NOT_ALLOWED));
    assertThat(slave.writes()).isEmpty();
    assertThat(plc.set("lamp", true).confirmed()).isTrue();
    assertThat(plc.set("lamp", false).refusal().orElseThrow())
        .isInstanceOf(WriteRefusal.TooSoon.class);
  }

  @Test
  void numbersAndInvertedOutputsAreWrittenAsTheyLie() {
    openAndWait();
    slave.forgetWrites();
    assertThat(plc.set("speed_rpm", new BigDecimal("70.5")).confirmed()).isTrue();
    assertThat(plc.set("dose_g", new BigDecimal("70000")).confirmed()).isTrue();
    assertThat(plc.set("valve", true).confirmed()).isTrue();
    assertThat(slave.writes()).containsExactly("6: 10=705", "16: 12=4464,1", "5: 50=0");
    await()
        .untilAsserted(
            () -> {
              assertThat(plc.value("speed_rpm").number().orElseThrow())
                  .isEqualByComparingTo("70.5");
              assertThat(plc.value("dose_g").number().orElseThrow()).isEqualByComparingTo("70000");
              assertThat(plc.value("valve").value()).contains(true);
            });
  }

  @Test
  void theHeartbeatGoesOnWhileTheLinkIsUp() {
    open(HostWatchdog.heartbeat(99, Duration.ofMillis(50)), Optional.empty());
    await().until(() -> slave.holding(99) >= 5);
    assertThat(slave.writes().subList(0, 2)).isEqualTo(SAFE_VALUES);
    assertThat(slave.writes()).contains("6: 99=1", "6: 99=2", "6: 99=3");
  }

  @Test
  void aModuleThatIsNotTheExpectedOneIsNeverWritten() {
    slave.holding(210, 0x4117);
    open(HostWatchdog.NONE, Optional.of(new PlcIdentity(210, "4150")));
    await().until(() -> plc.health().link() == LinkState.DOWN);
    assertThat(plc.health().trouble().orElseThrow()).contains("41170000", "4150");
    assertThat(slave.writes()).isEmpty();
    slave.holding(210, 0x4150);
    await().until(() -> plc.health().link() == LinkState.UP);
  }

  @Test
  void aModuleWhoseOwnWatchHasTrippedIsSetToItsSafeValuesAgain() {
    slave.holding(214, 1);
    HostWatchdog watched =
        new HostWatchdog(Optional.empty(), Optional.of(new CommunicationSafety(214, 215)));
    open(watched, Optional.empty());
    await().until(() -> plc.health().signal() == Ne107.OK);
    slave.forgetWrites();
    slave.holding(215, 1);
    await().until(() -> plc.watchdogTrips() == 1);
    await().until(() -> slave.writes().containsAll(SAFE_VALUES));
    await().until(() -> plc.health().signal() == Ne107.CHECK);
    slave.holding(215, 0);
    await().until(() -> plc.health().signal() == Ne107.OK);
    slave.holding(214, 0);
    slave.cutConnections();
    await().until(() -> plc.health().signal() == Ne107.CHECK);
    assertThat(plc.health().trouble().orElseThrow()).contains("does not watch its line");
  }
}
