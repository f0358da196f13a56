package dev.aisle.device.rfid.thingmagic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.bb.TagCrc;
import dev.aisle.device.rfid.uhf.StreamTrial;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.Session;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TmFrameCodecTest {
  private static final String EPC = "000000000000000000001545";
  private static final String OLD_EPC = "9812AB32FF00020605E401F4";
  private static final String NEW_EPC = "9812AB32FF00020605E401F5";
  private static final TmFrameCodec RESPONSES = TmFrameCodec.ofResponses();
  private static final TmFrameCodec COMMANDS = TmFrameCodec.ofCommands();
  private static final StreamTrial<TmFrame> TRIAL = new StreamTrial<>(RESPONSES);
  private static final StreamTrial<TmFrame> COMMAND_TRIAL = new StreamTrial<>(COMMANDS);
  private static final TmTag TAG =
      new TmTag(
          1,
          OptionalInt.of(-60),
          1,
          OptionalInt.of(923_200),
          OptionalInt.of(0x127),
          OptionalInt.of(0),
          "",
          OptionalInt.of(0x0F),
          0x3000,
          EPC);

  private static final Map<String, TmFrame> CAPTURED = new LinkedHashMap<>();
  private static final Map<String, TmFrame> COMPUTED = new LinkedHashMap<>();

  static {
    CAPTURED.put(
        "FF 28 22 00 00 10 00 1B 01 FF 01 01 C4 11 0E 16 40 00 00 01 27 00 00 05 00 00 0F 00 80"
            + " 30 00 00 00 00 00 00 00 00 00 00 00 15 45 E9 4A 56 1D",
        TmAnswers.streamed(TmCommands.STREAM, TmCommands.ALL_METADATA, TAG));
    CAPTURED.put(
        "FF 0A 24 03 E8 00 00 00 00 00 03 00 EE 58 9D",
        TmCommands.write(1000, Bank.USER, 0, "00EE", 0, Optional.empty()));
    // Recorded from the maker's own bench program.
    CAPTURED.put(
        "FF 20 23 03 E8 01 00 00 00 00 60 98 12 AB 32 FF 00 02 06 05 E4 01 F4"
            + " 98 12 AB 32 FF 00 02 06 05 E4 01 F5 5D 8F",
        TmCommands.writeEpc(1000, NEW_EPC, 0, Optional.of(OLD_EPC)));
    CAPTURED.put(
        "FF 1C 28 03 E8 11 00 00 00 00 00 00 00 00 00 00 00 00 60"
            + " 98 12 AB 32 FF 00 02 06 05 E4 01 F6 BA 85",
        TmCommands.read(1000, Bank.RESERVED, 0, 0, 0, Optional.of("9812AB32FF00020605E401F6")));

    COMPUTED.put("FF 00 03 1D 0C", TmCommands.version());
    COMPUTED.put("FF 00 04 1D 0B", TmCommands.boot());
    COMPUTED.put("FF 00 0C 1D 03", TmCommands.program());
    COMPUTED.put("FF 01 97 0D 4B B0", TmCommands.region(0x0D));
    COMPUTED.put("FF 01 97 08 4B B5", TmCommands.region(0x08));
    COMPUTED.put("FF 02 91 01 01 70 3B", TmCommands.antenna(1));
    COMPUTED.put("FF 02 93 00 05 51 7D", TmCommands.protocol());
    COMPUTED.put("FF 02 92 07 D0 46 89", TmCommands.readPower(2000));
    COMPUTED.put("FF 03 9A 01 0C 00 A3 5D", TmCommands.readFilter(false));
    COMPUTED.put(
        "FF 10 2F 00 00 01 22 00 00 05 07 22 10 00 1B 03 E8 01 FF DD 2B",
        TmCommands.startContinuous());
    COMPUTED.put("FF 03 2F 00 00 02 5E 86", TmCommands.stopContinuous());
    COMPUTED.put("FF 00 2F 00 00 51 4D", TmAnswers.done(TmCommands.CONTINUOUS));
    COMPUTED.put("FF 00 22 04 00 84 E0", TmAnswers.keepAlive());
    COMPUTED.put("FF 00 21 04 00 B4 83", TmAnswers.status(TmCommands.READ_SINGLE, TmErrors.NO_TAG));
    COMPUTED.put(
        "FF 0B 28 07 D0 10 00 00 02 00 00 00 00 00 DC 63",
        TmCommands.read(2000, Bank.TID, 0, 0, 0, Optional.empty()));
  }

  static Stream<Arguments> published() {
    return Stream.concat(CAPTURED.entrySet().stream(), COMPUTED.entrySet().stream())
        .map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  /** One of every kind of frame that the published ones lack. */
  static List<TmFrame> others() {
    Optional<String> target = Optional.of(OLD_EPC);
    return List.of(
        TmCommands.serialNumber(),
        TmCommands.regions(),
        TmCommands.getRegion(),
        TmCommands.antennas(List.of(1, 3)),
        TmCommands.antennaPowers(new TreeMap<>(Map.of(1, 2000, 2, 2500))),
        TmCommands.detectAntennas(),
        TmCommands.writePower(-100),
        TmCommands.powerLimits(),
        TmCommands.session(Session.S2),
        TmCommands.temperature(),
        TmCommands.getGpio(),
        TmCommands.setGpio(2, true),
        TmCommands.inventory(500),
        TmCommands.getBuffer(),
        TmCommands.clearBuffer(),
        TmCommands.write(1000, Bank.USER, 2, "12345678", 7, target),
        TmCommands.writeEpc(1000, NEW_EPC, 0, Optional.empty()),
        TmCommands.lock(1000, Lock.Field.EPC, Lock.Action.LOCK, 7, target),
        TmCommands.kill(1000, 9, target),
        TmAnswers.version(TmCommands.VERSION, 0x12121300, 0x30000001, 0x20160602, 0x01090007, 16),
        TmAnswers.bytes(TmCommands.PROGRAM, 0x12),
        TmAnswers.serialNumber("211234567"),
        TmAnswers.bytes(TmCommands.REGIONS, 1, 8, 0xFF),
        TmAnswers.powerLimits(TmCommands.GET_READ_POWER, 2000, 2700, 0),
        TmAnswers.antennas(new TreeMap<>(Map.of(1, true, 2, false))),
        TmAnswers.lines(new TreeMap<>(Map.of(1, true, 2, false)), List.of(2)),
        TmAnswers.streamedTemperature(27),
        TmAnswers.status(TmCommands.READ_MULTIPLE, TmErrors.TOO_HOT),
        TmAnswers.status(TmCommands.READ_MULTIPLE, TmErrors.HIGH_RETURN_LOSS),
        TmAnswers.found(3),
        TmAnswers.buffer(TmCommands.ALL_METADATA, List.of(TAG, TAG, TAG)),
        TmAnswers.memory("E280110520001234"));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("published")
  void everyPublishedFrameIsReadAndWrittenByteByByte(String hex, TmFrame frame) {
    assertThat(Hex.of(frame.encode())).isEqualTo(Hex.of(Hex.bytes(hex)));
    assertThat(TRIAL.all(Hex.bytes(hex))).containsExactly(new Decoded.Frame<>(frame));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void everyOtherKindOfFrameIsReadAsItWasWritten(TmFrame frame) {
    assertThat(TRIAL.all(frame.encode())).containsExactly(new Decoded.Frame<>(frame));
    if (frame.kind() == TmFrame.Kind.COMMAND) {
      assertThat(COMMANDS.decode(ByteBuffer.wrap(frame.encode())))
          .as("a module does not wait for more")
          .containsExactly(new Decoded.Frame<>(frame));
    }
  }

  @Test
  void aRecordingOfBothDirectionsIsToldInOrder() {
    List<TmFrame> all = new ArrayList<>(COMPUTED.values());
    all.addAll(others());
    byte[] recording = StreamTrial.joined(all.stream().map(TmFrame::encode).toArray(byte[][]::new));
    assertThat(TRIAL.frames(recording)).isEqualTo(all);
  }

  @Test
  void theCapturedTagIsToldWithAllThatItsFlagsPromise() {
    TmDialect dialect = new TmDialect();
    TmFrame captured = CAPTURED.values().iterator().next();
    assertThat(dialect.heard(captured))
        .isEqualTo(
            new Heard.Tags(
                List.of(
                    new TagSeen(
                        1,
                        OptionalInt.of(0x3000),
                        EPC,
                        OptionalInt.of(-60),
                        OptionalDouble.of(-60),
                        OptionalInt.of(923_200),
                        OptionalDouble.of(0),
                        Optional.empty()))));
    byte[] tag = Hex.bytes("3000" + EPC);
    assertThat(TagCrc.of(tag, 0, tag.length)).isEqualTo(0xE94A);
    assertThat(dialect.explain(captured))
        .containsEntry("type", "tag")
        .containsEntry("epc", EPC)
        .containsEntry("rssi", -60)
        .containsEntry("antenna", 1);
  }

  @Test
  void aRecordIsReadByItsFlagsAndNotByFixedPlaces() {
    for (int flags = 0; flags <= TmCommands.ALL_METADATA; flags++) {
      TmFrame frame = TmAnswers.streamed(TmCommands.STREAM, flags, TAG);
      TmReply reply = TmReply.parse(frame);
      if (frame.length() > TmReply.STREAMED_TEMPERATURE) {
        assertThat(reply).as("flags %04X", flags).isInstanceOf(TmReply.Tags.class);
        TmTag read = ((TmReply.Tags) reply).tags().get(0);
        assertThat(read.epcHex()).isEqualTo(EPC);
        assertThat(read.frequencyKhz().isPresent()).isEqualTo((flags & 8) != 0);
      }
    }
  }

  @Test
  void aTagWhoseOwnChecksumIsWrongIsNoRead() {
    byte[] data = CAPTURED.values().iterator().next().data();
    data[data.length - 5] ^= 1;
    TmFrame wrong = TmFrame.response(TmCommands.READ_MULTIPLE, 0, data);
    assertThat(new TmDialect().heard(wrong)).isInstanceOf(Heard.Garbled.class);
  }

  @Test
  void anExtendedControlWordIsNoPartOfTheEpc() {
    byte[] tag = Hex.bytes("3200 0001" + EPC);
    int crc = TagCrc.of(tag, 0, tag.length);
    ByteBuffer record = ByteBuffer.allocate(2 + tag.length + 2);
    record.putShort((short) ((tag.length + 2) * 8)).put(tag).putShort((short) crc).flip();
    assertThat(TmTag.read(0, record))
        .isInstanceOfSatisfying(
            TmTag.Read.Tag.class, read -> assertThat(read.tag().epcHex()).isEqualTo(EPC));
  }

  @Test
  void aFrameWithAnyOneBitFlippedIsNoiseAndItsNeighboursSurvive() {
    byte[] tag = TmAnswers.streamed(TmCommands.STREAM, TmCommands.ALL_METADATA, TAG).encode();
    byte[] alive = TmAnswers.keepAlive().encode();
    for (TmFrame frame : all()) {
      TRIAL.everyFlippedBitIsRefused(frame.encode(), tag, alive);
      TRIAL.everyFlippedBitIsRefused(frame.encode(), alive, tag);
      if (frame.kind() == TmFrame.Kind.COMMAND) {
        COMMAND_TRIAL.everyFlippedBitIsRefused(
            frame.encode(),
            TmCommands.startContinuous().encode(),
            TmCommands.stopContinuous().encode());
      }
    }
  }

  private static List<TmFrame> all() {
    List<TmFrame> all = new ArrayList<>(CAPTURED.values());
    all.addAll(COMPUTED.values());
    all.addAll(others());
    return all;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void chanceNeverBreaksTheCodecNorTheMeaning(long seed) {
    List<byte[]> samples = all().stream().map(TmFrame::encode).toList();
    byte[] common = Hex.bytes("FF 00 22 04 05 28 2F 10 1B 01 30");
    TmDialect dialect = new TmDialect();
    for (TmFrame frame : TRIAL.fuzzed(seed, 20_000, common, samples)) {
      assertThat(dialect.heard(frame)).isNotNull();
      assertThat(dialect.explain(frame)).containsKey("type");
    }
    COMMAND_TRIAL.fuzzed(seed, 10_000, common, samples);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyContentUnderARightChecksumHasAMeaning(long seed) {
    Random random = new Random(seed);
    TmDialect dialect = new TmDialect();
    List<TmFrame> all = all();
    for (int i = 0; i < 12_000; i++) {
      TmFrame sample = all.get(random.nextInt(all.size()));
      byte[] data = new byte[random.nextInt(random.nextInt(8) == 0 ? 256 : 48)];
      random.nextBytes(data);
      byte[] own = sample.data();
      System.arraycopy(own, 0, data, 0, Math.min(random.nextInt(own.length + 1), data.length));
      int status = random.nextInt(4) == 0 ? random.nextInt(0x10000) : 0;
      TmFrame frame = TmFrame.response(sample.opcode(), status, data);
      assertThat(dialect.heard(frame)).isNotNull();
      assertThat(dialect.explain(frame)).containsKey("type");
    }
  }

  @Test
  void aStartOfALongFrameThatWasNoiseDoesNotSwallowWhatFollows() {
    TmFrame real = TmAnswers.keepAlive();
    ByteBuffer in = ByteBuffer.allocate(100);
    in.put(Hex.bytes("FF 46 22 00 00")).put(real.encode()).flip();
    assertThat(RESPONSES.decode(in)).isEmpty();
    assertThat(RESPONSES.giveUp(in)).contains(new Decoded.Frame<>(real));
    assertThat(in.hasRemaining()).isFalse();
  }
}
