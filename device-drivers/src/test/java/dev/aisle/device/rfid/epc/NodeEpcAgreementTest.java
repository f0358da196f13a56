package dev.aisle.device.rfid.epc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What we write, an independent program reads as the same key. node-epc 0.1.1 knows the 96-bit
 * codings of eight schemes; it takes the leading zeros from the reference of an SSCC and shows an
 * empty reference as 0, so references are compared as numbers.
 */
class NodeEpcAgreementTest {
  private static final long SEED = 20_261_122;
  private static final int COUNT = 10_000;
  private static final List<EpcCoding> CODINGS =
      List.of(
          EpcCoding.SGTIN_96,
          EpcCoding.SSCC_96,
          EpcCoding.SGLN_96,
          EpcCoding.GRAI_96,
          EpcCoding.GIAI_96,
          EpcCoding.GSRN_96,
          EpcCoding.GDTI_96);

  @Test
  void tenThousandRandomEpcsAreReadAlikeByNodeEpc() throws Exception {
    Random random = new Random(SEED);
    List<Epc> epcs = new ArrayList<>();
    List<String> hex = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      int which = i % (CODINGS.size() + 1);
      Epc epc =
          which == CODINGS.size()
              ? RandomEpcs.gid(random)
              : RandomEpcs.classic(CODINGS.get(which), random);
      epcs.add(epc);
      hex.add(EpcCodec.encode(epc));
    }

    List<String> answers = NodeEpc.parse(hex);

    assertThat(answers).hasSize(COUNT);
    for (int i = 0; i < COUNT; i++) {
      assertThat(EpcCodec.decode(hex.get(i))).as(hex.get(i)).isEqualTo(epcs.get(i));
      assertThat(asNumbers(answers.get(i)))
          .as("seed %d, %s", SEED, hex.get(i))
          .isEqualTo(asNumbers(line(epcs.get(i))));
    }
  }

  private static String line(Epc epc) {
    return switch (epc) {
      case Epc.Gid gid -> "GID||%d|%d|%d".formatted(gid.manager(), gid.objectClass(), gid.serial());
      case Epc.Gs1 gs1 ->
          "%s|%d|%s|%s|%s"
              .formatted(
                  gs1.coding().scheme().name().toUpperCase(Locale.ROOT),
                  gs1.filter(),
                  gs1.companyPrefix(),
                  gs1.reference(),
                  gs1.serial());
      default -> throw new AssertionError(epc);
    };
  }

  private static List<String> asNumbers(String line) {
    String[] parts = line.split("\\|", -1);
    if (parts.length == 5) {
      parts[3] = parts[3].replaceFirst("^0+", "");
    }
    return List.of(parts);
  }
}
