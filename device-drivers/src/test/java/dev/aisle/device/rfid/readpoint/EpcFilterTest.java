package dev.aisle.device.rfid.readpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class EpcFilterTest {
  private static final String SSCC = "3174257BF4499602D2000000";
  private static final String SGTIN = "3074257BF7194E4000001A85";

  @Test
  void hexDigitsChooseByHeaderAndPrefix() {
    assertThat(EpcFilter.of(List.of("31"), List.of()).lets(SSCC)).isTrue();
    assertThat(EpcFilter.of(List.of("31"), List.of()).lets(SGTIN)).isFalse();
    assertThat(EpcFilter.of(List.of(), List.of("3074257bf7")).lets(SGTIN)).isFalse();
    assertThat(EpcFilter.ANY.lets("00")).isTrue();
  }

  @Test
  void identityPatternsChooseByWholeFields() {
    assertThat(new EpcPattern("urn:epc:idpat:sscc:0614141.*").matches(SSCC)).isTrue();
    assertThat(new EpcPattern("urn:epc:idpat:sscc:061414.*").matches(SSCC)).isFalse();
    assertThat(new EpcPattern("urn:epc:idpat:sgtin:*.*.*").matches(SSCC)).isFalse();
    assertThat(new EpcPattern("urn:epc:idpat:sgtin:0614141.812345.*").matches(SGTIN)).isTrue();
    assertThat(new EpcPattern("urn:epc:idpat:sscc:0614141.1234567890").matches(SSCC)).isTrue();
    assertThat(new EpcPattern("urn:epc:idpat:sscc:0614141.*").matches("FF")).isFalse();
  }

  @Test
  void whatIsNoPatternIsRefused() {
    for (String wrong : List.of("", "31*", "urn:epc:idpat:sscc:06*", "urn:epc:id:sscc:0614141.1")) {
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> new EpcPattern(wrong));
    }
  }
}
