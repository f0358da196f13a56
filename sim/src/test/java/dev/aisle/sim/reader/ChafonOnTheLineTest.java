package dev.aisle.sim.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.chafon.ChafonDialect;
import dev.aisle.device.rfid.uhf.Inventory;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.Session;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.sim.reader.line.LineFaults;
import dev.aisle.sim.reader.tag.TagField;
import dev.aisle.sim.reader.tag.TagMemories;
import dev.aisle.sim.world.TagInField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver against the emulators, over a pseudo-terminal and over TCP. */
class ChafonOnTheLineTest {
  private static final String EPC = "30751FEB705C5904E3D50D70";
  private static final String OTHER = "30751FEB705C5904E3D50D71";
  private static final UhfSettings SETTINGS =
      new UhfSettings(
          OptionalInt.empty(),
          Optional.of(Region.CHINA_900),
          OptionalInt.of(2650),
          Map.of(),
          List.of(1, 3),
          Optional.of(Session.S1));

  @TempDir Path dir;
  private final Queue<TagRead> reads = new ConcurrentLinkedQueue<>();
  private final TagMemories memories = new TagMemories();
  private volatile List<TagInField> field = List.of();
  private SimulatedReader simulated;
  private UhfReader reader;

  @AfterEach
  void close() {
    if (reader != null) {
      reader.close();
    }
    simulated.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAFON_18", "CHAFON_288"})
  void tagsAreReadOverASerialLine(ReaderMake make) {
    start(ReaderSpec.of("reader", make, dir.resolve("port")), settingsFor(make));
    field = List.of(new TagInField(EPC, -50), new TagInField(OTHER, -60));
    await(() -> epcs().containsAll(List.of(EPC, OTHER)));
    assertThat(reader.capabilities().orElseThrow().model())
        .contains(make == ReaderMake.CHAFON_18 ? "UHFReader18" : "UHFReader288M");
    field = List.of();
    reader.inventory(Duration.ofMillis(700)); // until then the last round is over
    reads.clear();
    assertThat(reader.inventory(Duration.ofMillis(700))).isEqualTo(new Inventory.Seen(List.of()));
    assertThat(reads).isEmpty();
    assertThat(reader.health().link()).isEqualTo(LinkState.UP);
  }

  @Test
  void overTcpEveryAntennaHasItsTurnAndStrengthStaysRaw() {
    start(ReaderSpec.of("reader", ReaderMake.CHAFON_288, 0), SETTINGS);
    field = List.of(new TagInField(EPC, -50));
    await(
        () ->
            reads.stream().map(TagRead::antenna).collect(Collectors.toSet()).equals(Set.of(1, 3)));
    assertThat(reads)
        .allSatisfy(
            read -> {
              assertThat(read.rssiDbm()).isEmpty();
              assertThat(read.rssiRaw().orElseThrow()).isBetween(100, 120);
            });
    assertThat(reader.capabilities().orElseThrow().serial()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAFON_18", "CHAFON_288"})
  void onlyTheTagThatIsMeantIsWritten(ReaderMake make) {
    start(ReaderSpec.of("reader", make, dir.resolve("port")), settingsFor(make));
    field = List.of(new TagInField(OTHER, -50), new TagInField(EPC, -60));
    await(() -> epcs().contains(EPC));
    Optional<String> tag = Optional.of(EPC);
    assertThat(reader.access(new TagCommand.Write(tag, 0, Bank.USER, 0, "12345678")))
        .isEqualTo(new AccessAnswer.Done(""));
    assertThat(reader.access(new TagCommand.Read(tag, 0, Bank.USER, 0, 2)))
        .isEqualTo(new AccessAnswer.Done("12345678"));
    assertThat(reader.access(new TagCommand.Read(Optional.of(OTHER), 0, Bank.USER, 0, 2)))
        .isEqualTo(new AccessAnswer.Done("00000000"));
    assertThat(reader.access(new TagCommand.Read(tag, 0xFFFF, Bank.USER, 0, 2)))
        .isEqualTo(new AccessAnswer.Refused(5, "wrong access password", Concern.LOCKED));
    assertThat(reader.access(new TagCommand.Write(tag, 0, Bank.RESERVED, 2, "00001234")))
        .isEqualTo(new AccessAnswer.Done(""));
    assertThat(
            reader.access(
                new TagCommand.Lock(
                    tag, 0x1234, TagCommand.Lock.Field.USER, TagCommand.Lock.Action.LOCK)))
        .isEqualTo(new AccessAnswer.Done(""));
    assertThat(reader.access(new TagCommand.Write(tag, 0, Bank.USER, 0, "0000")))
        .isEqualTo(
            new AccessAnswer.Refused(0xFC, "the tag refused: memory locked", Concern.LOCKED));
    assertThat(reader.access(new TagCommand.Read(Optional.of("111122223333"), 0, Bank.TID, 0, 6)))
        .isEqualTo(new AccessAnswer.NoTag());
    reads.clear();
    await(() -> epcs().contains(EPC));
  }

  @Test
  void aNewEpcIsWrittenOnlyWhenOneTagIsThere() {
    start(ReaderSpec.of("reader", ReaderMake.CHAFON_288, dir.resolve("port")), SETTINGS);
    TagCommand.Write blank = new TagCommand.Write(Optional.empty(), 0, Bank.EPC, 2, "3034AABBCCDD");
    field = List.of(new TagInField(OTHER, -50), new TagInField(EPC, -60));
    await(() -> epcs().contains(EPC));
    assertThat(reader.access(blank))
        .isEqualTo(new AccessAnswer.NotReady("2 tags are in the field"));
    field = List.of(new TagInField(EPC, -60));
    assertThat(reader.access(blank)).isEqualTo(new AccessAnswer.Done(""));
    assertThat(reader.inventory(Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            Inventory.Seen.class,
            seen ->
                assertThat(seen.tags()).extracting(TagSeen::epcHex).containsOnly("3034AABBCCDD"));
    field = List.of();
    assertThat(reader.access(blank)).isEqualTo(new AccessAnswer.NoTag());
  }

  @Test
  void outputsKeepTheirNeighbour() {
    start(ReaderSpec.of("reader", ReaderMake.CHAFON_288, 0), SETTINGS);
    await(() -> reader.health().link() == LinkState.UP);
    assertThat(reader.gpio(new GpioCommand.Set(2, false))).isEqualTo(new AccessAnswer.Done(""));
    assertThat(reader.gpio(new GpioCommand.Set(1, false))).isEqualTo(new AccessAnswer.Done(""));
    assertThat(reader.gpio(new GpioCommand.Get(1))).isEqualTo(new AccessAnswer.Done("00"));
    assertThat(reader.gpio(new GpioCommand.Get(2))).isInstanceOf(AccessAnswer.NotSupported.class);
  }

  @Test
  void aPulledCableIsSeenAndReadingGoesOnAfterwards() {
    start(ReaderSpec.of("reader", ReaderMake.CHAFON_288, dir.resolve("port")), SETTINGS);
    field = List.of(new TagInField(EPC, -50));
    await(() -> epcs().contains(EPC));
    simulated.pullCable(Duration.ofMillis(800));
    await(() -> reader.health().link() != LinkState.UP);
    reads.clear();
    await(() -> epcs().contains(EPC));
  }

  @Test
  void aRoughLineCostsReadsButNeverTheReader() {
    start(ReaderSpec.of("reader", ReaderMake.CHAFON_288, dir.resolve("port")), SETTINGS);
    field = List.of(new TagInField(EPC, -50));
    await(() -> epcs().contains(EPC));
    simulated.disturb(
        LineFaults.NONE
            .withNoise(0.3)
            .withSplit(0.3)
            .withWrongChecksum(0.2)
            .withLostBytes(0.01)
            .withLate(Duration.ofMillis(20)),
        Duration.ofSeconds(4));
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> reader.health().noiseBytes() > 20);
    reads.clear();
    await(() -> epcs().contains(EPC));
    assertThat(epcs()).containsOnly(EPC);
  }

  private static UhfSettings settingsFor(ReaderMake make) {
    return make == ReaderMake.CHAFON_288
        ? SETTINGS
        : new UhfSettings(
            OptionalInt.of(0),
            SETTINGS.region(),
            SETTINGS.powerCentiDbm(),
            Map.of(),
            List.of(),
            Optional.empty());
  }

  private void start(ReaderSpec spec, UhfSettings settings) {
    TagField air =
        new TagField(() -> field, memories, () -> 0, () -> 0, 4, new SplittableRandom(3));
    simulated = new SimulatedReader(spec, new SplittableRandom(4), air);
    simulated.open();
    await(
        () ->
            spec.socket() instanceof ReaderSpec.Socket.Serial(Path link)
                ? Files.exists(link)
                : !simulated.address().endsWith(":0"));
    reader =
        new UhfReader(
            "reader",
            ByteLink.to(simulated.address(), spec.baud()),
            new ChafonDialect(),
            settings,
            Clock.systemUTC());
    reader.onRead(reads::add);
    reader.open();
  }

  private List<String> epcs() {
    return reads.stream().map(TagRead::epcHex).toList();
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(10))
        .until(condition);
  }
}
