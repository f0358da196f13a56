package dev.aisle.hmi.app.site;

import dev.aisle.device.setting.SettingMistake;
import java.util.Map;

/**
 * What is wrong, so that screens can say it in any language.
 *
 * @param word of a {@link FaultKind}, or of a driver's own {@link
 *     dev.aisle.device.setting.SettingFault}
 * @param values for the translated sentence, by the names beside the word
 */
public record FaultReason(String word, Map<String, String> values) {
  public FaultReason {
    values = Map.copyOf(values);
  }

  public static FaultReason of(FaultKind kind) {
    return new FaultReason(kind.word(), Map.of());
  }

  public static FaultReason of(FaultKind kind, Map<String, String> values) {
    return new FaultReason(kind.word(), values);
  }

  public static FaultReason of(SettingMistake mistake) {
    return new FaultReason(mistake.fault().word(), mistake.values());
  }
}
