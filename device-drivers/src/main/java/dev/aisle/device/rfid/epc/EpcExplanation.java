package dev.aisle.device.rfid.epc;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An EPC in words, for the bench. */
public final class EpcExplanation {
  private EpcExplanation() {}

  /** {@code hexOrUrn}: 96 bits in hex, or a pure identity URN coded with {@code filter}. */
  public static Map<String, Object> of(String hexOrUrn, int filter) {
    String input = hexOrUrn.strip();
    Epc epc = input.startsWith("urn:") ? EpcCodec.parseUrn(input, filter) : EpcCodec.decode(input);
    Map<String, Object> out = new LinkedHashMap<>();
    switch (epc) {
      case Epc.Unknown unknown -> {
        out.put("scheme", "unknown");
        out.put("input", unknown.hex());
        out.put("error", unknown.why());
        return out;
      }
      case Epc.Gid gid -> out.put("scheme", "gid");
      case Epc.Gs1 gs1 -> {
        out.put("scheme", gs1.scheme().name().toLowerCase(Locale.ROOT));
        out.put("filter", gs1.filter());
        out.put("companyPrefix", gs1.companyPrefix());
        gs1.serial().ifPresent(serial -> out.put("serial", serial));
      }
    }
    out.put("hex", EpcCodec.encode(epc));
    epc.urn().ifPresent(urn -> out.put("urn", urn));
    epc.gs1Key().ifPresent(key -> out.put("key", key));
    return out;
  }
}
