package dev.aisle.hmi.api.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of one thing, oldest first. */
@Schema(name = "Trace")
public record TraceView(String subject, List<TraceEntry> entries) {

  public TraceView {
    entries = List.copyOf(entries);
  }

  /**
   * @param titleKey text key of what happened
   * @param place location or read point
   * @param evidence what proves it
   * @param actor person, vehicle or "system"
   * @param facts values for the text
   */
  public record TraceEntry(
      Instant at,
      TraceKind kind,
      String titleKey,
      @Nullable String place,
      @Nullable String evidence,
      @Nullable String actor,
      Map<String, String> facts,
      @Nullable TraceLink link) {
    public TraceEntry {
      facts = Map.copyOf(facts);
    }
  }

  /**
   * @param kind {@code unit}, {@code order}, {@code transport} or {@code advice}
   */
  public record TraceLink(String kind, String id) {}

  /** What sort of fact it is. */
  public enum TraceKind {
    @JsonProperty("sighting")
    SIGHTING,
    @JsonProperty("ledger")
    LEDGER,
    @JsonProperty("move")
    MOVE,
    @JsonProperty("transport")
    TRANSPORT,
    @JsonProperty("task")
    TASK,
    @JsonProperty("milestone")
    MILESTONE,
    @JsonProperty("label")
    LABEL,
    @JsonProperty("exception")
    EXCEPTION
  }
}
