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

/** The JSON schemas of VDA 5050 2.1.0 as published by the VDA. */
enum OfficialSchema {
  ORDER("order"),
  INSTANT_ACTIONS("instantActions"),
  STATE("state"),
  CONNECTION("connection"),
  VISUALIZATION("visualization"),
  FACTSHEET("factsheet");

  private final Schema schema;

  OfficialSchema(String name) {
    String file = "/vda5050/2.1.0/%s.schema".formatted(name);
    try (InputStream in = OfficialSchema.class.getResourceAsStream(file)) {
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }

  List<Error> faults(byte[] message) {
    return schema.validate(
        new String(message, StandardCharsets.UTF_8),
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
