package dev.aisle.device.agv.vda5050;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON schemas of VDA 5050 as published: 2.1.0, and 3.0.0 with its corrections. What is written
 * for 2.0 is checked by those of 2.1, which ask for more.
 */
enum OfficialSchema {
  ORDER("order"),
  INSTANT_ACTIONS("instantActions"),
  STATE("state"),
  CONNECTION("connection"),
  VISUALIZATION("visualization"),
  FACTSHEET("factsheet"),
  ZONE_SET("zoneSet"),
  RESPONSES("responses");

  private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

  private final String name;

  OfficialSchema(String name) {
    this.name = name;
  }

  private static Schema read(String file) {
    try (InputStream in = OfficialSchema.class.getResourceAsStream(file)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }

  List<Error> faults(Version version, byte[] message) {
    String set = version == Version.V3_0 ? "3.0.0" : "2.1.0";
    return READ.computeIfAbsent("/vda5050/%s/%s.schema".formatted(set, name), OfficialSchema::read)
        .validate(
            new String(message, StandardCharsets.UTF_8),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
