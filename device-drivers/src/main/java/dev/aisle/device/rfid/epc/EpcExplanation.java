package dev.aisle.device.rfid.epc;

import java.util.LinkedHashMap;
import java.util.Map;

/** An EPC in words, for the bench. */
public final class EpcExplanation {
  private EpcExplanation() {}

  /**
   * Everything an EPC says, by name, in a fixed order: {@code type}, {@code epc} (hex), {@code
   * urn}, {@code tagUrn}, {@code key}, {@code filter}, …; with {@code error} when it cannot be
   * decoded.
   */
  public static Map<String, Object> of(Epc epc) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (epc) {
      case Epc.Keyed keyed -> explain(keyed, out);
      case Epc.Gid gid -> {
        out.put("type", "gid-96");
        put(epc, out);
        out.put("manager", gid.manager());
        out.put("objectClass", gid.objectClass());
        out.put("serial", Long.toString(gid.serial()));
      }
      case Epc.NotGs1 other -> {
        out.put("type", "not-gs1");
        out.put("epc", other.hex());
        out.put("afi", "%02X".formatted(other.afi()));
        out.put("family", other.family());
      }
      case Epc.Unknown unknown -> {
        out.put("type", "unknown");
        out.put("epc", unknown.hex());
        out.put("error", unknown.why());
      }
    }
    return out;
  }

  private static void explain(Epc.Keyed keyed, Map<String, Object> out) {
    EpcCoding coding = keyed.coding();
    out.put("type", coding.tagName());
    put(keyed, out);
    out.put("key", keyed.key());
    out.put("filter", keyed.filter());
    out.put("filterName", EpcFilter.name(coding.scheme(), keyed.filter()));
    if (keyed instanceof Epc.Gs1 gs1) {
      out.put("companyPrefix", gs1.companyPrefix());
      out.put("reference", gs1.reference());
    }
    if (coding.scheme().hasSerial()) {
      out.put("serial", keyed.serial());
    }
    out.put("elements", EpcElements.readable(keyed));
    out.put("digitalLink", EpcElements.digitalLink(keyed));
    if (keyed instanceof Epc.Plus plus && plus.dataFollows()) {
      out.put("moreData", plus.moreData());
    }
  }

  private static void put(Epc epc, Map<String, Object> out) {
    out.put("epc", EpcCodec.encode(epc));
    epc.urn().ifPresent(urn -> out.put("urn", urn));
    EpcUrn.tag(epc).ifPresent(urn -> out.put("tagUrn", urn));
  }
}
