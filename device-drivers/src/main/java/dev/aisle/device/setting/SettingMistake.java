package dev.aisle.device.setting;

import java.util.Map;

/**
 * A setting that cannot be as it is written. The message is an English sentence for whoever owns
 * the site file; screens say the same by {@link #fault()} and {@link #values()}.
 */
public final class SettingMistake extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final SettingFault fault;
  private final transient Map<String, String> values;

  /**
   * @param values by the names beside the {@link SettingFault}
   */
  public SettingMistake(SettingFault fault, Map<String, String> values, String sentence) {
    super(sentence);
    this.fault = fault;
    this.values = Map.copyOf(values);
  }

  public SettingMistake(SettingFault fault, String sentence) {
    this(fault, Map.of(), sentence);
  }

  /** The typed mistake in what was thrown, so that a sentence around it does not hide it. */
  public static SettingMistake of(IllegalArgumentException thrown) {
    return thrown instanceof SettingMistake mistake
        ? mistake
        : new SettingMistake(SettingFault.OTHER, String.valueOf(thrown.getMessage()));
  }

  /** The same mistake in a longer sentence. */
  public SettingMistake saying(String sentence) {
    return new SettingMistake(fault, values, sentence);
  }

  public SettingFault fault() {
    return fault;
  }

  public Map<String, String> values() {
    return values;
  }
}
