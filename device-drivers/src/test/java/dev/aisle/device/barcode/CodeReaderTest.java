package dev.aisle.device.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.gs1.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeReaderTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "]C100106141412345678908, (00)106141412345678908",
    "]d20180614141123458, (01)80614141123458",
    "]Q30180614141123458, (01)80614141123458",
    "]e00180614141123458, (01)80614141123458",
    "]J117261231, (17)261231",
    "00106141412345678908, (00)106141412345678908",
    "]Q1https://id.gs1.org/01/80614141123458/10/L1, (01)80614141123458(10)L1",
    "]C0(01)80614141123458(10)L1, (01)80614141123458(10)L1",
    "https://id.gs1.org/00/106141412345678908, (00)106141412345678908",
  })
  void gs1DataAreReadFromEverySymbology(String scanned, String readable) {
    assertThat(CodeReader.read(scanned))
        .isInstanceOfSatisfying(
            ScannedCode.Gs1.class, gs1 -> assertThat(gs1.data().readable()).isEqualTo(readable));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "]E06901234567892, 06901234567892",
    "]E496385074, 00000096385074",
    "]E0614141123452, 00614141123452",
    "]I180614141123458, 80614141123458",
    "6901234567892, 06901234567892",
    "96385074, 00000096385074",
  })
  void anItemNumberAloneHasFourteenDigits(String scanned, String gtin) {
    assertThat(CodeReader.read(scanned))
        .isInstanceOfSatisfying(
            ScannedCode.ItemNumber.class, item -> assertThat(item.gtin()).isEqualTo(gtin));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "]C10180614141123459, CHECK_DIGIT",
    "]C1599, UNKNOWN_AI",
    "]d2, EMPTY",
    "]E06901234567893, CHECK_DIGIT",
    "]E012345, WRONG_LENGTH",
  })
  void whatSaysToBeGs1AndIsNotIsRefusedWithTheReason(String scanned, Refusal.Why why) {
    assertThat(CodeReader.read(scanned))
        .isInstanceOfSatisfying(
            ScannedCode.Refused.class,
            refused -> assertThat(refused.refusal().why()).isEqualTo(why));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "S-01-01, S-01-01",
    "]C0S-01-01, S-01-01",
    "]A0BADGE, BADGE",
    "6901234567893, 6901234567893",
    "0199, 0199",
    "]z0货架一, 货架一",
    "], ]",
  })
  void everythingElseIsPlainText(String scanned, String text) {
    assertThat(CodeReader.read(scanned)).isEqualTo(new ScannedCode.Plain(text));
  }

  @Test
  void aCodeEndsAtItsSuffixHoweverItsBytesArrive() {
    byte[] sent = "]C110A\r\n\r\n]C0货架一\r".getBytes(StandardCharsets.UTF_8);
    for (int chunk = 1; chunk <= sent.length; chunk++) {
      assertThat(Chunks.of(sent, chunk, ScannerSettings.standard()))
          .containsExactly("]C110A", "]C0货架一");
    }
  }

  @Test
  void lineEndsAreDataWhereEtxEndsTheCode() {
    var settings =
        new ScannerSettings(
            ScannerSettings.Suffix.ETX,
            java.time.Duration.ofMillis(100),
            20,
            StandardCharsets.US_ASCII);
    byte[] sent = "noise\u0002a\r\nb\u0003\u0002c\u0003".getBytes(StandardCharsets.US_ASCII);
    assertThat(Chunks.of(sent, 3, settings)).containsExactly("a\r\nb", "c");
  }

  @Test
  void aCodeThatIsTooLongIsDroppedAndTheNextIsTaken() {
    var settings =
        new ScannerSettings(
            ScannerSettings.Suffix.LINE,
            java.time.Duration.ofMillis(100),
            5,
            StandardCharsets.US_ASCII);
    assertThat(Chunks.of("1234567\r12345\r".getBytes(StandardCharsets.US_ASCII), 4, settings))
        .containsExactly("12345");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noBytesMakeTheReaderThrow(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(80)];
      random.nextBytes(bytes);
      if (random.nextBoolean() && bytes.length > 3) {
        bytes[0] = ']';
        bytes[1] = (byte) "CdQeJEI".charAt(random.nextInt(7));
        bytes[2] = (byte) ('0' + random.nextInt(5));
      }
      for (String code : Chunks.of(bytes, 7, ScannerSettings.standard())) {
        assertThat(CodeReader.read(code)).isNotNull();
      }
    }
  }
}
