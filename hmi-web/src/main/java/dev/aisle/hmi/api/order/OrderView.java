package dev.aisle.hmi.api.order;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order in full. */
@Schema(name = "Order")
public record OrderView(
    String id,
    String customer,
    String customerName,
    int lines,
    long units,
    MilestoneName milestone,
    OrderStatus status,
    Instant enteredAt,
    @Nullable LocalDate requestedFor,
    @Nullable String externalRef,
    List<OrderMilestone> milestones,
    List<OrderLineView> linesDetail,
    List<OrderParcel> parcels) {

  public OrderView {
    milestones = List.copyOf(milestones);
    linesDetail = List.copyOf(linesDetail);
    parcels = List.copyOf(parcels);
  }

  /**
   * @param at null while not reached
   */
  public record OrderMilestone(MilestoneName name, @Nullable Instant at, @Nullable String by) {}

  /** A line; quantities in base units. */
  @Schema(name = "OrderLine")
  public record OrderLineView(
      int no,
      String item,
      String name,
      long ordered,
      long allocated,
      long picked,
      long shipped,
      @Nullable LineShortage shortage) {}

  /**
   * Why a line could not be allocated in full.
   *
   * @param free base units that were free
   * @param wanted base units that were wanted
   * @param heldBy who holds the rest
   */
  public record LineShortage(long free, long wanted, List<Holder> heldBy) {
    public LineShortage {
      heldBy = List.copyOf(heldBy);
    }
  }

  /**
   * @param ref the order or hold that has them reserved
   */
  @Schema(name = "ShortageHolder")
  public record Holder(String ref, long quantity) {}

  /**
   * @param labelId SSCC under which the label is found; null before it is made
   */
  public record OrderParcel(
      String sscc, String state, @Nullable String place, @Nullable String labelId) {}
}
