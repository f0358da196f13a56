package dev.aisle.device.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.gs1.Refusal.Why;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Gs1ParserTest {
  private static final String GS = "\u001D";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @Test
  void oneScanOfAPalletGivesAllItsFields() {
    Gs1Data data =
        data(
            Gs1Parser.parse(
                "00106141412345678908"
                    + "0280614141123458"
                    + "3740"
                    + GS
                    + "10L-77/a"
                    + GS
                    + "11260301"
                    + "15261231"
                    + "17270100"
                    + "3103001250"
                    + "400PO-4711"
                    + GS
                    + "401C1"
                    + GS
                    + "21S1"
                    + GS
                    + "3012"));
    assertThat(data.sscc()).contains("106141412345678908");
    assertThat(data.gtin()).contains("80614141123458");
    assertThat(data.count()).contains(40);
    assertThat(data.lot()).contains("L-77/a");
    assertThat(data.serial()).contains("S1");
    assertThat(data.get("400")).contains("PO-4711");
    assertThat(data.get("401")).contains("C1");
    assertThat(data.date("11", TODAY)).contains(LocalDate.of(2026, 3, 1));
    assertThat(data.date("15", TODAY)).contains(LocalDate.of(2026, 12, 31));
    assertThat(data.expiry(TODAY)).contains(LocalDate.of(2027, 1, 31));
    assertThat(data.measure("310")).contains(new BigDecimal("1.250"));
    assertThat(data.measure("330")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "0180614141123459, 01, CHECK_DIGIT",
        "018061414112345, 01, TOO_SHORT",
        "17261301, 17, NO_DATE",
        "17260230, 17, NO_DATE",
        "7006260200, 7006, NO_DATE",
        "170112, 17, TOO_SHORT",
        "10ABCDEFGHIJKLMNOPQRSTU, 10, TOO_LONG",
        "10A B, 10, WRONG_CHARACTER",
        "37four, 37, WRONG_CHARACTER",
        "37, 37, TOO_SHORT",
        "9999, ``, none",
        "0599, 0599, UNKNOWN_AI",
        "3106000001, 3106, UNKNOWN_AI",
        "8003106141411234512, 8003, CHECK_DIGIT",
        "43242611222460, 4324, NO_DATE",
        "43242611222561, 4324, NO_DATE",
        "43212, 4321, WRONG_CHARACTER",
      })
  void whatIsWrongIsNamedWithItsIdentifier(String text, String ai, String why) {
    Gs1Result result = Gs1Parser.parse(text);
    if (why.equals("none")) {
      assertThat(result).isInstanceOf(Gs1Result.Data.class);
      return;
    }
    assertThat(result).isEqualTo(new Gs1Result.Refused(new Refusal(ai, Why.valueOf(why))));
    assertThat(((Gs1Result.Refused) result).refusal().text()).contains(ai);
  }

  @Test
  void anIdentifierMayStandTwiceOnlyWithTheSameData() {
    assertThat(Gs1Parser.parse("10A" + GS + "10A")).isInstanceOf(Gs1Result.Data.class);
    assertThat(Gs1Parser.parse("10A" + GS + "10B"))
        .isEqualTo(new Gs1Result.Refused(new Refusal("10", Why.TWICE)));
  }

  @Test
  void leadingAndNeedlessSeparatorsSayNothing() {
    assertThat(data(Gs1Parser.parse(GS + "0180614141123458" + GS + "17261231" + GS)).elements())
        .containsExactly(Map.entry("01", "80614141123458"), Map.entry("17", "261231"));
  }

  @Test
  void theReadableFormIsTheSameData() {
    Gs1Data data = data(Gs1Parser.parseReadable("(01)80614141123458 (10)A(1)B(17)261231"));
    assertThat(data.lot()).contains("A(1)B");
    assertThat(data.readable()).isEqualTo("(01)80614141123458(10)A(1)B(17)261231");
    assertThat(data(Gs1Parser.parse(data.elementString()))).isEqualTo(data);
    assertThat(Gs1Parser.parseReadable("01)80614141123458"))
        .isEqualTo(new Gs1Result.Refused(new Refusal("01)8", Why.NOT_READABLE_FORM)));
    assertThat(Gs1Parser.parseReadable("(05)1"))
        .isEqualTo(new Gs1Result.Refused(new Refusal("05", Why.UNKNOWN_AI)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://id.gs1.org/01/80614141123458/10/L%2F1/21/S1?17=261231&linkType=all,"
        + " (01)80614141123458(10)L/1(21)S1(17)261231",
    "https://brand.example/shop/01/614141123452, (01)00614141123452",
    "http://id.gs1.org/00/106141412345678908#x, (00)106141412345678908",
    "https://id.gs1.org/414/9521141123454/254/32a%2Fb, (414)9521141123454(254)32a/b",
    "https://id.gs1.org/8004/952114132a%2Fb, (8004)952114132a/b",
  })
  void aDigitalLinkIsTheSameData(String uri, String readable) {
    assertThat(data(DigitalLink.parse(uri)).readable()).isEqualTo(readable);
  }

  @Test
  void aDigitalLinkIsWrittenWithItsKeyInThePathAndTheRestInTheQuery() {
    Gs1Data data = data(Gs1Parser.parse("17261231" + "0180614141123458" + "21S/1" + GS + "10L1"));
    assertThat(DigitalLink.write(data))
        .contains("https://id.gs1.org/01/80614141123458/10/L1/21/S%2F1?17=261231");
    assertThat(DigitalLink.write(data(Gs1Parser.parse("10L1")))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://example.org/, NO_DIGITAL_LINK",
    "ftp://id.gs1.org/01/80614141123458, NO_DIGITAL_LINK",
    "https://id.gs1.org/01/80614141123458/21/S1/10/L1, NO_DIGITAL_LINK",
    "https://id.gs1.org/01/80614141123459, CHECK_DIGIT",
    "https://id.gs1.org/01/80614141123458?17=260231, NO_DATE",
    "https://id.gs1.org/01/80614141123458?0599=1, UNKNOWN_AI",
    "https://id.gs1.org/01/80614141123458/10/%ZZ~, WRONG_CHARACTER",
  })
  void whatIsNoDigitalLinkIsRefused(String uri, Why why) {
    assertThat(DigitalLink.parse(uri))
        .isInstanceOfSatisfying(
            Gs1Result.Refused.class, refused -> assertThat(refused.refusal().why()).isEqualTo(why));
  }

  /** GS1 General Specifications, 7.12: 49 years ahead to 50 back. */
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "261122, 2026-11-22",
    "750101, 2075-01-01",
    "760101, 2076-01-01",
    "770101, 1977-01-01",
    "990101, 1999-01-01",
    "000229, 2000-02-29",
    "240200, 2024-02-29",
    "270200, 2027-02-28",
  })
  void theCenturyIsTheNearestOne(String yymmdd, LocalDate date) {
    assertThat(Gs1Date.read(yymmdd, TODAY)).isEqualTo(date);
    assertThat(Gs1Date.write(Gs1Date.read(yymmdd, TODAY))).startsWith(yymmdd.substring(0, 4));
  }

  @Test
  void whatIsNoDateThrows() {
    assertThatThrownBy(() -> Gs1Date.read("270229", TODAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Gs1Date.read("2702", TODAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTableHoldsEveryIdentifierAndNoneBeginsWithAnother() {
    List<String> all =
        new ArrayList<>(AiTable.all().stream().map(ApplicationIdentifier::ai).toList());
    assertThat(all).hasSizeGreaterThan(480).contains("00", "01", "10", "17", "3103", "8200", "99");
    for (String ai : all) {
      assertThat(all.stream().filter(other -> other.startsWith(ai))).containsExactly(ai);
      assertThat(AiTable.of(ai).orElseThrow().title()).isNotBlank();
    }
    // Lengths that the first two digits fix (figure 7.8.5-2 of the General Specifications).
    assertThat(AiTable.all().stream().filter(ai -> !ai.separated()))
        .allSatisfy(
            ai -> {
              assertThat(ai.ai()).matches("0[0-3].*|1[1-7].*|20|3[1-6].*|41.");
              assertThat(ai.shortest()).isEqualTo(ai.longest());
            });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyIdentifierComesBackFromElementStringReadableFormAndLink(long seed) {
    Random random = new Random(seed);
    List<ApplicationIdentifier> all = new ArrayList<>(AiTable.all());
    for (int i = 0; i < 60; i++) {
      Map<String, String> elements = new LinkedHashMap<>();
      int count = 1 + random.nextInt(5);
      for (int k = 0; k < count; k++) {
        ApplicationIdentifier ai = all.get(random.nextInt(all.size()));
        elements.put(ai.ai(), RandomData.of(ai, random));
      }
      Gs1Data data = data(Gs1Data.of(elements));
      assertThat(data.elements()).isEqualTo(elements);
      assertThat(data(Gs1Parser.parse(data.elementString()))).isEqualTo(data);
      assertThat(data(Gs1Parser.parseReadable(data.readable()))).isEqualTo(data);
      DigitalLink.write(data)
          .ifPresent(uri -> assertThat(data(DigitalLink.parse(uri))).isEqualTo(data));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noTextMakesTheParsersThrow(long seed) {
    Random random = new Random(seed);
    String[] starts = {"", "01", "(01)", "https://id.gs1.org/01/", "17", "4324", "8008", "]C1"};
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder(starts[random.nextInt(starts.length)]);
      int length = random.nextInt(50);
      for (int k = 0; k < length; k++) {
        text.append(
            switch (random.nextInt(6)) {
              case 0 -> (char) random.nextInt(1 << 16);
              case 1 -> "()/%?=&#\u001D".charAt(random.nextInt(9));
              default -> (char) ('0' + random.nextInt(10));
            });
      }
      assertThat(Gs1Parser.parse(text.toString())).isNotNull();
      assertThat(Gs1Parser.parseReadable(text.toString())).isNotNull();
      assertThat(DigitalLink.parse(text.toString())).isNotNull();
    }
  }

  private static Gs1Data data(Gs1Result result) {
    assertThat(result).isInstanceOf(Gs1Result.Data.class);
    return ((Gs1Result.Data) result).data();
  }
}
