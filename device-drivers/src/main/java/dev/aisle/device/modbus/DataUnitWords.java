package dev.aisle.device.modbus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests and answers in words (Modbus application protocol V1.1b3, 6 and 7). Bytes that are too
 * few say only what they are. Pure.
 */
final class DataUnitWords {
  private static final int EXCEPTION = 0x80;
  private static final int HEAD = 5;

  private DataUnitWords() {}

  static Map<String, Object> request(byte[] dataUnit) {
    Map<String, Object> words = new LinkedHashMap<>();
    int function = function(dataUnit);
    words.put("type", nameOf(function));
    words.put("function", function);
    if (dataUnit.length < HEAD) {
      return words;
    }
    words.put(writesOne(function) ? "address" : "first", word(dataUnit, 1));
    switch (function) {
      case 5 -> words.put("value", coil(word(dataUnit, 3)));
      case 6 -> words.put("value", word(dataUnit, 3));
      case 15 -> {
        words.put("count", word(dataUnit, 3));
        words.put("values", bits(dataUnit, HEAD + 1, word(dataUnit, 3)));
      }
      case 16 -> {
        words.put("count", word(dataUnit, 3));
        words.put("values", registers(dataUnit, HEAD + 1));
      }
      default -> words.put("count", word(dataUnit, 3));
    }
    return words;
  }

  /**
   * @param request what was asked, which the answer to a read does not repeat
   */
  static Map<String, Object> answer(byte[] dataUnit, byte[] request) {
    Map<String, Object> words = new LinkedHashMap<>();
    int function = function(dataUnit);
    if ((function & EXCEPTION) != 0) {
      words.put("type", "exception");
      words.put("function", function & ~EXCEPTION);
      if (dataUnit.length > 1) {
        words.put("exception", dataUnit[1] & 0xFF);
        words.put("meaning", ModbusFailure.Refused.meaning(dataUnit[1] & 0xFF));
      }
      return words;
    }
    if (function > 4) {
      words.putAll(request(dataUnit));
      words.remove("values");
      words.put("type", nameOf(function) + ", done");
      return words;
    }
    words.put("type", nameOf(function) + ", answer");
    words.put("function", function);
    if (request.length >= HEAD) {
      words.put("first", word(request, 1));
      int count = word(request, 3);
      words.put("values", function <= 2 ? bits(dataUnit, 2, count) : registers(dataUnit, 2));
    }
    return words;
  }

  private static int function(byte[] dataUnit) {
    return dataUnit.length == 0 ? 0 : dataUnit[0] & 0xFF;
  }

  private static boolean writesOne(int function) {
    return function == 5 || function == 6;
  }

  private static Object coil(int value) {
    return switch (value) {
      case 0xFF00 -> "on";
      case 0 -> "off";
      default -> "%04X".formatted(value);
    };
  }

  private static String nameOf(int function) {
    return switch (function) {
      case 1 -> "read coils";
      case 2 -> "read inputs";
      case 3 -> "read holding registers";
      case 4 -> "read input registers";
      case 5 -> "write coil";
      case 6 -> "write register";
      case 15 -> "write coils";
      case 16 -> "write registers";
      default -> "function " + function;
    };
  }

  private static List<Integer> bits(byte[] bytes, int from, int count) {
    List<Integer> bits = new ArrayList<>();
    for (int i = 0; i < count && from + i / 8 < bytes.length; i++) {
      bits.add(bytes[from + i / 8] >> (i % 8) & 1);
    }
    return bits;
  }

  private static List<Integer> registers(byte[] bytes, int from) {
    List<Integer> registers = new ArrayList<>();
    for (int at = from; at + 1 < bytes.length; at += 2) {
      registers.add(word(bytes, at));
    }
    return registers;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
