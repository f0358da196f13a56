package dev.aisle.hmi.api.shipment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one truck takes, and whether goods equal papers.
 *
 * @param parcels on its papers
 * @param missing on the papers and not on the truck
 * @param surplus on the truck and not on the papers
 * @param passes how often it was checked in vain
 * @param reason why a person let it go although goods did not equal papers
 */
@Schema(name = "LoadRow")
public record LoadRow(
    String id,
    String dock,
    LoadState state,
    LoadVerdict verdict,
    int parcels,
    int loaded,
    int missing,
    int surplus,
    int passes,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Nullable String reason) {

  /** How far it has come. */
  @Schema(name = "LoadState")
  public enum LoadState {
    @JsonProperty("loading")
    LOADING,
    /** Somebody wants it to leave, and nothing more joins it. */
    @JsonProperty("checking")
    CHECKING,
    @JsonProperty("left")
    LEFT
  }

  /** Whether goods equal papers. */
  @Schema(name = "LoadVerdict")
  public enum LoadVerdict {
    /** Something is missing. */
    @JsonProperty("open")
    OPEN,
    @JsonProperty("complete")
    COMPLETE,
    /** Nothing is missing, but there is something too much. */
    @JsonProperty("surplus")
    SURPLUS,
    @JsonProperty("closedByHand")
    CLOSED_BY_HAND
  }
}
