package dev.aisle.hmi.api.shipment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is sent with the acts on a load. */
final class LoadRequests {
  private static final int LONGEST_NOTE = 400;
  private static final int LONGEST_CODE = 200;

  private LoadRequests() {}

  /** Why a truck goes although goods do not equal papers. */
  @Schema(name = "CloseByHand")
  record CloseByHand(@NotBlank @Size(max = LONGEST_NOTE) String reason) {}

  /** What was scanned on the truck. */
  @Schema(name = "ScannedOnTruck")
  record Scanned(@NotBlank @Size(max = LONGEST_CODE) String code) {}

  @Schema(name = "TakenOff")
  record TakenOff(
      @NotBlank @Size(max = LONGEST_CODE) String tag,
      @Nullable @Size(max = LONGEST_NOTE) String note) {}
}
