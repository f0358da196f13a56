package dev.aisle.device.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aisle.device.rfid.Hex;
import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ModbusTcpMasterTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  @Test
  void bitsAndRegistersAreReadAndWritten() throws Exception {
    try (Slave slave = new Slave();
        ModbusTcpMaster master = ModbusTcpMaster.at(slave.address(), PATIENCE)) {
      Slave.Unit unit = slave.unit(1, 20, 20);
      unit.input(9, true);
      unit.holding(3, 0xFFFE);
      unit.inputRegister(4, 77);
      assertThat(master.readInputs(1, 8, 10).stream()).containsExactly(1);
      assertThat(master.readHolding(1, 2, 3)).containsExactly(0, 0xFFFE, 0);
      assertThat(master.readInputRegisters(1, 4, 1)).containsExactly(77);
      master.writeCoil(1, 17, true);
      assertThat(unit.coil(17)).isTrue();
      assertThat(master.readCoils(1, 0, 20).stream()).containsExactly(17);
      master.writeRegister(1, 5, 1234);
      assertThat(unit.holding(5)).isEqualTo(1234);
      BitSet three = new BitSet();
      three.set(0);
      three.set(2);
      master.writeCoils(1, 9, three, 3);
      assertThat(master.readCoils(1, 8, 5).stream()).containsExactly(1, 3);
      master.writeRegisters(1, 10, 0xABCD, 7);
      assertThat(master.readHolding(1, 9, 4)).containsExactly(0, 0xABCD, 7, 0);
    }
  }

  @Test
  void aRefusalCarriesItsExceptionCodeAndKeepsTheLink() throws Exception {
    try (Slave slave = new Slave();
        ModbusTcpMaster master = ModbusTcpMaster.at(slave.address(), PATIENCE)) {
      slave.unit(1, 4, 4);
      ModbusFailure.Refused refusal =
          catchThrowableOfType(ModbusFailure.Refused.class, () -> master.readHolding(1, 100, 2));
      assertThat(refusal.code()).isEqualTo(2);
      assertThat(refusal).hasMessageContaining("no such address");
      assertThat(master.isConnected()).isTrue();
      assertThat(master.readHolding(1, 0, 1)).containsExactly(0);
    }
  }

  @Test
  void aDeviceThatIsNotThereIsALostLink() throws Exception {
    int port;
    try (ServerSocket any = new ServerSocket(0)) {
      port = any.getLocalPort();
    }
    try (ModbusTcpMaster master = new ModbusTcpMaster("127.0.0.1", port, PATIENCE)) {
      assertThatThrownBy(() -> master.readCoils(1, 0, 1))
          .isInstanceOf(ModbusFailure.LinkLost.class)
          .hasMessageContaining(":" + port);
    }
  }

  @Test
  void aWriteWithoutAnAnswerIsSentOnceAndTheLinkIsDropped() throws Exception {
    try (Silent device = new Silent();
        ModbusTcpMaster master = new ModbusTcpMaster("127.0.0.1", device.port(), PATIENCE)) {
      assertThatThrownBy(() -> master.writeCoil(1, 3, true))
          .isInstanceOf(ModbusFailure.NoAnswer.class);
      assertThat(master.isConnected()).isFalse();
      assertThatThrownBy(() -> master.readCoils(1, 0, 1))
          .isInstanceOf(ModbusFailure.NoAnswer.class);
      Awaitility.await().until(() -> device.requests.size() == 2);
      assertThat(device.requests.get(0)).endsWith("01050003FF00");
      assertThat(device.requests.get(1)).endsWith("010100000001");
    }
  }

  @Test
  void anAnswerToAnotherRequestIsNotTaken() throws Exception {
    try (Silent device = new Silent();
        ModbusTcpMaster master = new ModbusTcpMaster("127.0.0.1", device.port(), PATIENCE)) {
      device.answer = Hex.bytes("7777 0000 0005 01 03 02 002A");
      assertThatThrownBy(() -> master.readHolding(1, 0, 1))
          .isInstanceOf(ModbusFailure.LinkLost.class)
          .hasMessageContaining("something else");
      device.answer = Hex.bytes("0002 0000 0005 01 03 02 002A");
      assertThat(master.readHolding(1, 0, 1)).containsExactly(42);
      device.answer = Hex.bytes("0003 0000 0005 01 03 02 002A");
      assertThatThrownBy(() -> master.readHolding(1, 0, 2))
          .isInstanceOf(ModbusFailure.LinkLost.class)
          .hasMessageContaining("fewer");
      device.answer = Hex.bytes("0004 0000 0003 01 6B 00");
      assertThatThrownBy(() -> master.readHolding(1, 0, 1)).isInstanceOf(ModbusFailure.class);
    }
  }

  @Test
  void afterALostLinkTheNextRequestConnectsAgain() throws Exception {
    int port;
    try (Silent device = new Silent()) {
      port = device.port();
      try (ModbusTcpMaster master = new ModbusTcpMaster("127.0.0.1", port, PATIENCE)) {
        assertThatThrownBy(() -> master.readCoils(1, 0, 1)).isInstanceOf(ModbusFailure.class);
        device.close();
        assertThatThrownBy(() -> master.readCoils(1, 0, 1)).isInstanceOf(ModbusFailure.class);
        try (Slave slave = new Slave(port)) {
          slave.unit(1, 2, 2).coil(1, true);
          assertThat(master.readCoils(1, 0, 2).get(1)).isTrue();
        }
      }
    }
  }

  @Test
  void anImpossibleCountIsAMistakeOfTheCaller() {
    try (ModbusTcpMaster master = new ModbusTcpMaster("127.0.0.1", 1, PATIENCE)) {
      assertThatThrownBy(() -> master.readHolding(1, 0, 126))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> master.readCoils(1, 0, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Takes requests and answers only what it was given. */
  private static final class Silent implements AutoCloseable {
    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile byte[] answer = new byte[0];
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    Silent() throws Exception {
      Thread thread = new Thread(this::serve, "silent-modbus");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return server.getLocalPort();
    }

    private void serve() {
      while (!server.isClosed()) {
        try (Socket client = server.accept()) {
          DataInputStream in = new DataInputStream(client.getInputStream());
          while (true) {
            byte[] request = in.readNBytes(12);
            if (request.length < 12) {
              break;
            }
            requests.add(Hex.of(request));
            client.getOutputStream().write(answer);
          }
        } catch (java.io.IOException e) {
          // The master dropped the connection, which is what some tests are about.
          continue;
        }
      }
    }

    @Override
    public void close() throws Exception {
      server.close();
    }
  }
}
