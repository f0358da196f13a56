package dev.aisle.device.modbus;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One frame on a Modbus line, or the silence where an answer was expected. What it says is worked
 * out only when it is asked for, for most are never looked at.
 */
public final class ModbusTelegram {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final boolean sent;
  private final int unit;
  private final byte[] frame;
  private final byte[] dataUnit;
  private final byte[] request;

  /**
   * @param frame all bytes on the wire, empty for silence
   * @param dataUnit function and what follows it
   * @param request the data unit that it answers; the same as {@code dataUnit} when it was sent
   */
  ModbusTelegram(boolean sent, int unit, byte[] frame, byte[] dataUnit, byte[] request) {
    this.sent = sent;
    this.unit = unit;
    this.frame = frame;
    this.dataUnit = dataUnit;
    this.request = request;
  }

  /** True for master to unit. */
  public boolean sent() {
    return sent;
  }

  public int unit() {
    return unit;
  }

  /** The bytes on the wire, upper case; empty when nobody answered. */
  public String hex() {
    return HEX.formatHex(frame);
  }

  /**
   * In words: {@code type} and {@code unit}, then {@code function}, {@code first}, {@code count},
   * {@code values} or {@code value}, or {@code exception} with its {@code meaning}.
   */
  public Map<String, Object> meaning() {
    Map<String, Object> meaning = new LinkedHashMap<>();
    if (frame.length == 0) {
      meaning.put("type", "no answer");
      meaning.put("unit", unit);
      return meaning;
    }
    Map<String, Object> said =
        sent ? DataUnitWords.request(dataUnit) : DataUnitWords.answer(dataUnit, request);
    meaning.put("type", said.getOrDefault("type", "unknown"));
    meaning.put("unit", unit);
    said.forEach(meaning::putIfAbsent);
    return meaning;
  }
}
