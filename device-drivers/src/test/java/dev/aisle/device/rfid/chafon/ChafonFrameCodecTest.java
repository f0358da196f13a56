package dev.aisle.device.rfid.chafon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.chafon.ChafonModel.Family;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of the vendors' manuals and frames captured from readers (chafon-rfid, MIT). */
class ChafonFrameCodecTest {
  private static final List<String> PUBLISHED =
      Stream.of(
              "04 FF 21 19 95",
              "11 00 21 00 00 16 0C 03 4E 00 1E 0A 01 00 00 00 E6 51",
              "04 FF 01 1B B4",
              "04 00 01 DB 4B",
              "13 00 01 03 01 0C 00 00 00 00 00 00 00 00 00 00 03 13 3F 39",
              "20000103020c0000000000000000000003130c0000000000000000000003149ac9",
              "0D FF 01 04 00 01 00 00 00 00 80 14 0D 93",
              "1500010301010c0000000000000000000003136bb1a5",
              "1500010301010c3039606303c74380001a055940f93e",
              "1500010304010c49440000000000000a0003346425c0",
              "0d000103010104003230386da3d2",
              "2300010301020c0000000000000000000003136b0c0000000000000000000003146c70f2",
              "07 00 01 01 01 00 1E 4B",
              "05 FF 2F 1B 2C A5",
              "05 00 2F 00 8D CD",
              "05 FF 76 00 91 0F",
              "0A FF 35 00 00 00 00 00 00 E8 7E",
              "06 FF 22 4E 00 37 A4",
              "15 FF 04 06 00 00 00 00 E2 00 34 12 01 23 45 67 89 00 00 01 A6 0D")
          .map(hex -> hex.replace(" ", "").toUpperCase(java.util.Locale.ROOT))
          .toList();

  private final ChafonFrameCodec codec = new ChafonFrameCodec();
  private final ChafonCommands toAll = new ChafonCommands(ChafonFrame.PUBLIC);

  static List<String> published() {
    return PUBLISHED;
  }

  @ParameterizedTest
  @MethodSource("published")
  void everyPublishedFrameIsReadAndWrittenByteForByte(String hex) {
    assertThat(decode(Hex.bytes(hex)))
        .singleElement()
        .isInstanceOfSatisfying(
            Decoded.Frame.class,
            one -> assertThat(Hex.of(((ChafonFrame) one.frame()).encode())).isEqualTo(hex));
  }

  @Test
  void theCommandsAreThoseOfTheManuals() {
    assertThat(
            Stream.of(
                    toAll.info(),
                    toAll.inventory18(),
                    toAll.inventory288(4, 0, 0, 1, 20),
                    toAll.setPower(27),
                    toAll.answerMode288(),
                    toAll.answerMode18(),
                    toAll.setBand(ChafonBand.EUROPE),
                    toAll.writeEpc("E20034120123456789000001", 0))
                .map(frame -> Hex.of(frame.encode())))
        .containsExactly(
            "04FF211995",
            "04FF011BB4",
            "0DFF01040001000000008014" + "0D93",
            "05FF2F1B2CA5",
            "05FF7600910F",
            "0AFF35000000000000E87E",
            "06FF224E0037A4",
            "15FF040600000000E20034120123456789000001A60D");
  }

  @Test
  void aFrameWithAWrongCrcIsNoFrame() {
    byte[] bytes = Hex.bytes("1500010301010c0000000000000000000003136bb1a6");
    assertThat(all(bytes)).hasSize(bytes.length).allMatch(Decoded.Noise.class::isInstance);
  }

  @Test
  void theCrcIsThatOfTheCatalogue() {
    int crc = ChafonCrc.start();
    for (byte each : "123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
      crc = ChafonCrc.with(crc, each);
    }
    assertThat(crc).isEqualTo(0x6F91);
  }

  @Test
  void tagsOfBothFamiliesAreUnderstood() {
    assertThat(reply("2300010301020c0000000000000000000003136b0c0000000000000000000003146c70f2"))
        .isEqualTo(
            new ChafonReply.Inventory(
                ChafonStatus.MORE_FOLLOWS,
                List.of(
                    tag(1, "000000000000000000000313", 0x6B),
                    tag(1, "000000000000000000000314", 0x6C))));
    assertThat(reply("1500010304010c49440000000000000a0003346425c0"))
        .isEqualTo(
            new ChafonReply.Inventory(
                ChafonStatus.MORE_FOLLOWS, List.of(tag(3, "49440000000000000A000334", 0x64))));
    assertThat(
            ChafonReply.parse(
                frame("20000103020c0000000000000000000003130c0000000000000000000003149ac9"),
                Family.OF_18))
        .isInstanceOfSatisfying(
            ChafonReply.Inventory.class,
            inventory ->
                assertThat(inventory.tags())
                    .extracting(ChafonReply.Tag::epcHex)
                    .containsExactly("000000000000000000000313", "000000000000000000000314"));
  }

  @Test
  void whatAReaderSaysAboutItselfIsUnderstood() {
    assertThat(reply("11002100" + "00160C034E001E0A01000000" + "E651"))
        .isInstanceOfSatisfying(
            ChafonReply.Info.class,
            info -> {
              assertThat(info.model()).contains(ChafonModel.UHFREADER288M);
              assertThat(info.band()).contains(ChafonBand.EUROPE);
              assertThat(info.lowByte()).isZero();
              assertThat(info.powerDbm()).isEqualTo(30);
              assertThat(info.scanTime()).isEqualTo(10);
            });
    for (ChafonBand band : ChafonBand.values()) {
      assertThat(ChafonBand.ofBytes(band.highByte(), band.lowByte())).contains(band);
    }
  }

  @Test
  void anEmptyFieldIsAnAnswerAndNoError() {
    ChafonDialect dialect = new ChafonDialect();
    assertThat(dialect.heard(frame("070001010100" + "1E4B"))).isEqualTo(new Heard.NoTag());
    assertThat(dialect.heard(ChafonFrame.answer(0, 1, ChafonStatus.NO_TAG)))
        .isEqualTo(new Heard.NoTag());
  }

  @Test
  void fastIdStatisticsActiveModeAndHeartbeatAreUnderstood() {
    byte[] withTid = Hex.bytes("01019830751FEB705C5904E3D50D70E280110520001122334455666B");
    assertThat(ChafonReply.parse(ChafonFrame.answer(0, 1, 3, withTid), Family.OF_288))
        .isEqualTo(
            new ChafonReply.Inventory(
                3,
                List.of(
                    new ChafonReply.Tag(
                        1,
                        "30751FEB705C5904E3D50D70",
                        java.util.OptionalInt.of(0x6B),
                        java.util.Optional.of("E28011052000112233445566")))));
    assertThat(reply(ChafonFrame.answer(0, 1, 0x26, Hex.bytes("04001200000100"))))
        .isEqualTo(new ChafonReply.Statistics(3, 0x12, 0x100));
    assertThat(reply(ChafonFrame.answer(0, 0xEE, 0, Hex.bytes("020430753A5C64"))))
        .isEqualTo(new ChafonReply.Active(tag(2, "30753A5C", 0x64)));
    assertThat(new ChafonDialect().heard(ChafonFrame.answer(0, 0xEE, 0x28, Hex.bytes("00000007"))))
        .isEqualTo(new Heard.Alive());
  }

  @Test
  void everyStatusHasAMeaningAndAConcern() {
    for (int status = 0; status <= 0xFF; status++) {
      assertThat(ChafonStatus.meaning(status)).isNotBlank();
      assertThat(ChafonStatus.concern(status)).isNotNull();
    }
    ChafonDialect dialect = new ChafonDialect();
    assertThat(dialect.heard(ChafonFrame.answer(0, 2, 0xFC, (byte) 4)))
        .isEqualTo(new Heard.Refused(0xFC, "the tag refused: memory locked", Heard.Concern.LOCKED));
    assertThat(dialect.heard(ChafonFrame.answer(0, 1, 0xF8)))
        .isEqualTo(new Heard.Refused(0xF8, "antenna missing or mismatched", Heard.Concern.ANTENNA));
  }

  @Test
  void explanationsNameTheTagAndTheCommand() {
    ChafonDialect dialect = new ChafonDialect(Family.OF_288);
    assertThat(dialect.explain(frame("1500010304010C49440000000000000A0003346425C0")))
        .containsEntry("type", "tag")
        .containsEntry("epc", "49440000000000000A000334")
        .containsEntry("rssi", 0x64)
        .containsEntry("antenna", 3);
    assertThat(dialect.explain(frame("05FF2F1B2CA5")))
        .containsEntry("type", "command")
        .containsEntry("what", "set power");
    assertThat(dialect.explain(new ChafonCommands(0).setPower(27)))
        .containsEntry("type", "command");
    assertThat(dialect.explain(ChafonFrame.answer(0, 0, 0xFE)))
        .containsEntry("error", "unknown command, or its CRC was wrong on arrival");
  }

  @ParameterizedTest
  @MethodSource("published")
  void everyTurnedBitIsRefused(String hex) {
    byte[] good = Hex.bytes(hex);
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(frames(all(bad))).as("bit %d", bit).doesNotContain(frame(hex)).isEmpty();
    }
  }

  @Test
  void itDoesNotMatterHowTheStreamIsCut() {
    byte[] stream = stream();
    List<Decoded<ChafonFrame>> whole = all(stream);
    assertThat(frames(whole)).hasSize(PUBLISHED.size());
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ByteBuffer buffer = ByteBuffer.allocate(2 * codec.longestFrame());
      List<Decoded<ChafonFrame>> cut = new ArrayList<>();
      for (int at = 0; at < stream.length; ) {
        int count = Math.min(random.nextInt(1, 40), stream.length - at);
        buffer.put(stream, at, count).flip();
        cut.addAll(codec.decode(buffer));
        buffer.compact();
        at += count;
      }
      buffer.flip();
      while (buffer.hasRemaining()) {
        cut.addAll(codec.giveUp(buffer));
      }
      assertThat(cut).as("seed %d", seed).isEqualTo(whole);
    }
  }

  /** Every published frame, with noise between them. */
  private static byte[] stream() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String hex : PUBLISHED) {
      out.writeBytes(Hex.bytes(hex));
      out.writeBytes(new byte[] {0, 3, 1});
    }
    return out.toByteArray();
  }

  @Test
  void aLengthThatIsOneTooShortMakesNoFrame() {
    byte[] bytes = Hex.bytes("14FF040600000000E20034120123456789000001F0D2");
    assertThat(frames(all(bytes))).isEmpty();
  }

  /**
   * A right CRC is the only sign of a frame, so now and then damage makes one that takes in the
   * beginning of the next (about one in 65 536 places). Nothing else may cost the neighbour.
   */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void noDamageThrowsOrCostsANeighbour(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ChafonDialect dialect = new ChafonDialect(seed % 2 == 0 ? Family.OF_18 : Family.OF_288);
    byte[] neighbour = Hex.bytes("1500010304010C49440000000000000A0003346425C0");
    int byChance = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] damaged = damaged(random);
      byte[] bytes = Arrays.copyOf(damaged, damaged.length + neighbour.length);
      System.arraycopy(neighbour, 0, bytes, damaged.length, neighbour.length);
      int at = 0;
      boolean heard = false;
      for (Decoded<ChafonFrame> one : all(bytes)) {
        if (!(one instanceof Decoded.Frame<ChafonFrame>(ChafonFrame frame))) {
          at++;
          continue;
        }
        byte[] again = frame.encode();
        if (!Arrays.equals(bytes, at, at + again.length, again, 0, again.length)) {
          fail("a frame that was not sent: " + Hex.of(bytes));
        }
        dialect.heard(frame);
        dialect.explain(frame);
        heard |= at == damaged.length;
        if (at < damaged.length && at + again.length > damaged.length) {
          byChance++;
          heard = true;
        }
        at += again.length;
      }
      if (!heard || at != bytes.length) {
        fail("the neighbour is lost: " + Hex.of(bytes));
      }
    }
    assertThat(byChance).isLessThan(50);
  }

  private static byte[] damaged(SplittableRandom random) {
    byte[] bytes = Hex.bytes(PUBLISHED.get(random.nextInt(PUBLISHED.size())));
    switch (random.nextInt(4)) {
      case 0 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 2 -> bytes = Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length);
      default -> {
        bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
      }
    }
    return bytes;
  }

  private static ChafonReply.Tag tag(int antenna, String epc, int rssi) {
    return new ChafonReply.Tag(
        antenna, epc, java.util.OptionalInt.of(rssi), java.util.Optional.empty());
  }

  private ChafonReply reply(String hex) {
    return reply(frame(hex));
  }

  private static ChafonReply reply(ChafonFrame frame) {
    return ChafonReply.parse(frame, Family.OF_288);
  }

  private ChafonFrame frame(String hex) {
    return frames(decode(Hex.bytes(hex))).getFirst();
  }

  private List<Decoded<ChafonFrame>> decode(byte[] bytes) {
    return codec.decode(ByteBuffer.wrap(bytes));
  }

  private List<Decoded<ChafonFrame>> all(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<Decoded<ChafonFrame>> out = new ArrayList<>(codec.decode(in));
    while (in.hasRemaining()) {
      out.addAll(codec.giveUp(in));
    }
    return out;
  }

  private static List<ChafonFrame> frames(List<Decoded<ChafonFrame>> all) {
    List<ChafonFrame> frames = new ArrayList<>();
    for (Decoded<ChafonFrame> one : all) {
      if (one instanceof Decoded.Frame<ChafonFrame>(ChafonFrame frame)) {
        frames.add(frame);
      }
    }
    return frames;
  }
}
