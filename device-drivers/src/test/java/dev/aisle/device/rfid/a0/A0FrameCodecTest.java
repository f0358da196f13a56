package dev.aisle.device.rfid.a0;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.StreamTrial;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.Session;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class A0FrameCodecTest {
  private static final String EPC = "E200301666130121155074EF";
  private static final int ADDRESS = 1;
  private static final A0Commands ASK = new A0Commands(ADDRESS);
  private static final A0Answers SAY = new A0Answers(ADDRESS);
  private static final A0FrameCodec CODEC = new A0FrameCodec();
  private static final StreamTrial<A0Frame> TRIAL = new StreamTrial<>(CODEC);

  private static final Map<String, A0Frame> CAPTURED = new LinkedHashMap<>();
  private static final Map<String, A0Frame> COMPUTED = new LinkedHashMap<>();

  static {
    CAPTURED.put("A0 03 01 72 EA", ASK.version());
    CAPTURED.put("A0 05 01 72 01 09 DE", SAY.bytes(A0Commands.VERSION, 1, 9));
    CAPTURED.put("A0 04 01 74 00 E7", ASK.workAntenna(1));
    CAPTURED.put("A0 04 01 74 10 D7", SAY.code(A0Commands.SET_ANTENNA, A0Errors.OK));
    CAPTURED.put("A0 04 01 89 01 D1", ASK.inventory(1));
    CAPTURED.put(
        "A0 13 01 89 04 30 00 E2 00 30 16 66 13 01 21 15 50 74 EF 45 BF",
        SAY.tagSeen(A0Commands.INVENTORY, 1, 1, 0x3000, EPC, 0x45, OptionalInt.empty()));
    CAPTURED.put(
        "A0 13 01 89 74 30 00 E2 00 40 74 85 0A 01 03 16 30 70 E1 36 29",
        SAY.tagSeen(
            A0Commands.INVENTORY,
            29,
            1,
            0x3000,
            "E2004074850A0103163070E1",
            0x36,
            OptionalInt.empty()));
    CAPTURED.put("A0 11 01 85 00 0C 11 22 33 44 55 66 77 88 99 00 AA BB 5B", match());
    CAPTURED.put("A0 04 01 85 10 C6", SAY.code(A0Commands.SET_MATCH, A0Errors.OK));
    CAPTURED.put(
        "A0 0C 01 94 00 00 00 00 01 02 01 CC DD 12", ASK.blockWrite(Bank.EPC, 2, "CCDD", 0));

    COMPUTED.put(
        "A0 0A 01 89 00 00 1D 00 00 00 01 AE", SAY.roundDone(A0Commands.INVENTORY, 1, 29, 1));
    COMPUTED.put("A0 06 01 8B 01 00 01 CC", ASK.sessionInventory(Session.S1, 1));
    COMPUTED.put("A0 04 01 76 1E C7", ASK.power(30));
    COMPUTED.put("A0 04 01 76 10 D5", SAY.code(A0Commands.SET_POWER, A0Errors.OK));
    COMPUTED.put(
        "A0 0D 01 8A 00 01 01 01 02 01 03 01 00 01 BD", ASK.fastSwitch(List.of(1, 2, 3, 4), 0, 1));
    COMPUTED.put("A0 0A 01 8A 00 00 0C 00 00 01 F4 CA", SAY.fastSwitchDone(12, 500));
    COMPUTED.put("A0 06 01 78 02 00 06 D9", ASK.region(A0Band.REGIONS.get(Region.EUROPE)));
    COMPUTED.put("A0 06 01 78 01 07 3B 9E", ASK.region(A0Band.REGIONS.get(Region.UNITED_STATES)));
    COMPUTED.put("A0 04 01 89 22 B0", SAY.code(A0Commands.INVENTORY, A0Errors.ANTENNA_MISSING));
    COMPUTED.put("A0 0A 01 81 02 00 06 00 00 00 00 CC", ASK.read(Bank.TID, 0, 6, 0));
  }

  private static A0Frame match() {
    return ASK.match("11 22 33 44 55 66 77 88 99 00 AA BB");
  }

  static Stream<Arguments> published() {
    return Stream.concat(CAPTURED.entrySet().stream(), COMPUTED.entrySet().stream())
        .map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  /** One of every kind of frame that the published ones lack. */
  static List<A0Frame> others() {
    List<A0Frame> out =
        new ArrayList<>(
            List.of(
                ASK.reset(),
                ASK.getIdentifier(),
                ASK.setIdentifier("DOCK-1"),
                ASK.power(List.of(20, 21, 22, 23)),
                ASK.temporaryPower(20),
                ASK.getPower(),
                ASK.region(new A0Band.Own(920_625, 250, 16)),
                ASK.getRegion(),
                ASK.temperature(),
                ASK.returnLoss(3),
                ASK.detector(3),
                ASK.getDetector(),
                ASK.beeper(0),
                ASK.profile(0xD1),
                ASK.getProfile(),
                ASK.getGpio(),
                ASK.setGpio(3, true),
                ASK.fastSwitch(List.of(2, 4), 0, 1),
                ASK.bufferInventory(1),
                ASK.getBuffer(),
                ASK.takeBuffer(),
                ASK.countBuffer(),
                ASK.clearBuffer(),
                ASK.matchAny(),
                ASK.getMatch(),
                ASK.write(Bank.USER, 0, "12345678", 7),
                ASK.lock(Lock.Field.EPC, Lock.Action.LOCK, 7),
                ASK.kill(9),
                ASK.getWorkAntenna()));
    out.addAll(answers());
    return out;
  }

  static List<A0Frame> answers() {
    return List.of(
        SAY.identifier("DOCK-1"),
        SAY.power(List.of(20, 20, 20, 20)),
        SAY.power(List.of(20, 21, 22, 23)),
        SAY.region(new A0Band.Listed(2, 0, 6)),
        SAY.region(new A0Band.Own(920_625, 250, 16)),
        SAY.temperature(41),
        SAY.temperature(-5),
        SAY.bytes(A0Commands.RETURN_LOSS, 12),
        SAY.bytes(A0Commands.GET_GPIO, 1, 0),
        SAY.match(Optional.of(EPC)),
        SAY.match(Optional.empty()),
        SAY.bufferFilled(2, 7, 50, 70),
        SAY.bytes(A0Commands.COUNT_BUFFER, 0, 7),
        SAY.buffered(A0Commands.GET_BUFFER, 1, 0x3000, EPC, 0x45, 1, 3, 9),
        SAY.memory(1, 0x3000, EPC, "E280110520001234", 1, 2),
        SAY.accessed(A0Commands.WRITE, 1, 0x3000, EPC, A0Errors.OK, 1, 2),
        SAY.accessed(A0Commands.LOCK, 1, 0x3000, EPC, A0Errors.PASSWORD, 1, 2),
        SAY.antennaRefused(3, A0Errors.ANTENNA_MISSING),
        SAY.tagSeen(A0Commands.FAST_SWITCH, 44, 4, 0x3000, EPC, 0x50, OptionalInt.of(0x0123)),
        SAY.roundDone(A0Commands.SESSION_INVENTORY, 4, 200, 70_000));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("published")
  void everyPublishedFrameIsReadAndWrittenByteByByte(String hex, A0Frame frame) {
    assertThat(Hex.of(CODEC.encode(frame))).isEqualTo(Hex.of(Hex.bytes(hex)));
    assertThat(TRIAL.all(Hex.bytes(hex))).containsExactly(new Decoded.Frame<>(frame));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void everyOtherKindOfFrameIsReadAsItWasWritten(A0Frame frame) {
    assertThat(TRIAL.all(CODEC.encode(frame))).containsExactly(new Decoded.Frame<>(frame));
  }

  @Test
  void theEndFrameThatATutorialMisprintsIsRefused() {
    assertThat(TRIAL.frames(Hex.bytes("A0 0A 01 89 00 00 1D 00 00 00 01 BC"))).isEmpty();
  }

  @Test
  void theChecksumIsThatOfIndependentVectors() {
    assertThat(A0Frame.checksum(Hex.bytes("01020304"))).isEqualTo((byte) 0xF6);
    assertThat(A0Frame.checksum(Hex.bytes("86C803FD"))).isEqualTo((byte) 0xB2);
    assertThat(A0Frame.checksum(Hex.bytes("DC04031E"))).isEqualTo((byte) 0xFF);
    assertThat(A0Frame.checksum(Hex.bytes("A0030172"))).isEqualTo((byte) 0xEA);
  }

  @Test
  void aFrameWithAnyOneBitFlippedIsNoiseAndItsNeighboursSurvive() {
    byte[] tag = CODEC.encode(tag(1, "3034257BF7194E4000001A85"));
    byte[] end = CODEC.encode(SAY.roundDone(A0Commands.INVENTORY, 2, 30, 3));
    Stream.concat(published().map(a -> (A0Frame) a.get()[1]), others().stream())
        .map(CODEC::encode)
        .forEach(
            frame -> {
              TRIAL.everyFlippedBitIsRefused(frame, tag, end);
              TRIAL.everyFlippedBitIsRefused(frame, end, tag);
              TRIAL.everyFlippedBitIsRefused(frame, tag, tag);
            });
  }

  @Test
  void aDamagedLengthWhoseSumHappensToBeZeroIsStillNoise() {
    byte[] damaged = CODEC.encode(tag(1, EPC));
    damaged[1] ^= 4; // four bytes more, which make up for it
    byte[] rest = Hex.bytes("FC000000");
    byte[] next = CODEC.encode(tag(2, EPC));
    assertThat(A0Frame.checksum(StreamTrial.joined(damaged, rest))).isZero();
    assertThat(TRIAL.frames(StreamTrial.joined(damaged, rest, next))).containsExactly(tag(2, EPC));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTagDamagedAnyhowIsNeverReadAsAnother(long seed) {
    Random random = new Random(seed);
    byte[] good = CODEC.encode(tag(1, EPC));
    int wrong = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = good.clone();
      int flips = 1 + random.nextInt(4);
      for (int n = 0; n < flips; n++) {
        damaged[random.nextInt(2)] ^= (byte) (1 << random.nextInt(8));
      }
      for (A0Frame frame : TRIAL.frames(StreamTrial.joined(good, damaged, good))) {
        if (A0Reply.parse(frame) instanceof A0Reply.TagSeen tag && !tag.epcHex().equals(EPC)) {
          wrong++;
        }
      }
    }
    assertThat(wrong).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void chanceNeverBreaksTheCodecNorTheMeaning(long seed) {
    List<byte[]> samples = new ArrayList<>();
    published().forEach(a -> samples.add(CODEC.encode((A0Frame) a.get()[1])));
    others().forEach(frame -> samples.add(CODEC.encode(frame)));
    byte[] common = Hex.bytes("A0 13 0A 04 03 01 FF 89 8A 8B 30 00 10 22");
    A0Dialect dialect = new A0Dialect();
    for (A0Frame frame : TRIAL.fuzzed(seed, 20_000, common, samples)) {
      assertThat(dialect.heard(frame)).isNotNull();
      assertThat(dialect.explain(frame)).containsKey("type");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyContentUnderARightChecksumHasAMeaning(long seed) {
    Random random = new Random(seed);
    A0Dialect dialect = new A0Dialect();
    for (int i = 0; i < 12_000; i++) {
      byte[] data = new byte[random.nextInt(random.nextInt(8) == 0 ? 252 : 40)];
      random.nextBytes(data);
      A0Frame frame = A0Frame.of(1, 0x60 + random.nextInt(0x40), data);
      if (dialect.heard(frame) instanceof Heard.Tags tags) {
        assertThat(tags.tags()).allSatisfy(tag -> assertThat(tag.epcHex()).isNotEmpty());
      }
      assertThat(dialect.explain(frame)).containsKey("type");
    }
  }

  @Test
  void aStartOfALongFrameThatWasNoiseDoesNotSwallowWhatFollows() {
    byte[] real = CODEC.encode(tag(1, EPC));
    ByteBuffer in = ByteBuffer.allocate(100);
    in.put(Hex.bytes("A0 46 01 89")).put(real).flip();
    assertThat(CODEC.decode(in)).isEmpty();
    assertThat(CODEC.giveUp(in)).contains(new Decoded.Frame<>(tag(1, EPC)));
    assertThat(in.hasRemaining()).isFalse();
  }

  @Test
  void aHeadInsideAnEpcIsNoHead() {
    A0Frame tricky = tag(3, "A00301 72EA A0040189 01D1".replace(" ", "") + "00");
    assertThat(TRIAL.frames(CODEC.encode(tricky))).containsExactly(tricky);
  }

  private static A0Frame tag(int antenna, String epc) {
    int pc = (epc.length() / 4) << 11;
    return SAY.tagSeen(A0Commands.INVENTORY, 10, antenna, pc, epc, 0x40, OptionalInt.empty());
  }
}
