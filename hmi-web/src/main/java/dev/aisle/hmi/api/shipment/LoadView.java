package dev.aisle.hmi.api.shipment;

import dev.aisle.hmi.live.device.PassPort;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The papers of a load against what was seen going onto the truck, one by one. */
@Schema(name = "Load")
public record LoadView(
    LoadRow load,
    @Nullable String readPoint,
    List<LoadParcel> parcels,
    List<LoadExtra> extras,
    List<LoadParcelLeft> leftBehind) {
  public LoadView {
    parcels = List.copyOf(parcels);
    extras = List.copyOf(extras);
    leftBehind = List.copyOf(leftBehind);
  }

  /**
   * A parcel of the papers.
   *
   * @param tag EPC in hex; null when it has none
   * @param state {@code staging}, {@code staged} or {@code left}
   * @param loadedBy the read point that saw it, or the person who scanned it
   * @param pass the pass in which it came; 0 while it is missing
   * @param why what the portal decided about its tag, while it is missing
   */
  @Schema(name = "LoadParcel")
  public record LoadParcel(
      String sscc,
      String order,
      String customer,
      @Nullable String tag,
      String state,
      boolean loaded,
      @Nullable Instant loadedAt,
      @Nullable String loadedBy,
      int pass,
      List<PassPort.PassReason> why) {
    public LoadParcel {
      why = List.copyOf(why);
    }
  }

  /**
   * Seen going onto the truck, and on no paper of this load.
   *
   * @param kind {@code surplus} when it is on other papers, {@code unexpected} when on none
   * @param settledBy who took it off; null while it is on the truck
   */
  @Schema(name = "LoadExtra")
  public record LoadExtra(
      String tag,
      @Nullable String sscc,
      String kind,
      String readPoint,
      Instant seenAt,
      int pass,
      @Nullable String settledBy,
      @Nullable String note) {}

  /** Was missing when a person let the truck go. */
  @Schema(name = "LoadParcelLeft")
  public record LoadParcelLeft(String sscc, String order, String customer) {}
}
