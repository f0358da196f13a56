package dev.aisle.device.rfid.epc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpcCodecTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  /**
   * The examples of the Tag Data Standard (2.x annex E.3; of 1.x with prefix 0614141), and two
   * partition edges.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "urn:epc:id:sgtin:0614141.812345.6789, 3, 3074257BF7194E4000001A85, 80614141123458",
    "urn:epc:id:sscc:0614141.1234567890, 3, 3174257BF4499602D2000000, 106141412345678908",
    "urn:epc:id:sgln:0614141.12345.5678, 3, 3274257BF46072000000162E, 0614141123452",
    "urn:epc:id:grai:0614141.12345.5678, 3, 3374257BF40C0E400000162E, 00614141123452",
    "urn:epc:id:giai:0614141.5678, 3, 3474257BF40000000000162E, 06141415678",
    "urn:epc:id:gsrn:0614141.1234567890, 3, 2D74257BF4499602D2000000, 061414112345678902",
    "urn:epc:id:gdti:0614141.12345.5678, 3, 2C74257BF46072000000162E, 0614141123452",
    "urn:epc:id:sgtin:9521141.812345.6789, 3, 3076451FD7194E4000001A85, 89521141123450",
    "urn:epc:id:sscc:9521141.1234567890, 3, 3176451FD4499602D2000000, 195211412345678900",
    "urn:epc:id:sgln:9521141.12345.5678, 3, 3276451FD46072000000162E, 9521141123454",
    "urn:epc:id:grai:9521141.12345.5678, 3, 3376451FD40C0E400000162E, 09521141123454",
    "urn:epc:id:giai:9521141.5678, 3, 3476451FD40000000000162E, 95211415678",
    "urn:epc:id:sgtin:952114100001.0.1, 1, 302376B9B0DC840000000001, 09521141000014",
    "urn:epc:id:sgtin:952114.0111111.1, 1, 303BA1CC806C81C000000001, 09521141111116",
    "urn:epc:id:gsrnp:9521141.1234567890, 3, 2E76451FD4499602D2000000, 952114112345678906",
    "urn:epc:id:gdti:9521141.12345.5678, 3, 2C76451FD46072000000162E, 9521141123454",
    "urn:epc:id:gsrn:9521141.1234567890, 3, 2D76451FD4499602D2000000, 952114112345678906",
    "urn:epc:id:sgtin:95060001343.05.123456789, 3, 3066C4409047E140075BCD15, 09506000134352",
    "urn:epc:id:sscc:952012.03456789123, 0, 311BA1B300CE0A6A83000000, 095201234567891235",
    "urn:epc:id:sgtin:95060001343.05.32a%2Fb, 3, 3666C4409047E159B2C2BF100000000000000000000000000000, 09506000134352",
    "urn:epc:id:sgln:9521141.12345.32a%2Fb, 3, 3976451FD46072CD9615F8800000000000000000000000000000, 9521141123454",
    "urn:epc:id:grai:9521141.12345.32a%2Fb, 3, 3776451FD40C0E59B2C2BF1000000000000000000000, 09521141123454",
    "urn:epc:id:giai:9521141.32a%2Fb, 3, 3876451FD59B2C2BF10000000000000000000000000000000000, 952114132a/b",
    "urn:epc:id:gdti:9521141.98765.ABCDefgh012345678, 3, 3E76451FD7039B061438997367D0C18B266D1AB66EE0, 9521141987650",
  })
  void aPublishedExampleIsReadAndWritten(String urn, int filter, String hex, String key) {
    Epc epc = EpcCodec.decode(hex);
    assertThat(epc.urn()).contains(urn);
    assertThat(epc.gs1Key()).contains(key);
    assertThat(((Epc.Gs1) epc).filter()).isEqualTo(filter);
    assertThat(EpcCodec.encode(epc)).isEqualTo(hex);
    assertThat(EpcCodec.parseUrn(urn, filter)).isEqualTo(epc);
  }

  @Test
  void aGeneralIdentifierIsReadAndWritten() {
    Epc gid = EpcCodec.decode("350007AB70425D4000000586");
    assertThat(gid.urn()).contains("urn:epc:id:gid:31415.271828.1414");
    assertThat(EpcCodec.encode(gid)).isEqualTo("350007AB70425D4000000586");
    assertThat(EpcCodec.parseUrn("urn:epc:id:gid:31415.271828.1414", 0)).isEqualTo(gid);
  }

  @Test
  void theSsccOfAPalletGoesToItsTagAndBack() {
    String hex = Sscc96.encode("106141412345678908", 7, 3);
    assertThat(hex).isEqualTo("3174257BF4499602D2000000");
    assertThat(Sscc96.decode(hex)).contains("106141412345678908");
    assertThat(Sscc96.decode("3074257BF7194E4000001A85")).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everySsccComesBackFromItsTagForEveryPrefixLength(long seed) {
    Random random = new Random(seed);
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 17; i++) {
      body.append(random.nextInt(10));
    }
    String sscc = Gs1Rules.withCheckDigit(body.toString());
    for (int prefix = 6; prefix <= 12; prefix++) {
      String hex = Sscc96.encode(sscc, prefix, Sscc96.UNIT_LOAD);
      assertThat(hex).hasSize(24);
      assertThat(Sscc96.decode(hex)).contains(sscc);
    }
  }

  @Test
  void aWrongSsccIsRefused() {
    assertThatThrownBy(() -> Sscc96.encode("106141412345678907", 7, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("106141412345678907");
    assertThatThrownBy(() -> Sscc96.encode("106141412345678908", 5, 6))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "3174",
        "zz74257BF4499602D2000000",
        "E2003016661301211550 74EF",
        "FF74257BF4499602D2000000",
        "317C257BF4499602D2000000",
        "3174257BF4499602D2000001",
        "31777FFFFC499602D2000000",
      })
  void whatIsNoKnownEpcIsUnknownWithAReason(String hex) {
    assertThat(EpcCodec.decode(hex))
        .isInstanceOfSatisfying(
            Epc.Unknown.class, unknown -> assertThat(unknown.why()).isNotBlank());
    assertThat(EpcCodec.decode(hex).gs1Key()).isEqualTo(Optional.empty());
    assertThat(EpcCodec.decode(hex).urn()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "urn:epc:id:sgtin:0614141.812345",
        "urn:epc:id:sscc:0614141.123456789A",
        "urn:epc:id:sgtin:0614141.812345.0%3",
        "urn:epc:id:sgtin:0614141.812345.0%0A",
        "urn:epc:id:sgtin:0614141.812345.a/b",
        "urn:epc:id:sgtin:0614141.812345.123456789012345678901",
        "urn:epc:tag:sgtin-96:3.0614141.812345.007",
        "urn:epc:tag:sgtin-96:8.0614141.812345.7",
        "urn:epc:tag:sgtin+:3.0614141.812345.7",
        "urn:epc:id:sgtin:0614141.8123456.1",
        "urn:epc:id:sscc:06141.1234567890",
        "urn:epc:tag:sgtin-96:0.0614141.812345.274877906944",
        "urn:epc:id:what:0614141.812345.1",
        "urn:epc:id:gid:1.2",
        "https://id.gs1.org/01/80614141123458",
      })
  void whatIsNoKnownUrnIsUnknownWithAReason(String urn) {
    assertThat(EpcCodec.parseUrn(urn, 0))
        .isInstanceOfSatisfying(
            Epc.Unknown.class, unknown -> assertThat(unknown.why()).isNotBlank());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverCanBeDecodedIsEncodedToTheSameBits(long seed) {
    Random random = new Random(seed);
    int[] headers = {0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x2C, 0x2D};
    for (int i = 0; i < 50; i++) {
      BigInteger bits =
          new BigInteger(88, random).or(BigInteger.valueOf(headers[i % 8]).shiftLeft(88));
      if (i % 3 == 0) {
        bits = bits.shiftRight(24).shiftLeft(24);
      }
      String hex = "%024X".formatted(bits);
      Epc epc = EpcCodec.decode(hex);
      assertThat(EpcCodec.encode(epc)).isEqualTo(hex);
      if (epc instanceof Epc.Gs1 gs1) {
        assertThat(EpcCodec.parseUrn(epc.urn().orElseThrow(), gs1.filter())).isEqualTo(epc);
      }
    }
  }

  @Test
  void lowerCaseIsRead() {
    assertThat(EpcCodec.decode("3174257BF4499602D2000000".toLowerCase(Locale.ROOT)).gs1Key())
        .contains("106141412345678908");
  }
}
