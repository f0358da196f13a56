package dev.aisle.wms.task;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Named values kept with a record, as JSON text in the database. */
public final class Facts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Facts() {}

  public static String toJson(Map<String, String> facts) {
    return JSON.writeValueAsString(new TreeMap<>(facts));
  }

  public static Map<String, String> fromJson(String json) {
    return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
  }
}
