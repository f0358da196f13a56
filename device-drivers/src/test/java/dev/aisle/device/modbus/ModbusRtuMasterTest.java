package dev.aisle.device.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aisle.device.serial.LineSettings;
import dev.aisle.device.serial.Parity;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModbusRtuMasterTest {
  private static final String POLL = "020300040006843A";
  private static final String TAG = "02030C0001FFC4112233445566778862F0";

  /** Longer than a peer in this process may stand still while other tests run. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @TempDir Path folder;
  private RtuPeer peer;
  private ModbusMaster master;

  @BeforeEach
  void connect() throws Exception {
    Path port = folder.resolve("rs485");
    peer = RtuPeer.onSerialLine(port);
    master = master(port.toString());
  }

  @AfterEach
  void disconnect() throws Exception {
    master.close();
    peer.close();
  }

  @Test
  void aTagReaderIsPolledByteForByte() throws Exception {
    peer.answers = request -> request.equals(POLL) ? TAG : "";
    assertThat(master.readHolding(2, 4, 6))
        .containsExactly(1, 0xFFC4, 0x1122, 0x3344, 0x5566, 0x7788);
    assertThat(peer.requests).containsExactly(POLL);
  }

  @Test
  void anExceptionIsARefusal() {
    peer.answers = request -> "028304B0F3";
    ModbusFailure.Refused refusal =
        catchThrowableOfType(ModbusFailure.Refused.class, () -> master.readHolding(2, 4, 6));
    assertThat(refusal.code()).isEqualTo(4);
  }

  @Test
  void bitsAreReadAndWrittenByteForByte() throws Exception {
    peer.answers =
        request ->
            switch (request) {
              case "FF02000000086C12" -> frame("FF020105");
              case "0101000000083DCC" -> frame("01010180");
              case "01020000000879CC" -> frame("01020100");
              case "01050000FF008C3A", "010500000000CDCA" -> request;
              case "010F0000000801FFBED5" -> frame("010F00000008");
              default -> "";
            };
    assertThat(master.readInputs(255, 0, 8).stream()).containsExactly(0, 2);
    assertThat(master.readCoils(1, 0, 8).stream()).containsExactly(7);
    assertThat(master.readInputs(1, 0, 8).isEmpty()).isTrue();
    master.writeCoil(1, 0, true);
    master.writeCoil(1, 0, false);
    BitSet all = new BitSet();
    all.set(0, 8);
    master.writeCoils(1, 0, all, 8);
    assertThat(peer.requests).hasSize(6);
  }

  @Test
  void registersAreWritten() throws Exception {
    peer.answers = request -> request.startsWith("0106") ? request : frame("011000050002");
    master.writeRegister(1, 3, 0xABCD);
    master.writeRegisters(1, 5, 1, 2);
    assertThat(peer.requests)
        .containsExactly(frame("01060003ABCD"), frame("0110000500020400010002"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "noise, 00FF02FF, ''",
    "the echo of the request, 020300040006843A, ''",
    "another unit's answer, 0303020001, ''",
    "what follows it, '', 00FF"
  })
  void theAnswerIsFoundAmong(String what, String before, String after) throws Exception {
    peer.answers = request -> before + TAG + after;
    assertThat(master.readHolding(2, 4, 6)[2]).isEqualTo(0x1122);
    assertThat(master.readHolding(2, 4, 6)[5]).isEqualTo(0x7788);
  }

  @Test
  void anAnswerWithAWrongChecksumIsNoneAndNothingIsSentTwice() throws Exception {
    peer.answers = request -> TAG.replace("62F0", "62F1");
    assertThatThrownBy(() -> master.readHolding(2, 4, 6))
        .isInstanceOf(ModbusFailure.NoAnswer.class)
        .hasMessageContaining("wrong checksum");
    assertThat(peer.requests).hasSize(1);
    peer.answers = request -> TAG;
    assertThat(master.readHolding(2, 4, 6)).hasSize(6);
  }

  @Test
  void anAnswerOfAnotherLengthOrToAnotherWriteIsNotTaken() {
    peer.answers = request -> frame("0203020001");
    assertThatThrownBy(() -> master.readHolding(2, 4, 6))
        .isInstanceOf(ModbusFailure.NoAnswer.class)
        .hasMessageContaining("something else");
    peer.answers = request -> frame("020600030002");
    assertThatThrownBy(() -> master.writeRegister(2, 3, 1))
        .isInstanceOf(ModbusFailure.NoAnswer.class);
  }

  @Test
  void anAnswerThatComesTooLateIsNotTakenForTheNext() throws Exception {
    CountDownLatch late = new CountDownLatch(1);
    peer.answers =
        request -> {
          if (request.equals(frame("020300000001"))) {
            return frame("0203020002");
          }
          waitFor(late);
          return frame("0203020001");
        };
    assertThatThrownBy(() -> master.readHolding(2, 9, 1))
        .isInstanceOf(ModbusFailure.NoAnswer.class);
    late.countDown();
    assertThat(master.readHolding(2, 0, 1)).containsExactly(2);
  }

  @Test
  void aSilentUnitHoldsUpItsNeighboursOnlyAFewTimes() throws Exception {
    peer.answers = request -> request.startsWith("05") ? "" : frame("0203020001");
    for (int i = 0; i < 3; i++) {
      assertThat(master.readHolding(2, 0, 1)).containsExactly(1);
      assertThatThrownBy(() -> master.readHolding(5, 0, 1))
          .isInstanceOf(ModbusFailure.NoAnswer.class);
    }
    // The first silence came after an answer, so this one decides that it is not the line.
    assertThatThrownBy(() -> master.readHolding(5, 0, 1))
        .isInstanceOf(ModbusFailure.NotAsked.class)
        .hasMessageContaining("unit 5");
    assertThat(peer.requests.stream().filter(r -> r.startsWith("05"))).hasSize(3);
    assertThat(master.readHolding(2, 0, 1)).containsExactly(1);
  }

  @Test
  void unitsTakeTurnsHoweverOftenOneAsks() throws Exception {
    master.close();
    master = master(folder.resolve("rs485").toString(), Duration.ofSeconds(10));
    List<Integer> order = new CopyOnWriteArrayList<>();
    CountDownLatch begun = new CountDownLatch(3);
    peer.answers =
        request -> {
          waitFor(begun);
          order.add(Integer.parseInt(request.substring(0, 2), 16));
          return frame(request.substring(0, 2) + "03020001");
        };
    CountDownLatch done = new CountDownLatch(3);
    for (int unit = 1; unit <= 3; unit++) {
      int mine = unit;
      Thread.ofVirtual()
          .start(
              () -> {
                begun.countDown();
                for (int i = 0; i < 10; i++) {
                  try {
                    master.readHolding(mine, 0, 1);
                  } catch (ModbusFailure e) {
                    return;
                  }
                }
                done.countDown();
              });
    }
    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    // Once all three have begun, none comes twice before the others came once.
    List<Integer> middle = order.subList(6, 24);
    for (int i = 3; i < middle.size(); i++) {
      assertThat(middle.get(i)).as("%s", order).isEqualTo(middle.get(i - 3));
    }
  }

  @Test
  void aPortInUseIsNotOpenedASecondTime() throws Exception {
    peer.answers = request -> TAG;
    master.readHolding(2, 4, 6);
    try (ModbusMaster second = master(folder.resolve("rs485").toString())) {
      assertThatThrownBy(() -> second.readHolding(2, 4, 6))
          .isInstanceOf(ModbusFailure.LinkLost.class)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void aPulledCableIsALostLinkAndTheLineComesBack() throws Exception {
    peer.answers = request -> TAG;
    master.readHolding(2, 4, 6);
    peer.close();
    assertThatThrownBy(() -> master.readHolding(2, 4, 6))
        .isInstanceOf(ModbusFailure.LinkLost.class);
    assertThatThrownBy(() -> master.readHolding(2, 4, 6))
        .isInstanceOf(ModbusFailure.LinkLost.class)
        .hasMessageContaining("no port");
    peer = RtuPeer.onSerialLine(folder.resolve("rs485"));
    peer.answers = request -> TAG;
    assertThat(master.readHolding(2, 4, 6)).hasSize(6);
  }

  @Test
  void throughASerialServerTheChecksumIsCheckedToo() throws Exception {
    ServerSocket server = RtuPeer.anyPort();
    ModbusSettings settings =
        ModbusSettings.rtuOverTcp("127.0.0.1:" + server.getLocalPort()).withTimeout(PATIENCE);
    try (RtuPeer bus = RtuPeer.onTcp(server);
        ModbusMaster through = ModbusMaster.to(settings)) {
      bus.answers = request -> TAG;
      assertThat(through.readHolding(2, 4, 6)[2]).isEqualTo(0x1122);
      assertThat(bus.requests).containsExactly(POLL);
      bus.answers = request -> "028304B0F3";
      assertThatThrownBy(() -> through.readHolding(2, 4, 6))
          .isInstanceOf(ModbusFailure.Refused.class);
      bus.answers = request -> TAG.replace("1122", "1123");
      assertThatThrownBy(() -> through.readHolding(2, 4, 6))
          .isInstanceOf(ModbusFailure.NoAnswer.class)
          .hasMessageContaining("wrong checksum");
    }
  }

  @Test
  void closingAShareLeavesTheLineOpen() throws Exception {
    peer.answers = request -> TAG;
    ModbusMaster share = master.shared();
    share.readHolding(2, 4, 6);
    share.close();
    assertThat(master.isConnected()).isTrue();
    master.close();
    assertThat(share.isConnected()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "tcp, 10.0.0.7, 10.0.0.7, 502",
    "rtu-over-tcp, plc.example:4001, plc.example, 4001",
    "tcp, '[fd00::1]:503', '[fd00::1]', 503"
  })
  void anAddressNamesHostAndPort(String mode, String address, String host, int port) {
    ModbusSettings settings =
        new ModbusSettings(
            ModbusSettings.Mode.parse(mode),
            address,
            ModbusSettings.USUAL_LINE,
            ModbusSettings.USUAL_TIMEOUT);
    assertThat(settings.host()).isEqualTo(host);
    assertThat(settings.port()).isEqualTo(port);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> ModbusSettings.tcp("/dev/ttyUSB0")).hasMessageContaining("host:port");
    assertThatThrownBy(() -> ModbusSettings.Mode.parse("ascii")).hasMessageContaining("rtu");
    assertThatThrownBy(() -> Parity.parse("mark")).hasMessageContaining("even");
    assertThat(new LineSettings(9600, Parity.EVEN, 1).text()).isEqualTo("9600 8E1");
    assertThat(new LineSettings(9600, Parity.EVEN, 1).time(96)).isEqualTo(Duration.ofMillis(110));
  }

  private static ModbusMaster master(String port) {
    return master(port, PATIENCE);
  }

  private static ModbusMaster master(String port, Duration patience) {
    return ModbusMaster.to(
        ModbusSettings.rtu(port, LineSettings.plain(115_200)).withTimeout(patience));
  }

  private static String frame(String hexWithoutChecksum) {
    byte[] all = dev.aisle.device.rfid.Hex.bytes(hexWithoutChecksum);
    return dev.aisle.device.rfid.Hex.of(
        RtuFrame.of(all[0], java.util.Arrays.copyOfRange(all, 1, all.length)));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
