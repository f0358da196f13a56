package dev.aisle.device.rfid.bb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.SerialPortLink;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real driver, through jSSC and a pseudo-terminal, against a module that answers in bytes. */
class BbReaderTest {
  private static final String PALLET = "3174257BF4499602D2000000";
  private static final String OTHER = "3074257BF7194E4000001A85";

  /** What is promised: an outage is seen, and over, within this. */
  private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

  @TempDir Path folder;
  private final List<TagRead> reads = new CopyOnWriteArrayList<>();
  private Path port;
  private BbModule module;
  private UhfReader reader;

  @BeforeEach
  void connect() throws Exception {
    port = folder.resolve("reader-D1");
    module = new BbModule(port);
    reader =
        reader(
            new UhfSettings(
                OptionalInt.empty(),
                Optional.of(Region.CHINA_900),
                OptionalInt.of(2600),
                Map.of(),
                List.of(),
                Optional.empty()));
  }

  @AfterEach
  void disconnect() throws Exception {
    reader.close();
    module.close();
  }

  @Test
  void aTagBeforeTheReaderIsRead() {
    reader.open();
    module.field.add(PALLET);
    await().until(() -> reads.size() > 3);
    TagRead read = reads.getFirst();
    assertThat(read.reader()).isEqualTo("reader-D1");
    assertThat(read.antenna()).isEqualTo(1);
    assertThat(read.epcHex()).isEqualTo(PALLET);
    assertThat(read.rssiDbm()).isEqualTo(OptionalDouble.of(-60));
  }

  @Test
  void theModuleIsIdentifiedAndSetUpBeforeItReads() {
    reader.open();
    await().until(() -> reader.health().link() == LinkState.UP);
    assertThat(reader.info().hardware()).contains("M100 V1.0");
    await().until(() -> module.heard(BbCommands.multiInventory(65_535)));
    assertThat(module.commands)
        .containsSubsequence(
            BbCommands.stop(),
            BbCommands.moduleInfo(BbCommands.Info.HARDWARE),
            BbCommands.setRegion(BbCommands.Region.CHINA_900),
            BbCommands.setPower(2600),
            BbCommands.multiInventory(65_535));
    assertThat(reader.health().signal()).isEqualTo(Ne107.OK);
  }

  @Test
  void aModuleThatRefusesItsPowerIsDownWithTheReason() {
    module.refusesPower = true;
    reader.open();
    await().until(() -> reader.health().link() == LinkState.DOWN);
    assertThat(reader.health().signal()).isEqualTo(Ne107.FAILURE);
    assertThat(reader.health().trouble().orElseThrow())
        .contains("refused command B6: unknown command");
  }

  @Test
  void aPulledCableIsSeenAndAfterItsReturnReadingGoesOn() throws Exception {
    module.field.add(PALLET);
    reader.open();
    await().until(() -> !reads.isEmpty());
    module.close();
    await().atMost(THREE_SECONDS).until(() -> reader.health().link() == LinkState.DOWN);
    assertThat(reader.health().trouble()).isPresent();
    reads.clear();
    module = new BbModule(port);
    module.field.add(OTHER);
    await().atMost(THREE_SECONDS).until(() -> !reads.isEmpty());
    assertThat(reads.getFirst().epcHex()).isEqualTo(OTHER);
    // The first tag may be heard while the start command still waits for its answer.
    await().until(() -> reader.health().link() == LinkState.UP);
    assertThat(reader.health().trouble()).isEmpty();
  }

  @Test
  void aModuleThatStoppedReadingByItselfIsStartedAgain() {
    reader.open();
    await().until(() -> module.heard(BbCommands.multiInventory(65_535)));
    module.inventoryStops = true;
    await().until(() -> reader.health().exchanges() > 5);
    module.inventoryStops = false;
    module.field.add(PALLET);
    await().atMost(THREE_SECONDS).until(() -> !reads.isEmpty());
    assertThat(reader.health().link()).isEqualTo(LinkState.UP);
  }

  @Test
  void aModuleThatFallsSilentIsDownUntilItAnswersAgain() {
    reader.open();
    await().until(() -> reader.health().link() == LinkState.UP);
    module.mute = true;
    await().atMost(THREE_SECONDS).until(() -> reader.health().link() == LinkState.DOWN);
    module.mute = false;
    await().atMost(THREE_SECONDS).until(() -> reader.health().link() == LinkState.UP);
  }

  @Test
  void noiseOnTheLineIsCountedAndLosesNoRead() {
    reader.open();
    await().until(() -> module.heard(BbCommands.multiInventory(65_535)));
    module.send(Hex.bytes("00 7E BB FF 13"));
    module.send(BbAnswers.tagSeen(-40, OTHER).encode());
    byte[] broken = BbAnswers.tagSeen(-40, PALLET).encode();
    broken[10] ^= 1;
    module.send(broken);
    module.send(BbAnswers.tagSeen(-41, OTHER).encode());
    await().until(() -> reads.size() == 2);
    assertThat(reads).extracting(TagRead::epcHex).containsOnly(OTHER);
    await().until(() -> reader.health().noiseBytes() == 5 + broken.length);
  }

  @Test
  void aClosedReaderTellsTheModuleToStop() {
    reader.open();
    await().until(() -> module.heard(BbCommands.multiInventory(65_535)));
    module.commands.clear();
    reader.close();
    await().until(() -> module.heard(BbCommands.stop()));
    assertThat(reader.health().link()).isEqualTo(LinkState.DOWN);
  }

  private UhfReader reader(UhfSettings settings) {
    UhfReader made =
        new UhfReader(
            "reader-D1",
            new SerialPortLink(port.toString(), 115_200),
            new BbDialect(),
            settings,
            Clock.systemUTC());
    made.onRead(reads::add);
    return made;
  }
}
