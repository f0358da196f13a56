package dev.aisle.hmi.encoding;

import dev.aisle.device.rfid.epc.Epc;
import dev.aisle.device.rfid.epc.EpcCodec;
import dev.aisle.device.rfid.epc.EpcElements;
import java.util.Optional;

/**
 * What one tag carries.
 *
 * @param epcHex as it is written, upper-case
 * @param key GTIN, SSCC or GRAI without serial; empty when the EPC is no such key
 * @param serial empty where the key has none
 * @param readable as printed under a barcode; the EPC itself when it is no GS1 key
 */
public record TagNumber(String epcHex, String scheme, String key, String serial, String readable) {

  /** What an EPC says; never fails. */
  public static TagNumber of(String epcHex) {
    return EpcCodec.decode(epcHex) instanceof Epc.Keyed keyed
        ? new TagNumber(
            epcHex,
            keyed.coding().scheme().name(),
            keyed.key(),
            keyed.serial(),
            EpcElements.readable(keyed))
        : new TagNumber(epcHex, "", "", "", epcHex);
  }

  /** True when the EPC is a key of somebody's; makers' numbers and zeros are not. */
  public boolean isIdentity() {
    return !scheme.isEmpty();
  }

  Optional<TagOrder.Kind> kind() {
    return switch (scheme) {
      case "SGTIN" -> Optional.of(TagOrder.Kind.SGTIN);
      case "SSCC" -> Optional.of(TagOrder.Kind.SSCC);
      case "GRAI" -> Optional.of(TagOrder.Kind.GRAI);
      default -> Optional.empty();
    };
  }
}
