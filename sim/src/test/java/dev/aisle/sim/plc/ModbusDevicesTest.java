package dev.aisle.sim.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusTcpMaster;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ModbusDevicesTest {
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  private final int port = freePort();
  private final PlcSpec spec =
      new PlcSpec(
          "plc-1",
          port,
          Map.of(
              "D1.door-open", PlcPoint.coil(0),
              "D1.eye-outer", PlcPoint.input(0),
              "D1.eye-inner", PlcPoint.input(7)));

  @Test
  void aMasterReadsInputsAndWritesTheDoorCoil() throws Exception {
    try (SimulatedPlc plc = new SimulatedPlc(spec, Optional.empty());
        ModbusTcpMaster master = new ModbusTcpMaster("127.0.0.1", port, TIMEOUT)) {
      plc.sense("D1.eye-inner", true);
      assertThat(master.readInputs(1, 0, 16).stream()).containsExactly(7);
      assertThat(plc.coil("D1.door-open")).isFalse();
      master.writeCoil(1, 0, true);
      assertThat(plc.coil("D1.door-open")).isTrue();
      assertThat(master.readCoils(1, 0, 8).stream()).containsExactly(0);
      assertThatThrownBy(() -> master.readInputs(1, 95, 16))
          .isInstanceOf(ModbusFailure.Refused.class);
    }
  }

  @Test
  void everyRisingEdgeIsCountedAlsoBetweenTwoPollsAndAcrossARestart() throws Exception {
    PlcState saved;
    try (SimulatedPlc plc = new SimulatedPlc(spec, Optional.empty());
        ModbusTcpMaster master = new ModbusTcpMaster("127.0.0.1", port, TIMEOUT)) {
      for (int i = 0; i < 3; i++) {
        plc.sense("D1.eye-outer", true);
        plc.sense("D1.eye-outer", true);
        plc.sense("D1.eye-outer", false);
      }
      master.writeCoil(1, 0, true);
      assertThat(master.readHolding(1, 100, 8)).containsExactly(3, 0, 0, 0, 0, 0, 0, 0);
      saved = plc.save();
    }
    PlcSpec elsewhere = new PlcSpec("plc-1", freePort(), spec.points());
    try (SimulatedPlc plc = new SimulatedPlc(elsewhere, Optional.of(saved));
        ModbusTcpMaster master = new ModbusTcpMaster("127.0.0.1", elsewhere.port(), TIMEOUT)) {
      assertThat(master.readHolding(1, 100, 1)).containsExactly(3);
      assertThat(plc.coil("D1.door-open")).isTrue();
    }
  }

  @Test
  void aSilentPlcAnswersNothingAndThenAgain() throws Exception {
    try (SimulatedPlc plc = new SimulatedPlc(spec, Optional.empty());
        ModbusTcpMaster master = new ModbusTcpMaster("127.0.0.1", port, Duration.ofMillis(150))) {
      master.readInputs(1, 0, 8);
      plc.keepSilent(Duration.ofMillis(600));
      assertThatThrownBy(() -> master.readInputs(1, 0, 8)).isInstanceOf(ModbusFailure.class);
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .ignoreExceptions()
          .until(() -> master.readInputs(1, 0, 8).isEmpty());
    }
  }

  @Test
  void eachTagHeadIsAUnitThatShowsWhatLiesUnderIt() throws Exception {
    List<HeadSpec> specs =
        List.of(new HeadSpec("head-A", 1, "P1-A"), new HeadSpec("head-B", 2, "P1-B"));
    try (SimulatedTagHeads heads = new SimulatedTagHeads(port, specs);
        ModbusTcpMaster master = new ModbusTcpMaster("127.0.0.1", port, TIMEOUT)) {
      heads.sense("head-B", Optional.of("3174257BF4499602D2000000"));
      assertThat(master.readHolding(1, 0, 10)).containsOnly(0);
      int[] seen = master.readHolding(2, 0, 10);
      assertThat(seen)
          .containsExactly(1, 1, 12, 0x3174, 0x257B, 0xF449, 0x9602, 0xD200, 0x0000, 0x10000 - 42);
      heads.sense("head-B", Optional.empty());
      assertThat(master.readHolding(2, 0, 4)).containsExactly(0, 2, 0, 0);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
