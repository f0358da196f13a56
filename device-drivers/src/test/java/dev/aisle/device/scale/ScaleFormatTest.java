package dev.aisle.device.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.scale.ScaleLines.Decoded;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScaleFormatTest {
  private static final ScaleFormat OWN =
      ScaleFormat.pattern(
          "W(?<minus>-)?(?<weight>[0-9.]+)(?<unit>kg|g)?;(?<stable>S)?(?<overload>O)?.*",
          Optional.of(WeightUnit.KG));

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  private static ScaleFormat format(String name) {
    return switch (name) {
      case "sics" -> ScaleFormat.sics();
      case "and" -> ScaleFormat.and();
      case "toledo" -> ScaleFormat.toledo();
      default -> OWN;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "sics|S S     100.00 g|100000 true",
        "sics|S D     100.05 g|100050 false",
        "sics|S S      -0.10 g|-100 true",
        "sics|S S  -    0.10 g|-100 true",
        "sics|S S    12.3456 kg|12345600 true",
        "sics|S S       1.00 lb|453592 true",
        "sics|S +|over",
        "sics|S -|under",
        "sics|S I|the scale is busy",
        "sics|ES|the scale did not understand: ES",
        "sics|S S  100.00 pcs|-",
        "sics|S X     100.00 g|-",
        "and|ST,+00123.45  g|123450 true",
        "and|US,+00123.40  g|123400 false",
        "and|US,-00000.40  g|-400 false",
        "and|ST,GS,+  1.234kg|1234000 true",
        "and|US,NT,-00001.23 kg|-1230000 false",
        "and|OL,+9999999E+19|over",
        "and|OL,-9999999E+19|under",
        "and|OL,GS,+99.99kg|over",
        "and|QT,+00000012 PC|-",
        "and|ST,+00123.45|-",
        "own|W12.5;S|12500000 true",
        "own|W-12.5g;S|-12500 true",
        "own|W12.5kg;|12500000 false",
        "own|W99.9kg;O|over",
        "own|12.5|-",
      })
  void aLineIsUnderstoodOrLeft(String name, String line, String meaning) {
    assertThat(format(name).parse(line).map(ScaleFormatTest::words).orElse("-")).isEqualTo(meaning);
  }

  /** Words A, B and C of the continuous output; two decimals, kilograms. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "$0 |012345|123450000 true",
        "$8 |012345|123450000 false",
        "$2 |000005|-50000 true",
        "$4 |012345|over",
        "$6 |000000|under",
        "%0 |  1234|1234000 true",
        "*0 |001234|1234000000 true",
        "(0 |001234|123400000000 true",
        "#0!|012345|1234500 true",
        "$0 |01 345|-",
      })
  void toledoStatusWordsAreUnderstood(String status, String digits, String meaning) {
    List<Decoded> decoded = decode("\2" + status + digits + "000000\r", ScaleFormat.toledo());
    assertThat(decoded).hasSize(1);
    assertThat(decoded.getFirst() instanceof Decoded.Said(ScaleSays what) ? words(what) : "-")
        .isEqualTo(meaning);
    assertThat(decode(status + digits + "000000\r", ScaleFormat.toledo()))
        .first()
        .isInstanceOf(Decoded.Noise.class);
  }

  private static String words(ScaleSays says) {
    return switch (says) {
      case ScaleSays.Weight(long milligrams, boolean stable, boolean zero) ->
          milligrams + " " + stable;
      case ScaleSays.Overload over -> "over";
      case ScaleSays.Underload under -> "under";
      case ScaleSays.NotNow(String why) -> why;
    };
  }

  private static List<Decoded> decode(String bytes, ScaleFormat format) {
    return ScaleLines.decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)), format);
  }

  @Test
  void noiseMergedLinesAndParityBitsDoNotHideTheNextWeight() {
    String parity = new String(new char[] {'S' | 0x80, ' ' | 0x80, 'S' | 0x80});
    List<Decoded> decoded =
        decode(
            "0.00 g\r\n\0\1\7S S     1.00 g\r\nS S     2.00 gS S     2.00 g\r\n"
                + parity
                + "     3.00 g\r\n\2S S     4.00 g\3\r\nS S   ",
            ScaleFormat.sics());
    assertThat(decoded)
        .filteredOn(Decoded.Said.class::isInstance)
        .extracting(said -> words(((Decoded.Said) said).what()))
        .containsExactly("3000 true", "4000 true");
    assertThat(decoded).filteredOn(Decoded.Noise.class::isInstance).hasSize(3);
  }

  @Test
  void aLineThatNeverEndsIsNoise() {
    ByteBuffer endless = ByteBuffer.wrap("x".repeat(1000).getBytes(StandardCharsets.US_ASCII));
    assertThat(ScaleLines.decode(endless, ScaleFormat.sics()))
        .hasSize(7)
        .allMatch(Decoded.Noise.class::isInstance);
    assertThat(endless.remaining()).isLessThanOrEqualTo(ScaleLines.LONGEST);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void howeverTheLineIsCutTheSameWeightsComeOut(long seed) {
    Random random = new Random(seed);
    StringBuilder all = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      boolean stable = random.nextBoolean();
      int grams = random.nextInt(30_000);
      all.append("S %s %9d.00 g\r\n".formatted(stable ? "S" : "D", grams));
      expected.add(grams * 1000L + " " + stable);
    }
    byte[] bytes = all.toString().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer buffer = ByteBuffer.allocate(1024);
    List<String> found = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int count = Math.min(1 + random.nextInt(40), bytes.length - at);
      buffer.put(bytes, at, count);
      at += count;
      buffer.flip();
      for (Decoded decoded : ScaleLines.decode(buffer, ScaleFormat.sics())) {
        found.add(words(((Decoded.Said) decoded).what()));
      }
      buffer.compact();
    }
    assertThat(found).isEqualTo(expected);
  }

  /** The buffer never fills up, every byte is accounted for, and nothing throws. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomBytesNeverThrowAndNeverBlockTheBuffer(long seed) {
    Random random = new Random(seed);
    for (String name : List.of("sics", "and", "toledo", "own")) {
      ByteBuffer buffer = ByteBuffer.allocate(1024);
      for (int i = 0; i < 200; i++) {
        byte[] chunk = new byte[random.nextInt(200)];
        random.nextBytes(chunk);
        for (int j = 0; j < chunk.length; j++) {
          if (random.nextInt(4) != 0) {
            chunk[j] = (byte) "ST,+-0123456789. gk\r\n\2SUSOLD".charAt(random.nextInt(27));
          }
        }
        buffer.put(chunk);
        buffer.flip();
        ScaleLines.decode(buffer, format(name));
        buffer.compact();
        assertThat(buffer.remaining()).isGreaterThan(1024 - ScaleLines.LONGEST - 2);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "(?<weight>[0-9]+)|must tell whether the load lies still",
        "(?<stable>S)|needs a group (?<weight>",
        "(?<weight>[0-9]+)(?<stable>S)|or the site file names the unit",
        "(?<weight>|is no regular expression",
      })
  void aPatternThatCannotBeTrustedIsRefused(String regex, String why) {
    assertThatThrownBy(() -> ScaleFormat.pattern(regex, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aPlanIsReadOrRefusedWithASentence() {
    assertThat(ScalePlan.serial(Map.of("format", "sics", "stale_after", "3 s")).staleAfter())
        .hasSeconds(3);
    ScalePlan.Modbus modbus =
        ScalePlan.modbus(
            Map.of("weight_kg", "holding 0 int32 factor 0.001", "stable", "holding 2 bit 0"));
    assertThat(modbus.registers().shownIn()).isEqualTo(WeightUnit.KG);
    for (Map<String, String> wrong :
        List.of(
            Map.of("format", "fancy"),
            Map.of("format", "pattern"),
            Map.of("format", "sics", "weight_unit", "kg"),
            Map.of("format", "sics", "stale_after", "soon"),
            Map.of("format", "sics", "colour", "red"))) {
      assertThatThrownBy(() -> ScalePlan.serial(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (Map<String, String> wrong :
        List.of(
            Map.of("weight_g", "holding 0 int32"),
            Map.of("weight_g", "holding 0", "stable", "input 0"),
            Map.of("weight_g", "holding 0 int32", "weight_kg", "holding 0 int32"),
            Map.of("weight_g", "holding 0 int32", "stable", "holding 2 int16"),
            Map.of("weight_g", "holding 0 int32", "stable", "input 0", "unit", "900"))) {
      assertThatThrownBy(() -> ScalePlan.modbus(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
