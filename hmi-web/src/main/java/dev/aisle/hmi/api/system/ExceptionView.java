package dev.aisle.hmi.api.system;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that did not go as planned and that a person should look at.
 *
 * @param kind such as {@code unknown-tag}
 * @param subject the tag, unit or row it is about
 * @param place location or read point
 * @param at when it was seen last
 * @param times how often it was seen
 * @param open false once a person or the floor has settled it
 * @param facts values for the text
 */
@Schema(name = "WarehouseException")
public record ExceptionView(
    String id,
    String kind,
    String subject,
    @Nullable String place,
    Instant at,
    int times,
    boolean open,
    Map<String, String> facts) {

  public ExceptionView {
    facts = Map.copyOf(facts);
  }
}
