package dev.aisle.device.rfid.bb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.bb.BbCommands.Info;
import dev.aisle.device.rfid.bb.BbCommands.Region;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BbFrameCodecTest {
  private static final BbFrameCodec CODEC = new BbFrameCodec();
  private static final String EPC = "30751FEB705C5904E3D50D70";

  /** Frames of the vendor's document (Communication Protocol V2.1) and what builds them. */
  private static final Map<String, BbFrame> PUBLISHED = new LinkedHashMap<>();

  static {
    put("BB 00 03 00 01 00 04 7E", BbCommands.moduleInfo(Info.HARDWARE));
    put("BB 00 22 00 00 22 7E", BbCommands.singleInventory());
    put(
        "BB 02 22 00 11 C9 34 00 30 75 1F EB 70 5C 59 04 E3 D5 0D 70 3A 76 EF 7E",
        BbFrame.of(BbFrame.Type.NOTICE, 0x22, Hex.bytes("C934003075 1FEB705C5904E3D50D703A76")));
    put("BB 01 FF 00 01 15 16 7E", BbAnswers.noTag());
    put("BB 00 27 00 03 22 27 10 83 7E", BbCommands.multiInventory(10_000));
    put("BB 00 27 00 03 22 FF FF 4A 7E", BbCommands.multiInventory(65_535));
    put("BB 00 28 00 00 28 7E", BbCommands.stop());
    put("BB 01 28 00 01 00 2A 7E", BbAnswers.done(BbCommands.STOP));
    put(
        "BB 00 0C 00 13 01 00 00 00 20 60 00 30 75 1F EB 70 5C 59 04 E3 D5 0D 70 AD 7E",
        BbCommands.select(EPC));
    put("BB 01 0C 00 01 00 0E 7E", BbAnswers.done(BbCommands.SET_SELECT));
    put(
        "BB 00 39 00 09 00 00 FF FF 03 00 00 00 02 45 7E",
        BbCommands.read(0xFFFF, Bank.USER, 0, 2));
    put("BB 00 39 00 09 00 00 00 00 02 00 00 00 06 4A 7E", BbCommands.read(0, Bank.TID, 0, 6));
    put(
        "BB 01 FF 00 10 16 0E 34 00 30 75 1F EB 70 5C 59 04 E3 D5 0D 70 75 7E",
        BbFrame.of(BbFrame.Type.RESPONSE, 0xFF, Hex.bytes("160E340030751FEB705C5904E3D50D70")));
    put(
        "BB 00 49 00 0D 00 00 FF FF 03 00 00 00 02 12 34 56 78 6D 7E",
        BbCommands.write(0xFFFF, Bank.USER, 0, "12345678"));
    put(
        "BB 01 49 00 10 0E 34 00 30 75 1F EB 70 5C 59 04 E3 D5 0D 70 00 A9 7E",
        BbFrame.of(BbFrame.Type.RESPONSE, 0x49, Hex.bytes("0E340030751FEB705C5904E3D50D7000")));
    put("BB 00 82 00 07 00 00 FF FF 02 00 80 09 7E", BbCommands.lock(0xFFFF, 0x020080));
    put("BB 00 65 00 04 00 00 FF FF 67 7E", BbCommands.kill(0xFFFF));
    put("BB 00 B6 00 02 07 D0 8F 7E", BbCommands.setPower(2000));
    put("BB 01 B6 00 01 00 B8 7E", BbAnswers.done(BbCommands.SET_POWER));
    put("BB 00 B6 00 02 0A 28 EA 7E", BbCommands.setPower(2600));
    put("BB 00 B7 00 00 B7 7E", BbCommands.getPower());
    put("BB 01 B7 00 02 07 D0 91 7E", BbAnswers.power(2000));
    put("BB 00 07 00 01 03 0B 7E", BbCommands.setRegion(Region.EU));
    put("BB 01 07 00 01 00 09 7E", BbAnswers.done(BbCommands.SET_REGION));
    put("BB 00 0D 00 00 0D 7E", BbCommands.getQuery());
    put("BB 01 0D 00 02 10 20 40 7E", BbAnswers.query(0x1020));
    put("BB 01 FF 00 01 10 11 7E", BbAnswers.refused(BbErrors.WRITE_FAIL));
  }

  private static void put(String hex, BbFrame frame) {
    PUBLISHED.put(hex, frame);
  }

  static Stream<Arguments> published() {
    return PUBLISHED.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("published")
  void everyPublishedFrameIsReadAndWrittenByteByByte(String hex, BbFrame frame) {
    assertThat(frame.encode()).isEqualTo(Hex.bytes(hex));
    assertThat(decode(Hex.bytes(hex))).containsExactly(new Decoded.Frame<>(frame));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("published")
  void aFrameWithAnyOneBitFlippedIsRefused(String hex, BbFrame frame) {
    byte[] good = Hex.bytes(hex);
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] flipped = good.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      if (!framesIn(flipped).isEmpty()) {
        fail("bit %d went unnoticed", bit);
      }
    }
  }

  @Test
  void everyCutOfTheStreamGivesTheSameFrames() {
    byte[] stream = noisyStream();
    List<Decoded<BbFrame>> whole = decode(stream);
    for (int size = 1; size <= 40; size++) {
      assertThat(inChunks(stream, size)).as("chunks of %d", size).isEqualTo(whole);
    }
    assertThat(whole.stream().filter(Decoded.Frame.class::isInstance)).hasSize(PUBLISHED.size());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomBytesNeverThrowAndEveryByteIsAccountedFor(long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[2_000];
    random.nextBytes(bytes);
    for (int i = 0; i < 300; i++) {
      // Make heads, types and tails common, or no fuzzed byte would get past the first check.
      byte[] common = {(byte) 0xBB, 0, 1, 2, 0x22, 0x7E, (byte) 0xFF};
      bytes[random.nextInt(bytes.length)] = common[random.nextInt(common.length)];
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<Decoded<BbFrame>> out = CODEC.decode(in);
    int seen = in.remaining();
    for (Decoded<BbFrame> decoded : out) {
      switch (decoded) {
        case Decoded.Frame<BbFrame> frame -> {
          seen += frame.frame().encode().length;
          assertThat(BbReply.parse(frame.frame())).isNotNull();
        }
        case Decoded.Noise<BbFrame> noise -> seen++;
      }
    }
    assertThat(seen).isEqualTo(bytes.length);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void mutatedParametersUnderARightChecksumNeverThrow(long seed) {
    Random random = new Random(seed);
    for (BbFrame frame : PUBLISHED.values()) {
      byte[] parameters = new byte[random.nextInt(40)];
      random.nextBytes(parameters);
      for (BbFrame.Type type : BbFrame.Type.values()) {
        assertThat(BbReply.parse(BbFrame.of(type, frame.command(), parameters))).isNotNull();
      }
    }
  }

  @Test
  void aStartOfALongFrameThatWasNoiseDoesNotSwallowWhatFollows() {
    byte[] real = BbAnswers.tagSeen(-55, EPC).encode();
    ByteBuffer in = ByteBuffer.allocate(100);
    in.put(Hex.bytes("BB 02 22 00 F0")).put(real).flip();
    assertThat(CODEC.decode(in)).isEmpty();
    assertThat(CODEC.giveUp(in)).contains(new Decoded.Frame<>(BbAnswers.tagSeen(-55, EPC)));
    assertThat(in.hasRemaining()).isFalse();
  }

  @Test
  void aNoticeNamesTheTagAndItsSignal() {
    assertThat(BbReply.parse(BbAnswers.tagSeen(-55, EPC)))
        .isEqualTo(new BbReply.TagSeen(-55, 0x3000, EPC));
    assertThat(BbReply.parse(only(PUBLISHED, "BB 02 22 00 11")))
        .isEqualTo(new BbReply.TagSeen(-55, 0x3400, EPC));
  }

  @Test
  void aNoticeWhoseTagCrcIsWrongIsNotARead() {
    BbFrame wrong =
        BbFrame.of(BbFrame.Type.NOTICE, 0x22, Hex.bytes("C9340030751FEB705C5904E3D50D703A77"));
    assertThat(BbReply.parse(wrong)).isInstanceOf(BbReply.Garbled.class);
  }

  @Test
  void answersAreTold() {
    assertThat(BbReply.parse(BbAnswers.noTag())).isEqualTo(new BbReply.NoTag());
    assertThat(BbReply.parse(BbAnswers.power(2000))).isEqualTo(new BbReply.Power(2000));
    assertThat(BbReply.parse(BbAnswers.query(0x1020))).isEqualTo(new BbReply.Query(0x1020));
    assertThat(BbReply.parse(BbAnswers.done(BbCommands.STOP)))
        .isEqualTo(new BbReply.Done(BbCommands.STOP));
    assertThat(BbReply.parse(BbAnswers.moduleInfo(Info.HARDWARE, "M100 V1.0")))
        .isEqualTo(new BbReply.ModuleInfo(Info.HARDWARE, "M100 V1.0"));
    assertThat(BbReply.parse(only(PUBLISHED, "BB 01 FF 00 10 16")))
        .isEqualTo(new BbReply.Refused(0x16, "wrong access password", Optional.of(EPC)));
    assertThat(BbReply.parse(only(PUBLISHED, "BB 01 49")))
        .isEqualTo(new BbReply.TagChanged(BbCommands.WRITE, EPC));
    assertThat(
            BbReply.parse(
                BbFrame.of(
                    BbFrame.Type.RESPONSE,
                    BbCommands.READ,
                    Hex.bytes("0E340030751FEB705C5904E3D50D7012345678"))))
        .isEqualTo(new BbReply.Memory(EPC, "12345678"));
  }

  @Test
  void theTagCrcIsThatOfTheVendorsExample() {
    byte[] tag = Hex.bytes("3400 " + EPC);
    assertThat(TagCrc.of(tag, 0, tag.length)).isEqualTo(0x3A76);
  }

  private static BbFrame only(Map<String, BbFrame> frames, String start) {
    return frames.entrySet().stream()
        .filter(e -> e.getKey().startsWith(start))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static byte[] noisyStream() {
    Random random = new Random(7);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (String hex : PUBLISHED.keySet()) {
      stream.writeBytes(Hex.bytes(hex));
      for (int i = random.nextInt(4); i > 0; i--) {
        stream.write(random.nextInt(0xBB));
      }
      if (random.nextBoolean()) {
        stream.writeBytes(Hex.bytes("BB 7E 00"));
      }
    }
    return stream.toByteArray();
  }

  private static List<Decoded<BbFrame>> inChunks(byte[] stream, int size) {
    List<Decoded<BbFrame>> out = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.allocate(512);
    for (int at = 0; at < stream.length; at += size) {
      buffer.put(stream, at, Math.min(size, stream.length - at));
      buffer.flip();
      out.addAll(CODEC.decode(buffer));
      buffer.compact();
    }
    return out;
  }

  private static List<Decoded<BbFrame>> decode(byte[] bytes) {
    return CODEC.decode(ByteBuffer.wrap(bytes));
  }

  private static List<BbFrame> framesIn(byte[] bytes) {
    List<BbFrame> frames = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<Decoded<BbFrame>> all = new ArrayList<>(CODEC.decode(in));
    while (in.hasRemaining()) {
      all.addAll(CODEC.giveUp(in));
    }
    for (Decoded<BbFrame> decoded : all) {
      if (decoded instanceof Decoded.Frame<BbFrame> frame) {
        frames.add(frame.frame());
      }
    }
    return frames;
  }
}
