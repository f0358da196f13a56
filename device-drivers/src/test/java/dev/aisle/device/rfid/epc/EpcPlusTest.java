package dev.aisle.device.rfid.epc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codings of TDS 2.x, text forms, tags outside GS1, and that nothing throws. */
class EpcPlusTest {
  private static final CompanyPrefixes SEVEN = CompanyPrefixes.always(7);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  static Stream<EpcCoding> classics() {
    return Stream.of(EpcCoding.values()).filter(coding -> !coding.isPlus());
  }

  static Stream<EpcCoding> pluses() {
    return Stream.of(EpcCoding.values()).filter(EpcCoding::isPlus);
  }

  /** Tag Data Standard 2.3, annex E.3; it prints no padding up to the next word. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "SGTIN_PLUS, F73795211411234538566CB0AFC4, /01/79521141123453/21/32a%2Fb",
    "SSCC_PLUS, F90095201234567891235, /00/095201234567891235",
    "SGLN_PLUS, F2395211411234548566CB0AFC4, /414/9521141123454/254/32a%2Fb",
    "GRAI_PLUS, F13095211411234548566CB0AFC4, /8003/0952114112345432a%2Fb",
    "GIAI_PLUS, FA3952114132E83C2BF10, /8004/952114132a%2Fb",
    "GSRN_PLUS, F43952114112345678906, /8018/952114112345678906",
    "GSRNP_PLUS, F53952114112345678906, /8017/952114112345678906",
    "GDTI_PLUS, F6395211411234540458B8, /253/95211411234545678",
  })
  void aPublishedExampleIsReadAndWritten(EpcCoding coding, String hex, String path) {
    Epc epc = EpcCodec.decode(hex);
    assertThat(epc)
        .isInstanceOfSatisfying(
            Epc.Plus.class,
            plus -> {
              assertThat(plus.coding()).isEqualTo(coding);
              assertThat(EpcElements.digitalLink(plus)).isEqualTo("https://id.gs1.org" + path);
            });
    String word = hex + "0".repeat((4 - hex.length() % 4) % 4);
    assertThat(EpcCodec.encode(epc)).isEqualTo(word);
    assertThat(EpcCodec.decode(word)).isEqualTo(epc);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pluses")
  void everyRandomKeyComesBackFromAPlusTag(EpcCoding coding) {
    Random random = new Random(coding.header());
    for (int i = 0; i < 400; i++) {
      Epc.Plus epc = RandomEpcs.plus(coding, random);
      assertThat(EpcCodec.decode(EpcCodec.encode(epc))).isEqualTo(epc);
      assertThat(EpcElements.toEpc(EpcElements.of(epc), epc.filter(), SEVEN, EpcElements.Size.PLUS))
          .isEqualTo(epc);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("classics")
  void everyRandomKeyComesBackFromAClassicTagAndFromBothUrns(EpcCoding coding) {
    Random random = new Random(coding.header());
    for (int i = 0; i < 400; i++) {
      Epc.Gs1 epc = RandomEpcs.classic(coding, random);
      String hex = EpcCodec.encode(epc);
      assertThat(EpcCodec.decode(hex)).isEqualTo(epc);
      assertThat(EpcUrn.parse(epc.tagUrn(), 0)).isEqualTo(epc);
      assertThat(EpcUrn.parse(EpcUrn.identity(epc), epc.filter()))
          .isInstanceOfSatisfying(
              Epc.Gs1.class,
              other -> {
                assertThat(other.urn()).isEqualTo(epc.urn());
                assertThat(other.key()).isEqualTo(epc.key());
              });
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(EpcScheme.class)
  void theKeyOfABarcodeBecomesATagAndTheSameKeyAgain(EpcScheme scheme) {
    Random random = new Random(scheme.name().length());
    for (int i = 0; i < 200; i++) {
      Epc.Gs1 epc = RandomEpcs.classic(EpcCoding.compact(scheme), random);
      CompanyPrefixes known = CompanyPrefixes.always(epc.companyPrefix().length());
      Map<String, String> elements = EpcElements.of(epc);
      assertThat(EpcElements.toEpc(elements, epc.filter(), known, EpcElements.Size.SMALLEST))
          .isEqualTo(epc);
      Epc plus = EpcElements.toEpc(elements, epc.filter(), known, EpcElements.Size.PLUS);
      assertThat(EpcElements.withPrefix((Epc.Keyed) plus, known)).isEqualTo(epc);
    }
  }

  @Test
  void aKeyReadsAsUnderABarcode() {
    Epc.Keyed sgtin = (Epc.Keyed) EpcCodec.decode("3074257BF7194E4000001A85");
    assertThat(EpcElements.readable(sgtin)).isEqualTo("(01)80614141123458(21)6789");
    assertThat(EpcElements.digitalLink(sgtin))
        .isEqualTo("https://id.gs1.org/01/80614141123458/21/6789");
    assertThat(((Epc.Gs1) sgtin).tagUrn()).isEqualTo("urn:epc:tag:sgtin-96:3.0614141.812345.6789");
    assertThat(EpcFilter.name(EpcScheme.SGTIN, sgtin.filter())).isEqualTo("reserved");
    assertThat(EpcFilter.name(EpcScheme.SSCC, 6)).isEqualTo("unit load");
  }

  @Test
  void aLocationWithoutExtensionHasNoneInItsBarcode() {
    Epc epc =
        EpcElements.toEpc(Map.of("414", "9521141123454"), 0, SEVEN, EpcElements.Size.SMALLEST);
    assertThat(epc.urn()).contains("urn:epc:id:sgln:9521141.12345.0");
    assertThat(EpcElements.of((Epc.Keyed) epc)).containsExactly(Map.entry("414", "9521141123454"));
  }

  @Test
  void anItemWithoutSerialIsNoEpc() {
    assertThat(
            EpcElements.toEpc(
                Map.of("01", "80614141123458", "10", "L1"), 0, SEVEN, EpcElements.Size.SMALLEST))
        .isInstanceOfSatisfying(
            Epc.Unknown.class, unknown -> assertThat(unknown.why()).contains("serial (21)"));
  }

  @Test
  void theLongestPrefixThatFitsDecides() {
    PrefixTable table = new PrefixTable(Map.of("952", 9, "9521141", 7));
    Map<String, String> known = Map.of("00", "195211412345678900");
    Map<String, String> unknown = Map.of("00", "106141412345678908");
    assertThat(EpcElements.toEpc(known, 0, table, EpcElements.Size.SMALLEST).urn())
        .contains("urn:epc:id:sscc:9521141.1234567890");
    assertThat(EpcElements.toEpc(unknown, 0, table, EpcElements.Size.SMALLEST))
        .isInstanceOf(Epc.Unknown.class);
  }

  @Test
  void aTagOfAnotherNumberingSystemIsToldByItsProtocolControlWord() {
    assertThat(EpcCodec.decode(0x31A2, "3074257BF7194E4000001A85"))
        .isInstanceOfSatisfying(
            Epc.NotGs1.class,
            other -> {
              assertThat(other.afi()).isEqualTo(0xA2);
              assertThat(other.family()).contains("17365");
            });
    assertThat(EpcCodec.decode(0x3000, "3074257BF7194E4000001A85")).isInstanceOf(Epc.Gs1.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "000000000000000000000000, not programmed",
    "E20030166613012115507400, TID",
    "2F320434147455900000162E, USDOD",
    "3B0E0CF5E76C9047759AD00373DC7602E7200000, aerospace",
    "FE0000000000000000000000, unknown header",
    "F73795211411234578566CB0AFC4, check digit",
    "F7379521141123453C566CB0AFC4, encoding indicator 6",
    "F73A95211411234538566CB0AFC4, is no digit",
    "F7379521, middle of a field",
    "3074257BF7194E4000001A850000, 112 bits",
    "3666C4409047E159B2C2BF1, 92 bits",
    "3666C4409047E159B2C2BF100000000000000000000000000001, unused bits",
    "3666C4409047E159B2C2BF100000000000000000100000000000, after the end",
  })
  void whatIsNoKeyIsSaidWhy(String hex, String why) {
    assertThat(EpcCodec.decode(hex))
        .isInstanceOfSatisfying(
            Epc.Unknown.class, unknown -> assertThat(unknown.why()).contains(why));
    assertThat(EpcCodec.encode(EpcCodec.decode(hex))).isEqualTo(hex);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverCanBeReadIsWrittenAgain(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      int header = EpcCoding.values()[i % EpcCoding.values().length].header();
      StringBuilder hex = new StringBuilder("%02X".formatted(header));
      int words = 2 + random.nextInt(14);
      while (hex.length() < words * 4) {
        hex.append("%X".formatted(random.nextInt(random.nextInt(3) == 0 ? 2 : 16)));
      }
      Epc epc = EpcCodec.decode(hex.toString());
      if (epc instanceof Epc.Plus plus) {
        // Another writer may have chosen longer characters; the key is the same.
        Epc again = EpcCodec.decode(EpcCodec.encode(plus));
        assertThat(EpcElements.of((Epc.Keyed) again)).isEqualTo(EpcElements.of(plus));
      } else {
        assertThat(EpcCodec.encode(epc)).startsWith(hex.toString());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noTextMakesTheReadersThrow(long seed) {
    Random random = new Random(seed);
    String[] starts = {
      "urn:epc:id:sgtin:", "urn:epc:tag:giai-202:", "urn:epc:", "", "F7", "urn:epc:id:gid:"
    };
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder(starts[random.nextInt(starts.length)]);
      int length = random.nextInt(60);
      for (int k = 0; k < length; k++) {
        text.append(
            (char)
                (random.nextInt(4) == 0
                    ? '.'
                    : random.nextInt(random.nextInt(9) == 0 ? 70_000 : 128)));
      }
      assertThat(EpcUrn.parse(text.toString(), 0)).isNotNull();
      assertThat(EpcCodec.decode(text.toString())).isNotNull();
      assertThat(EpcCodec.decode(random.nextInt(1 << 16), text.toString())).isNotNull();
      assertThat(
              EpcElements.toEpc(
                  Map.of(EpcScheme.values()[i % 8].ai(), text.toString()),
                  0,
                  SEVEN,
                  EpcElements.Size.values()[i % 2]))
          .isNotNull();
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"00123", "ABC", "abc", "A.B:C-1", "aB-_", "32a/b", "123456789012345678901"})
  void charactersAreWrittenInTheFewestBits(String text) {
    BitField.Out out = new BitField.Out();
    Alphanumeric.put(text, out);
    assertThat(out.count()).isLessThanOrEqualTo(8 + 7 * text.length());
    assertThat(Alphanumeric.take(new BitField.In(out.hex()))).isEqualTo(text);
  }
}
