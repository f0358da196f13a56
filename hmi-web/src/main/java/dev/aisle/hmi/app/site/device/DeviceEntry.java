package dev.aisle.hmi.app.site.device;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One device as it is written, before anything is made of it.
 *
 * @param settings every key besides {@code driver}, each with its value in YAML, such as {@code
 *     115200} or <code>{1: D1-portal}</code>; environment variables are not filled in
 * @param origin where it is written
 */
public record DeviceEntry(String name, String driver, Map<String, String> settings, Origin origin) {

  /** Where an entry is written. */
  public enum Origin {
    /** In {@code site.yaml}. */
    SITE,
    /** In {@code site.yaml}, and otherwise in {@code devices.yaml}. */
    CHANGED,
    /** In {@code devices.yaml} only. */
    ADDED
  }

  public DeviceEntry {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The same with one key set, or taken out when the value is empty. */
  public DeviceEntry with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(settings);
    if (value.isEmpty()) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return new DeviceEntry(name, driver, changed, origin);
  }
}
