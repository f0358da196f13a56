package dev.aisle.wms.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  @Test
  void anSsccIsBuiltFromItsPartsWithTheCheckDigit() {
    // GS1 General Specifications, check digit example for 18 digits: 37610425002123456 -> 9
    assertThat(Sscc.of(3, "7610425", 2123456)).isEqualTo(new Sscc("376104250021234569"));
    assertThatThrownBy(() -> Sscc.of(0, "9521141", 1_000_000_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"376104250021234568", "37610425002123456", "37610425002123456X", ""})
  void whatIsNotAnSsccIsRefused(String digits) {
    assertThatThrownBy(() -> new Sscc(digits)).isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * The published example of the GS1 Tag Data Standard: urn:epc:tag:sscc-96:3.0614141.1234567890.
   */
  @Test
  void anSscc96CarriesItsSscc() {
    Sscc sscc = new Sscc("106141412345678908");
    Epc tag = Epc.sscc96(sscc, 7, 3);
    assertThat(tag.hex()).isEqualTo("3174257BF4499602D2000000");
    assertThat(tag.asSscc()).contains(sscc);
    assertThat(new Epc("3074257BF7194E4000001A85").asSscc()).isEmpty();
    assertThat(new Epc("E280").asSscc()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 8, 9, 10, 11, 12})
  void everyPrefixLengthSurvivesTheTag(int length) {
    Sscc sscc = Sscc.of(9, "952114100000".substring(0, length), 42);
    assertThat(Epc.sscc96(sscc, length, 6).asSscc()).contains(sscc);
  }

  @ParameterizedTest
  @CsvSource({"4006381333931,04006381333931", "036000291452,00036000291452"})
  void shorterTradeItemNumbersArePadded(String given, String kept) {
    assertThat(Gtin.of(given).digits()).isEqualTo(kept);
  }

  @Test
  void aQuantityIsNeverNegative() {
    assertThatThrownBy(() -> Quantity.of(3).minus(Quantity.of(4)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quantity.of(Long.MAX_VALUE).plus(Quantity.of(1)))
        .isInstanceOf(ArithmeticException.class);
  }
}
