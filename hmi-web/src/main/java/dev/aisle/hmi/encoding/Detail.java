package dev.aisle.hmi.encoding;

import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.rfid.encoding.Hitch;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What more there is to say about a tag or a row: a word that screens translate, with its values.
 *
 * @param word of a {@link Hitch.What}, of a device's trouble, or one of those named here
 * @param values for the translated sentence
 */
public record Detail(String word, Map<String, String> values) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<Detail>> LIST = new TypeReference<>() {};

  /** Another living handling unit carries the EPC that was written. */
  static final Detail NAMED_TWICE = new Detail("named-twice", Map.of());

  public Detail {
    values = Map.copyOf(values);
  }

  static Detail of(Hitch hitch) {
    return new Detail(hitch.what().word(), hitch.values());
  }

  static Detail of(DeviceTrouble trouble) {
    return new Detail(trouble.kind().word(), trouble.values());
  }

  /** Chips that carry the same EPC. */
  static Detail twins(List<String> tids) {
    return new Detail("twins", Map.of("tids", String.join(", ", tids)));
  }

  /** The tag that somebody has to decide about. */
  static Detail tag(String tid, String epc) {
    return new Detail("this-tag", Map.of("tid", tid, "epc", epc));
  }

  static Detail refused(int code) {
    return new Detail(Hitch.What.TAG_REFUSED.word(), Map.of("code", Integer.toString(code)));
  }

  /** One text for the record; empty when there is nothing to say. */
  static String written(List<Detail> details) {
    return details.isEmpty() ? "" : JSON.writeValueAsString(details);
  }

  /** Reads {@link #written}, and the plain sentences of earlier records. */
  static List<Detail> read(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      return List.copyOf(JSON.readValue(text, LIST));
    } catch (JacksonException e) {
      return List.of(new Detail("note", Map.of("text", text)));
    }
  }
}
