package dev.aisle.hmi.api.floor;

import dev.aisle.hmi.live.fleet.TransportPort.Found;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person asks of one transport. */
final class TransportChanges {
  private static final int MOST = 20;

  private TransportChanges() {}

  /** Bring the load to another node. */
  public record Reroute(@NotBlank @Size(max = 64) String to) {}

  /** The load is the right one, though its RFID gate says otherwise. */
  public record Accept(@NotBlank @Size(max = 200) String why) {}

  /** Higher goes first; 50 is usual. */
  public record Priority(@Min(0) @Max(1000) int priority) {}

  /**
   * Close it by what was seen on the floor.
   *
   * @param at where the load stands, unless it is on the vehicle
   */
  public record Close(@NotNull Found found, @Nullable @Size(max = 64) String at) {}

  /**
   * On which terms it is asked for.
   *
   * @param after transports that must be delivered before
   * @param sameVehicle by the vehicle that delivered the last of those; not, unless it is said
   * @param vehicle the only one that may do it
   * @param loadType as the factsheets name it
   * @param calls places to stand at with the load
   */
  public record Terms(
      @Nullable Instant notBefore,
      @Nullable Instant deadline,
      @Nullable @Size(max = MOST) List<@NotBlank @Size(max = 64) String> after,
      @Nullable Boolean sameVehicle,
      @Nullable @Size(max = 64) String vehicle,
      @Nullable @Size(max = 64) String loadType,
      @Nullable @Positive Double weightKg,
      @Nullable @Size(max = MOST) List<@Valid Call> calls) {}

  /** Stand there for so long. */
  public record Call(@NotBlank @Size(max = 64) String node, @Min(1) @Max(3600) int seconds) {}
}
