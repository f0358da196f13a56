package dev.aisle.device.plc;

import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.util.Locale;
import java.util.Map;

/**
 * What a module says it is, so that a wrong address never switches the outputs of another module.
 *
 * @param register first of two holding registers that hold the module's name in hexadecimal digits
 * @param expected how that name begins, for example {@code 4150}
 */
public record PlcIdentity(int register, String expected) {
  public PlcIdentity {
    if (!expected.matches("[0-9A-Fa-f]{1,8}")) {
      throw new SettingMistake(
          SettingFault.MODEL,
          Map.of("given", expected),
          "'%s' is not a module name".formatted(expected));
    }
  }

  static String name(int first, int second) {
    return "%04X%04X".formatted(first & 0xFFFF, second & 0xFFFF);
  }

  boolean matches(String name) {
    return name.startsWith(expected.toUpperCase(Locale.ROOT));
  }
}
