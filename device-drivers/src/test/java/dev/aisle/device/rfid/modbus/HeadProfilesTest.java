package dev.aisle.device.rfid.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aisle.device.modbus.ModbusSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HeadProfilesTest {
  private static final String GOOD =
      """
      profile: mine
      title: My head
      handshake: value-registers
      line: {mode: rtu, baud: 9600, parity: even, unit: 7}
      poll: {every_ms: 100, present_after: 2, absent_after: 3}
      read: {table: input, first: 4, words: 6}
      presence: {register: 4, bit: 0}
      uid: {first: 6, words: 4}
      """;

  static List<String> shipped() {
    return HeadProfiles.shipped();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 300);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedProfileIsRight(String name) {
    HeadProfile profile = HeadProfiles.shipped(name);
    assertThat(profile.name()).isEqualTo(name);
    assertThat(profile.title()).isNotBlank();
  }

  @Test
  void aSiteBringsAProfileOfItsOwn(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("mine.yaml"), GOOD);
    HeadProfile profile = HeadProfiles.find("mine.yaml", folder);
    assertThat(profile.line().mode()).isEqualTo(ModbusSettings.Mode.RTU);
    assertThat(profile.line().serial().text()).isEqualTo("9600 8E1");
    assertThat(profile.line().unit()).isEqualTo(7);
    assertThat(profile.handshake()).isInstanceOf(HeadProfile.ValueRegisters.class);
    assertThatThrownBy(() -> HeadProfiles.find("omron", folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("omron-v680s");
  }

  @Test
  void allMistakesAreToldTogetherWithTheirLines() {
    String wrong =
        GOOD.replace("parity: even", "parity: mark")
                .replace("present_after: 2", "presence: 2")
                .replace("{first: 6, words: 4}", "{first: 9, words: 4, colour: red}")
                .replace("bit: 0", "bit: 16")
            + "answers: {exceptions: {4: tag-lost, five: busy}}\nspeed: 3\n";
    ProfileMistakes mistakes =
        catchThrowableOfType(ProfileMistakes.class, () -> HeadProfiles.parse("mine", wrong));
    assertThat(mistakes.faults())
        .extracting(ProfileFault::toString)
        .satisfiesExactly(
            fault -> assertThat(fault).startsWith("line 4: line.parity").contains("mark"),
            fault -> assertThat(fault).startsWith("line 5:").contains("present_after"),
            fault -> assertThat(fault).startsWith("line 5:").contains("poll.presence"),
            fault -> assertThat(fault).startsWith("line 7: presence.bit"),
            fault -> assertThat(fault).startsWith("line 8:").contains("uid.colour"),
            fault -> assertThat(fault).startsWith("line 8: uid").contains("register 12"),
            fault -> assertThat(fault).startsWith("line 9:").contains("tag-lost"),
            fault -> assertThat(fault).startsWith("line 9:").contains("five"),
            fault -> assertThat(fault).startsWith("line 10:").contains("'speed'"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'a: [', no YAML",
    "'- 1', key: value",
    "'', key: value",
    "'profile: a\nprofile: b', twice",
    "'handshake: shout', poll-and-acknowledge",
    "'handshake: poll-and-acknowledge', release",
  })
  void whatIsNoProfileIsRefused(String text, String why) {
    assertThatThrownBy(() -> HeadProfiles.parse("bad", text))
        .isInstanceOf(ProfileMistakes.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDamagedProfileNeverThrowsAnythingElse(long seed) {
    Random random = new Random(seed);
    String name = HeadProfiles.shipped().get(random.nextInt(HeadProfiles.shipped().size()));
    StringBuilder text = new StringBuilder(yaml(name));
    for (int i = 0; i < 3; i++) {
      int at = random.nextInt(text.length());
      text.setCharAt(at, "abc:{}[]-#\n 019&*!'\"".charAt(random.nextInt(20)));
    }
    try {
      assertThat(HeadProfiles.parse(name, text.toString())).isNotNull();
    } catch (ProfileMistakes e) {
      assertThat(e.faults()).isNotEmpty().allMatch(fault -> fault.line() >= 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "high-first/first-first, 1122334455667788",
    "low-first/first-first, 2211443366558877",
    "high-first/last-first, 7788556633441122",
    "low-first/last-first, 8877665544332211"
  })
  void bytesAndWordsAreTurnedAsTheProfileSays(String order, String hex) {
    TagUidFormat format =
        new TagUidFormat(
            4,
            order.startsWith("low"),
            order.endsWith("last-first"),
            TagUidFormat.Form.PLAIN,
            false);
    int[] words = {0x1122, 0x3344, 0x5566, 0x7788};
    assertThat(format.read(words, OptionalInt.empty())).contains(hex);
    assertThat(format.write(dev.aisle.device.rfid.Hex.bytes(hex))).containsExactly(words);
    assertThat(format.read(new int[4], OptionalInt.empty())).isEmpty();
  }

  @Test
  void theLengthOfAnEpcStandsInItsProtocolControlWord() {
    TagUidFormat format = new TagUidFormat(8, false, false, TagUidFormat.Form.PC, false);
    int[] words = {0x3000, 0x1111, 0x2222, 0x3333, 0x4444, 0x5555, 0x6666, 0};
    assertThat(format.read(words, OptionalInt.empty())).contains("111122223333444455556666");
    words[0] = 0xF800;
    assertThat(format.read(words, OptionalInt.empty())).isEmpty();
  }

  private static String yaml(String name) {
    try (var in = HeadProfiles.class.getResourceAsStream(name + ".yaml")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
