package dev.aisle.hmi.live.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person who goes to a vehicle in trouble should know before.
 *
 * @param nearestNode to where it says it is; null when it does not say
 * @param lastNode the last one that it says it passed
 * @param placeCanBeTold whether it can be told where it is
 * @param reportsLoad null when it is silent
 * @param reportedUnit on it, as far as it can name it
 * @param booked units that the books have on it
 * @param transport the one it has
 * @param before what was found at it before, newest first
 */
@Schema(name = "VehicleRecovery")
public record VehicleRecovery(
    String vehicle,
    @Nullable String nearestNode,
    @Nullable String lastNode,
    boolean placeCanBeTold,
    @Nullable Boolean reportsLoad,
    @Nullable String reportedUnit,
    List<String> booked,
    @Nullable Carried transport,
    List<Past> before) {
  public VehicleRecovery {
    booked = List.copyOf(booked);
    before = List.copyOf(before);
  }

  /**
   * @param fetched whether its unit had been taken up by the vehicle
   */
  @Schema(name = "RecoveredTransport")
  public record Carried(String id, String unit, String from, String to, boolean fetched) {}

  /** What is on a vehicle. */
  @Schema(name = "RecoveryAboard", enumAsRef = true)
  public enum Aboard {
    @JsonProperty("nothing")
    NOTHING,
    @JsonProperty("unit")
    UNIT,
    @JsonProperty("unknown")
    UNKNOWN
  }

  /** What becomes of its transport. */
  @Schema(name = "RecoveryFate", enumAsRef = true)
  public enum Fate {
    /** It has none. */
    @JsonProperty("none")
    NONE,
    @JsonProperty("carryOn")
    CARRY_ON,
    @JsonProperty("giveToAnother")
    GIVE_TO_ANOTHER,
    @JsonProperty("bringBack")
    BRING_BACK,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("standsAt")
    STANDS_AT
  }

  /**
   * @param unit only with {@link Aboard#UNIT}
   * @param at where the load was put, where the fate says so
   * @param transport the one that was decided about
   */
  @Schema(name = "PastRecovery")
  public record Past(
      Instant at,
      String by,
      String node,
      Aboard aboard,
      @Nullable String unit,
      Fate fate,
      @Nullable String putAt,
      @Nullable String transport,
      String note) {}
}
