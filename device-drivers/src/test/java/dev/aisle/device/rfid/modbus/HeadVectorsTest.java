package dev.aisle.device.rfid.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.modbus.RtuPeer;
import dev.aisle.device.rfid.TagRead;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests and answers as the makers print them, byte for byte on the wire. */
class HeadVectorsTest {
  private final List<TagRead> reads = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  @Test
  void anOmronV680sIsReadAndItsSlaveFailureIsNoDeadDevice() throws Exception {
    ServerSocket server = RtuPeer.anyPort();
    try (RtuPeer reader = RtuPeer.onTcp(server);
        ModbusMaster line = tcp(server);
        ModbusTagHead head = head("omron-v680s", line, 255)) {
      reader.answers =
          request ->
              switch (request.substring(4)) {
                case "00000006FF03A0000004" ->
                    request.substring(0, 4) + "0000000BFF03081122334455667788";
                default -> "";
              };
      head.open();
      await().until(() -> !reads.isEmpty());
      assertThat(reads.getFirst().epcHex()).isEqualTo("1122334455667788");
      reader.answers =
          request ->
              request.substring(0, 4)
                  + (request.endsWith("A0000004")
                      ? "00000003FF8304"
                      : "00000005FF03022001"); // the log: no tag
      long before = head.health().exchanges();
      await().until(() -> head.health().exchanges() > before + 6);
      assertThat(head.health().link()).isEqualTo(LinkState.UP);
      assertThat(head.health().signal()).isEqualTo(Ne107.OK);
      reader.answers = request -> request.substring(0, 4) + "00000003FF8306";
      await().until(() -> head.health().signal() == Ne107.CHECK);
      assertThat(head.health().trouble().orElseThrow()).contains("busy");
      assertThat(head.health().link()).isEqualTo(LinkState.UP);
    }
  }

  @Test
  void anOmronV780GivesTheEpcBehindItsProtocolControlWord() throws Exception {
    ServerSocket server = RtuPeer.anyPort();
    try (RtuPeer reader = RtuPeer.onTcp(server);
        ModbusMaster line = tcp(server);
        ModbusTagHead head = head("omron-v780", line, 255)) {
      reader.answers =
          request ->
              switch (request.substring(4)) {
                case "00000006FF0340000020" ->
                    request.substring(0, 4)
                        + "00000043FF03403000111122223333444455556666"
                        + "0000".repeat(25);
                case "00000006FF03DC000001" -> request.substring(0, 4) + "00000005FF0302FFD7";
                default -> "";
              };
      head.open();
      await().until(() -> !reads.isEmpty());
      assertThat(reads.getFirst().epcHex()).isEqualTo("111122223333444455556666");
      assertThat(reads.getFirst().rssiDbm().orElseThrow()).isEqualTo(-41);
    }
  }

  @Test
  void anIdentControlIsAskedWithTelegramsAndTellsWhatChanges() throws Exception {
    ServerSocket server = RtuPeer.anyPort();
    AtomicInteger step = new AtomicInteger();
    List<String> written = new ArrayList<>();
    try (RtuPeer reader = RtuPeer.onTcp(server);
        ModbusMaster line = tcp(server)) {
      String yaml =
          new String(
                  HeadProfiles.class.getResourceAsStream("pf-identcontrol.yaml").readAllBytes(),
                  java.nio.charset.StandardCharsets.UTF_8)
              .replace("  stride: 1000", "  tag_type: '03'\n  stride: 1000");
      HeadProfile profile = HeadProfiles.parse("identcontrol", yaml);
      reader.answers =
          request -> {
            String function = request.substring(14, 16);
            if (function.equals("10")) {
              written.add(request.substring(12));
              return request.substring(0, 8) + "0006" + request.substring(12, 24);
            }
            String telegram =
                switch (step.get()) {
                  case 0 -> ""; // nothing yet
                  case 1 -> "0006 0400 0001"; // change tag: executed, reply 1
                  case 2 -> "000E 1D01 0002 E004010012345678"; // a tag
                  default -> "0006 1D01 0503"; // no tag any more
                };
            if (step.get() == 0 && !written.isEmpty()) {
              step.set(1);
            } else if (step.get() == 1 && written.size() == 2) {
              step.set(2);
            }
            String words = "0003" + telegram.replace(" ", "");
            return request.substring(0, 8)
                + "004B"
                + request.substring(12, 16)
                + "48"
                + words
                + "0".repeat(144 - words.length());
          };
      try (ModbusTagHead head =
          new ModbusTagHead(
              "head", line, new ModbusTagHead.Place(1, 2), profile, Clock.systemUTC(), quick())) {
        List<String> gone = new CopyOnWriteArrayList<>();
        head.onRead(reads::add);
        head.onGone(tag -> gone.add(tag.epcHex()));
        head.open();
        await().until(() -> !reads.isEmpty());
        assertThat(reads.getFirst().epcHex()).isEqualTo("E004010012345678");
        step.set(3);
        await().until(() -> gone.contains("E004010012345678"));
        // Register 2000, four words: no deletion, 6 bytes, change tag, type 03 (30 33).
        assertThat(written.get(0)).isEqualTo("011007D0000408" + "0000000604003033");
        // Three words: 4 bytes, enhanced buffered read of the identity, toggled.
        assertThat(written.get(1)).isEqualTo("011007D0000306" + "000000041D01");
      }
    }
  }

  @Test
  void aChineseHeadIsPolledOnItsSerialLineAndTakenOutOfAutomaticUpload() throws Exception {
    Path port = folder.resolve("rs485");
    HeadProfile profile = HeadProfiles.shipped("cn-hf");
    try (RtuPeer reader = RtuPeer.onSerialLine(port);
        ModbusMaster line =
            ModbusMaster.to(ModbusSettings.rtu(port.toString(), profile.line().serial()));
        ModbusTagHead head = head("cn-hf", line, profile.line().unit())) {
      reader.answers =
          request ->
              switch (request) {
                case "0203000300017439" -> "0203020003BC45"; // mode 3: every 100 ms
                case "02060003000079F9" -> request;
                case "020300040006843A" -> "02030C0001FFC4112233445566778862F0";
                default -> "";
              };
      head.open();
      await().until(() -> !reads.isEmpty());
      assertThat(reads.getFirst().epcHex()).isEqualTo("1122334455667788");
      assertThat(reads.getFirst().rssiDbm().orElseThrow()).isEqualTo(-60);
      assertThat(reader.requests.subList(0, 3))
          .containsExactly("0203000300017439", "02060003000079F9", "020300040006843A");
      reader.answers = request -> "028304B0F3";
      await().until(() -> head.health().signal() == Ne107.CHECK);
      assertThat(head.health().link()).isEqualTo(LinkState.UP);
      assertThat(head.health().trouble().orElseThrow()).contains("exception 4");
    }
  }

  private ModbusTagHead head(String profile, ModbusMaster line, int unit) {
    ModbusTagHead head =
        new ModbusTagHead(
            "head",
            line,
            ModbusTagHead.Place.unit(unit),
            HeadProfiles.shipped(profile),
            Clock.systemUTC(),
            quick());
    head.onRead(reads::add);
    return head;
  }

  private static BackOff quick() {
    return new BackOff(Duration.ofMillis(20), Duration.ofMillis(100), 1);
  }

  private static ModbusMaster tcp(ServerSocket server) {
    return ModbusMaster.to(
        ModbusSettings.tcp("127.0.0.1:" + server.getLocalPort())
            .withTimeout(Duration.ofMillis(500)));
  }
}
