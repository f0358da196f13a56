package dev.aisle.sim.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.serial.LineSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our slaves are asked, and our master is answered, by programs we have not written. */
class IndependentPeersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @TempDir Path folder;

  @Test
  void mbpollReadsAndWritesOurSlaveOverTcp() throws Exception {
    ValueHead head = new ValueHead(false);
    head.sense(Optional.of("1122334455667788"));
    try (TcpSlaves slaves = new TcpSlaves(0, new DataUnits(Map.of(2, head)))) {
      String port = Integer.toString(slaves.port());
      Peer.Said said =
          Peer.mbpoll(
              "-m",
              "tcp",
              "-p",
              port,
              "-a",
              "2",
              "-0",
              "-r",
              "4",
              "-c",
              "6",
              "-t",
              "4:hex",
              "-1",
              "127.0.0.1");
      assertThat(said.text()).contains("[4]: \t0x0001", "[5]: \t0xFFC4", "[6]: \t0x1122");
      assertThat(said.text()).contains("[9]: \t0x7788");
      assertThat(said.exit()).isZero();
      Peer.Said written =
          Peer.mbpoll(
              "-m", "tcp", "-p", port, "-a", "2", "-0", "-r", "3", "-t", "4", "127.0.0.1", "2");
      assertThat(written.exit()).as(written.text()).isZero();
      assertThat(head.mode()).isEqualTo(2);
      Peer.Said beyond =
          Peer.mbpoll(
              "-m", "tcp", "-p", port, "-a", "2", "-0", "-r", "99", "-t", "4", "-1", "127.0.0.1");
      assertThat(beyond.text()).contains("Illegal data address");
    }
  }

  @Test
  void mbpollReadsAndWritesOurSlaveOverASerialLine() throws Exception {
    Path port = folder.resolve("rs485");
    InveoHead inveo = new InveoHead();
    inveo.sense(Optional.of("0A0B0C0D0E"));
    DataUnits units = new DataUnits(Map.of(1, inveo));
    try (RtuBus bus = RtuBus.onSerialLine(port, 9600, units, 1)) {
      Awaitility.await().until(() -> Files.exists(port));
      Peer.Said said = serial(port, "-r", "1000", "-c", "5", "-t", "4:hex", "-1");
      assertThat(said.text()).contains("[1000]: \t0x0001", "[1002]: \t0x0A0B", "[1004]: \t0x0E00");
      assertThat(serial(port, "-r", "1016", "-c", "2", "-t", "0", "-1").text())
          .contains("[1016]: \t1", "[1017]: \t1");
      Peer.Said written =
          Peer.mbpoll(
              "-m",
              "rtu",
              "-b",
              "9600",
              "-P",
              "none",
              "-a",
              "1",
              "-0",
              "-r",
              "1017",
              "-t",
              "0",
              port.toString(),
              "0");
      assertThat(written.exit()).as(written.text()).isZero();
      assertThat(inveo.saysReset()).isFalse();
      assertThat(bus.address()).isEqualTo(port.toString());
    }
  }

  private static Peer.Said serial(Path port, String... words) throws Exception {
    String[] all = new String[8 + words.length + 1];
    String[] line = {"-m", "rtu", "-b", "9600", "-P", "none", "-a", "1"};
    System.arraycopy(line, 0, all, 0, 8);
    System.arraycopy(words, 0, all, 8, words.length);
    all[all.length - 1] = port.toString();
    String[] fromZero = new String[all.length + 1];
    fromZero[0] = "-0";
    System.arraycopy(all, 0, fromZero, 1, all.length);
    return Peer.mbpoll(fromZero);
  }

  @Test
  void ourMasterTalksWithAnotherSlaveOverTcp() throws Exception {
    int port;
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = any.getLocalPort();
    }
    try (Peer slave = Peer.slave("tcp", Integer.toString(port));
        ModbusMaster master =
            ModbusMaster.to(ModbusSettings.tcp("127.0.0.1:" + port).withTimeout(PATIENCE))) {
      talk(master);
      assertThat(slave).isNotNull();
    }
  }

  @Test
  void ourMasterTalksWithAnotherSlaveOverASerialLine() throws Exception {
    Path theirs = folder.resolve("theirs");
    Path ours = folder.resolve("ours");
    try (Peer cable = Peer.cable(theirs, ours);
        Peer slave = Peer.slave("rtu", theirs.toString(), "19200");
        ModbusMaster master =
            ModbusMaster.to(
                ModbusSettings.rtu(ours.toString(), LineSettings.plain(19_200))
                    .withTimeout(PATIENCE))) {
      talk(master);
      assertThat(cable).isNotEqualTo(slave);
    }
  }

  private static void talk(ModbusMaster master) throws ModbusFailure {
    assertThat(master.readHolding(7, 3, 3)).containsExactly(1003, 1004, 1005);
    assertThat(master.readHolding(7, 0, 125)).hasSize(125).endsWith(1124);
    assertThat(master.readInputRegisters(7, 0, 1)).containsExactly(1000 ^ 0xFFFF);
    assertThat(master.readCoils(7, 0, 10).stream()).containsExactly(0, 3, 6, 9);
    assertThat(master.readInputs(7, 0, 4).stream()).containsExactly(1, 2);
    master.writeRegister(7, 10, 0xBEEF);
    master.writeRegisters(7, 11, 1, 2, 3);
    assertThat(master.readHolding(7, 10, 4)).containsExactly(0xBEEF, 1, 2, 3);
    master.writeCoil(7, 1, true);
    BitSet pattern = new BitSet();
    pattern.set(0);
    pattern.set(9);
    master.writeCoils(7, 20, pattern, 10);
    assertThat(master.readCoils(7, 0, 4).stream()).containsExactly(0, 1, 3);
    assertThat(master.readCoils(7, 20, 10).stream()).containsExactly(0, 9);
    ModbusFailure.Refused refusal =
        catchThrowableOfType(ModbusFailure.Refused.class, () -> master.readHolding(7, 500, 1));
    assertThat(refusal.code()).isEqualTo(2);
  }
}
