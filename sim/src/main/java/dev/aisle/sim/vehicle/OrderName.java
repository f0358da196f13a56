package dev.aisle.sim.vehicle;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The name of an order whose rest cannot be understood, so that a refusal can refer to it. */
final class OrderName {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OrderName() {}

  /** The references of an error: {@code orderId} and {@code orderUpdateId} where readable. */
  static Map<String, String> references(byte[] order) {
    Map<String, String> found = new LinkedHashMap<>();
    try {
      JsonNode message = JSON.readTree(order);
      for (String key : new String[] {"orderId", "orderUpdateId"}) {
        JsonNode value = message.path(key);
        if (value.isString() || value.isIntegralNumber()) {
          found.put(key, value.asString());
        }
      }
    } catch (JacksonException notEvenJson) {
      return Map.of();
    }
    return found;
  }
}
