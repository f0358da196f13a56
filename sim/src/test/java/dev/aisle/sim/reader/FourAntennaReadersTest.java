package dev.aisle.sim.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.rfid.encoding.EncodingOutcome;
import dev.aisle.device.rfid.encoding.EncodingRequest;
import dev.aisle.device.rfid.encoding.EncodingStation;
import dev.aisle.device.rfid.encoding.UnfinishedWrites;
import dev.aisle.device.rfid.uhf.Inventory;
import dev.aisle.device.rfid.uhf.Telegram;
import dev.aisle.device.rfid.uhf.TelegramTap;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.ReaderCapabilities;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.Session;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real driver against the played reader, over a real serial port. */
class FourAntennaReadersTest extends ReaderBench {
  private static final int SECRET = 0x1234;

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void everyAntennaHearsItsOwnTagAndTheReaderSaysWhatItIs(ReaderMake make) {
    play(make);
    for (int antenna = 1; antenna <= 4; antenna++) {
      air.put(antenna, tag(antenna));
    }
    UhfReader reader = reading(make, onAntennas(1, 2, 3, 4));
    ReaderCapabilities said = reader.capabilities().orElseThrow();
    assertThat(said.antennas()).isEqualTo(4);
    assertThat(said.serial()).hasValueSatisfying(serial -> assertThat(serial).startsWith("SIM-"));
    assertThat(said.regions()).contains(Region.CHINA_900);
    assertThat(said.mostPowerCentiDbm().getAsInt()).isGreaterThan(3000);
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              for (int antenna = 1; antenna <= 4; antenna++) {
                assertThat(seenAt(antenna)).containsExactly(tag(antenna).epcHex());
              }
            });
    assertThat(reads)
        .allSatisfy(
            read -> {
              assertThat(read.rssiDbm()).hasValue(BenchAir.RSSI_DBM);
              assertThat(read.frequencyKhz()).hasValue(BenchAir.KHZ);
              assertThat(read.phaseDeg().isPresent()).isEqualTo(said.tellsPhase());
            });
    assertThat(reader.health().signal()).isEqualTo(Ne107.OK);
  }

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void aSessionAndPowersOfSingleAntennasAreTaken(ReaderMake make) {
    play(make);
    air.put(1, tag(1));
    air.put(3, tag(3));
    drive(
        make,
        new UhfSettings(
            OptionalInt.empty(),
            Optional.of(Region.EUROPE),
            OptionalInt.of(2000),
            Map.of(3, 2700),
            List.of(1, 3),
            Optional.of(Session.S1)));
    Awaitility.await().atMost(SOON).until(() -> seenAt(1).size() == 1 && seenAt(3).size() == 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void whatTheReaderCannotDoIsToldInWords(ReaderMake make) {
    play(make);
    UhfSettings tooMuch =
        new UhfSettings(
            OptionalInt.empty(),
            Optional.of(Region.CHINA_900),
            OptionalInt.of(4000),
            Map.of(),
            List.of(1),
            Optional.empty());
    UhfReader reader = drive(make, tooMuch);
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(reader.health().trouble().orElse(""))
                    .contains("power")
                    .contains("40.0"));
    reader.close();
    UhfReader wrongPort = drive(make, onAntennas(5));
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(wrongPort.health().trouble().orElse("")).contains("no antenna 5"));
  }

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void onlyTheTagThatIsMeantIsReadWrittenAndLocked(ReaderMake make) {
    play(make);
    EmulatedTag bystander = tag(1);
    EmulatedTag meant = tag(2);
    air.put(2, bystander, meant);
    UhfReader reader = reading(make, onAntennas(2, 1));
    Optional<String> target = Optional.of(meant.epcHex());
    String epc = "3034257BF7194E4000ABCDEF";

    assertThat(reader.access(new TagCommand.Read(target, 0, Bank.TID, 0, 4)))
        .isEqualTo(new AccessAnswer.Done(meant.tidHex().substring(0, 16)));
    assertThat(reader.access(new TagCommand.Write(target, 0, Bank.USER, 1, "12345678")))
        .isEqualTo(new AccessAnswer.Done(""));
    assertThat(reader.access(new TagCommand.Read(target, 0, Bank.USER, 0, 4)))
        .isEqualTo(new AccessAnswer.Done("0000123456780000"));
    assertThat(bystander.read(Bank.USER, 0, 4, 0))
        .isEqualTo(new EmulatedTag.Outcome.Done("0000000000000000"));

    assertThat(reader.access(new TagCommand.Write(target, 0, Bank.RESERVED, 2, "00001234")))
        .isEqualTo(new AccessAnswer.Done(""));
    assertThat(
            reader.access(
                new TagCommand.Lock(
                    target, SECRET, TagCommand.Lock.Field.USER, TagCommand.Lock.Action.LOCK)))
        .isEqualTo(new AccessAnswer.Done(""));
    assertThat(reader.access(new TagCommand.Write(target, 0, Bank.USER, 0, "FFFF")))
        .isInstanceOf(AccessAnswer.Refused.class);
    assertThat(reader.access(new TagCommand.Write(target, 0x9999, Bank.USER, 0, "FFFF")))
        .isInstanceOfSatisfying(
            AccessAnswer.Refused.class,
            refused -> assertThat(refused.meaning()).contains("password"));
    assertThat(reader.access(new TagCommand.Write(target, SECRET, Bank.USER, 0, "FFFF")))
        .isEqualTo(new AccessAnswer.Done(""));

    assertThat(reader.access(new TagCommand.Write(target, SECRET, Bank.EPC, 2, epc)))
        .isEqualTo(new AccessAnswer.Done(""));
    assertThat(meant.epcHex()).isEqualTo(epc);
    assertThat(reader.access(new TagCommand.Read(target, 0, Bank.TID, 0, 4)))
        .as("nobody has the old EPC any more")
        .isEqualTo(new AccessAnswer.NoTag());
    assertThat(reader.access(new TagCommand.Read(Optional.of(epc), 0, Bank.USER, 200, 2)))
        .isInstanceOf(AccessAnswer.Refused.class);
    assertThat(reader.health().link()).isEqualTo(LinkState.UP);
  }

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void aTagOfTheSameEpcBeforeAnotherAntennaIsNeverTouched(ReaderMake make) {
    play(make);
    EmulatedTag twin = tag(1);
    air.put(2, twin);
    UhfReader reader = reading(make, onAntennas(1, 2));
    TagCommand write =
        new TagCommand.Write(Optional.of(twin.epcHex()), 0, Bank.USER, 0, "12345678");
    assertThat(reader.access(1, write)).isEqualTo(new AccessAnswer.NoTag());
    assertThat(twin.read(Bank.USER, 0, 2, 0)).isEqualTo(new EmulatedTag.Outcome.Done("00000000"));
    assertThat(reader.access(2, write)).isEqualTo(new AccessAnswer.Done(""));
  }

  @Test
  void whileATagIsEncodedOnlyItsOwnAntennaSends() {
    play(ReaderMake.A0);
    EmulatedTag blank = new EmulatedTag("E28011700000020F5C3A1234", "E2801170200012345678ABCD", 4);
    air.put(3, blank);
    UhfReader reader = reading(ReaderMake.A0, onAntennas(1, 2, 3, 4));
    String epc = tag(7).epcHex();
    Queue<Telegram> telegrams = new ConcurrentLinkedQueue<>();
    try (TelegramTap tap = reader.onTelegram(telegrams::add)) {
      assertThat(
              new EncodingStation(reader, any -> false, UnfinishedWrites.inMemory())
                  .encode(EncodingRequest.of(epc).withLock(SECRET)))
          .isInstanceOf(EncodingOutcome.Encoded.class);
    }
    assertThat(blank.epcHex()).isEqualTo(epc);
    Map<String, Set<Integer>> sentBy = new TreeMap<>();
    int antenna = 0;
    for (Telegram telegram : telegrams) {
      if (telegram.sent()) {
        String command = telegram.hex().substring(6, 8);
        antenna =
            command.equals("74") ? 1 + Integer.parseInt(telegram.hex().substring(8, 10)) : antenna;
        sentBy.computeIfAbsent(command, c -> new TreeSet<>()).add(antenna);
      }
    }
    assertThat(sentBy.get("89")).as("inventory").contains(1, 2, 3, 4);
    assertThat(sentBy.get("81")).as("read").containsExactly(3);
    assertThat(sentBy.get("82")).as("write").containsExactly(3);
    assertThat(sentBy.get("83")).as("lock").containsExactly(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void oneInventoryTellsAllAntennasAndReadingGoesOn(ReaderMake make) {
    play(make);
    air.put(1, tag(1), tag(2));
    air.put(4, tag(4));
    UhfReader reader = reading(make, onAntennas(1, 4));
    assertThat(reader.inventory(Duration.ofMillis(800)))
        .isInstanceOfSatisfying(
            Inventory.Seen.class,
            seen ->
                assertThat(seen.tags().stream().map(TagSeen::epcHex))
                    .contains(tag(1).epcHex(), tag(2).epcHex(), tag(4).epcHex()));
    int before = reads.size();
    Awaitility.await().atMost(SOON).until(() -> reads.size() > before + 5);
  }

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void linesOfTheReaderAreReadAndSet(ReaderMake make) {
    play(make);
    UhfReader reader = reading(make, onAntennas(1));
    assertThat(reader.gpio(new GpioCommand.Get(1))).isEqualTo(new AccessAnswer.Done("00"));
    assertThat(reader.gpio(new GpioCommand.Set(3, true))).isEqualTo(new AccessAnswer.Done(""));
    assertThat(reader.gpio(new GpioCommand.Get(9))).isInstanceOf(AccessAnswer.NotSupported.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"A0", "THINGMAGIC"})
  void aMissingAntennaIsToldWhileTheOthersGoOn(ReaderMake make) {
    play(make);
    air.put(1, tag(1));
    air.unplug(2);
    UhfReader reader = reading(make, onAntennas(1, 2));
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(seenAt(1)).isNotEmpty();
              assertThat(reader.health().signal()).isEqualTo(Ne107.CHECK);
              assertThat(reader.health().trouble().orElse("")).contains("antenna");
            });
  }
}
