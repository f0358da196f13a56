package dev.aisle.sim.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.link.ProbeResult;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.encoding.EncodingOutcome;
import dev.aisle.device.rfid.encoding.EncodingRequest;
import dev.aisle.device.rfid.encoding.EncodingStation;
import dev.aisle.device.rfid.encoding.UnfinishedWrites;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.uhf.Inventory;
import dev.aisle.device.rfid.uhf.Telegram;
import dev.aisle.device.rfid.uhf.TelegramTap;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.Session;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.SerialPortLink;
import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for a reader of any make: the real driver, jSSC, a pseudo-terminal, an emulator. */
class EveryMakeOnTheLineTest {
  private static final Duration THREE_SECONDS = Duration.ofSeconds(3);
  private static final String BLANK = "E28011700000020F5C3A1234";
  private static final String TID = "E2801170200012345678ABCD";
  private static final String OTHER = "3174257BF4499602D2000000";
  private static final String OTHER_TID = "E2801170200087654321DCBA";
  private static final String SGTIN = "3074257BF7194E4000001A85";

  /** ThingMagic modules do not send before they are told where they are. */
  private static final UhfSettings IN_CHINA =
      new UhfSettings(
          OptionalInt.empty(),
          Optional.of(Region.CHINA_900),
          OptionalInt.empty(),
          Map.of(),
          List.of(),
          Optional.empty());

  @TempDir Path folder;
  private final List<EmulatedTag> field = new CopyOnWriteArrayList<>();
  private final Queue<TagRead> reads = new ConcurrentLinkedQueue<>();
  private SimulatedReader simulated;
  private UhfReader reader;

  @AfterEach
  void unplug() {
    reader.close();
    simulated.close();
  }

  @ParameterizedTest
  @EnumSource
  void anOutageIsSeenAndOverWithinThreeSeconds(ReaderMake make) {
    field.add(new EmulatedTag(OTHER, OTHER_TID, 4));
    open(make, IN_CHINA);
    await().until(() -> !reads.isEmpty());
    Duration outage = Duration.ofMillis(1500);
    long start = System.nanoTime();
    simulated.pullCable(outage);
    await().atMost(THREE_SECONDS).until(() -> reader.health().link() == LinkState.DOWN);
    assertThat(reader.health().signal()).isEqualTo(Ne107.FAILURE);
    assertThat(reader.access(new TagCommand.Read(Optional.empty(), 0, Bank.TID, 0, 2)))
        .isInstanceOf(AccessAnswer.NotReady.class);
    assertThat(reader.inventory(Duration.ofMillis(100))).isInstanceOf(Inventory.NotDone.class);
    assertThat(reader.probe()).isInstanceOf(ProbeResult.Fails.class);
    await().atMost(outage).until(() -> System.nanoTime() - start > outage.toNanos());
    reads.clear();
    await().atMost(THREE_SECONDS).until(() -> !reads.isEmpty());
    await().until(() -> reader.health().signal() == Ne107.OK);
    assertThat(reader.probe()).isInstanceOf(ProbeResult.Works.class);
  }

  @ParameterizedTest
  @EnumSource
  void aBlankTagIsEncodedLockedAndReadOn(ReaderMake make) {
    EmulatedTag tag = new EmulatedTag(BLANK, TID, 4);
    field.add(tag);
    open(make, IN_CHINA);
    await().until(() -> !reads.isEmpty());
    EncodingStation station =
        new EncodingStation(reader, epc -> epc.equals(SGTIN), UnfinishedWrites.inMemory());
    EncodingOutcome outcome = encode(station, EncodingRequest.of(SGTIN).withLock(0x12345678));
    assertThat(outcome)
        .isEqualTo(
            new EncodingOutcome.Encoded(
                new EncodingOutcome.Evidence(TID, BLANK, SGTIN, 0x3000, 1, true), List.of()));
    assertThat(tag.epcHex()).isEqualTo(SGTIN);
    reads.clear();
    await().until(() -> reads.stream().anyMatch(read -> read.epcHex().equals(SGTIN)));
    assertThat(encode(station, EncodingRequest.of(OTHER)))
        .isEqualTo(new EncodingOutcome.InUse(SGTIN, TID));
    assertThat(encode(station, EncodingRequest.of(OTHER).replacing()))
        .isInstanceOf(EncodingOutcome.Refused.class);
    field.add(new EmulatedTag(OTHER, OTHER_TID, 4));
    assertThat(encode(station, EncodingRequest.of(SGTIN)))
        .isEqualTo(new EncodingOutcome.SeveralTags(List.of(SGTIN, OTHER)));
  }

  @ParameterizedTest
  @EnumSource
  void anotherReaderThanTheExpectedOneIsAFailure(ReaderMake make) {
    simulate(make);
    reader = reader(make, IN_CHINA);
    reader.expectSerial("0000-NOT-THIS-ONE");
    reader.open();
    await()
        .untilAsserted(
            () ->
                assertThat(reader.health().trouble().orElse(""))
                    .containsAnyOf("another reader answers: serial", "tells no serial number"));
    assertThat(reader.health().signal()).isEqualTo(Ne107.FAILURE);
  }

  @Test
  void aBbModuleTakesItsSettingsAndWorksOnlyOnTheTagThatIsMeant() {
    field.add(new EmulatedTag(OTHER, OTHER_TID, 4));
    field.add(new EmulatedTag(BLANK, TID, 4));
    Queue<Telegram> telegrams = new ConcurrentLinkedQueue<>();
    simulate(ReaderMake.BB);
    reader =
        reader(
            ReaderMake.BB,
            new UhfSettings(
                OptionalInt.empty(),
                Optional.of(Region.EUROPE),
                OptionalInt.of(2000),
                Map.of(),
                List.of(1),
                Optional.of(Session.S1)));
    try (TelegramTap tap = reader.onTelegram(telegrams::add)) {
      reader.open();
      await().until(() -> reads.size() > 5);
    }
    int heard = telegrams.size();
    assertThat(telegrams)
        .filteredOn(Telegram::sent)
        .extracting(Telegram::hex)
        // Published frames of the protocol document; the query is 1020 with session S1.
        .contains("BB000700010 30B7E".replace(" ", ""), "BB00B6000207D08F7E", "BB000E00021120417E");
    Optional<String> meant = Optional.of(BLANK);
    assertThat(reader.access(new TagCommand.Read(meant, 0, Bank.TID, 0, 6)))
        .isEqualTo(new AccessAnswer.Done(TID));
    assertThat(reader.access(new TagCommand.Write(meant, 0, Bank.USER, 1, "12345678")))
        .isEqualTo(new AccessAnswer.Done(""));
    assertThat(reader.access(new TagCommand.Read(meant, 0, Bank.USER, 0, 4)))
        .isEqualTo(new AccessAnswer.Done("0000123456780000"));
    assertThat(reader.access(new TagCommand.Read(Optional.of(OTHER), 0, Bank.USER, 0, 4)))
        .isEqualTo(new AccessAnswer.Done("0000000000000000"));
    assertThat(reader.access(new TagCommand.Read(meant, 0xFFFF, Bank.USER, 0, 1)))
        .isEqualTo(new AccessAnswer.Refused(0x16, "wrong access password", Concern.LOCKED));
    assertThat(reader.access(new TagCommand.Read(meant, 0, Bank.USER, 0, 9)))
        .isEqualTo(new AccessAnswer.Refused(0xA3, "read: memory overrun", Concern.TAG));
    assertThat(reader.access(new TagCommand.Read(Optional.of(SGTIN), 0, Bank.TID, 0, 2)))
        .isEqualTo(new AccessAnswer.NoTag());
    assertThat(reader.access(new TagCommand.Write(meant, 0, Bank.USER, 0, "0000".repeat(33))))
        .isInstanceOf(AccessAnswer.NotSupported.class);
    assertThat(reader.gpio(new GpioCommand.Set(2, true))).isEqualTo(new AccessAnswer.Done(""));
    assertThat(reader.gpio(new GpioCommand.Get(2))).isInstanceOf(AccessAnswer.Done.class);
    assertThat(reader.gpio(new GpioCommand.Get(5))).isInstanceOf(AccessAnswer.NotSupported.class);
    assertThat(telegrams).hasSize(heard);
    reads.clear();
    await().until(() -> !reads.isEmpty());
    assertThat(reader.health().signal()).isEqualTo(Ne107.OK);
  }

  /**
   * Where this process stood still the reader was given up and comes back; that is not the matter.
   */
  private static EncodingOutcome encode(EncodingStation station, EncodingRequest request) {
    return await()
        .until(
            () -> station.encode(request),
            outcome -> !(outcome instanceof EncodingOutcome.ReaderFailed));
  }

  private void open(ReaderMake make, UhfSettings settings) {
    simulate(make);
    reader = reader(make, settings);
    reader.open();
  }

  private void simulate(ReaderMake make) {
    Path port = folder.resolve("port");
    simulated =
        new SimulatedReader(
            ReaderSpec.of("reader", make, port), new SplittableRandom(1), new OnTheTable());
    simulated.handOverWholeFrames();
    simulated.open();
  }

  private UhfReader reader(ReaderMake make, UhfSettings settings) {
    UhfReader made =
        new UhfReader(
            "reader",
            new SerialPortLink(folder.resolve("port").toString(), make.usualBaud()),
            UhfMakes.ofDriver(make.driver()).orElseThrow(),
            settings,
            Clock.systemUTC());
    made.onRead(reads::add);
    return made;
  }

  private final class OnTheTable implements AirField {
    @Override
    public List<Echo> inventory(int antenna) {
      return antenna == 1
          ? field.stream().map(tag -> new Echo(tag, -50, 920_625, 90)).toList()
          : List.of();
    }

    @Override
    public boolean isConnected(int antenna) {
      return antenna == 1;
    }
  }
}
