package dev.aisle.wms.order;

import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A customer's order as it stands now. */
public record Order(
    OrderId id,
    PartyId customer,
    PartyId owner,
    OrderStatus status,
    Milestone milestone,
    Instant enteredAt,
    Optional<LocalDate> requestedFor,
    Optional<String> externalRef,
    List<Line> lines,
    List<Reached> reached) {
  public Order {
    lines = List.copyOf(lines);
    reached = List.copyOf(reached);
  }

  /**
   * One line; quantities in base units.
   *
   * @param shortClosed given up by a supervisor
   */
  public record Line(
      int no,
      ItemId item,
      long ordered,
      long allocated,
      long picked,
      long shipped,
      long shortClosed,
      Optional<Shortage> shortage) {
    /** What still needs stock. */
    public long open() {
      return ordered - allocated - picked - shortClosed;
    }
  }

  /** A milestone with its time and who reached it. */
  public record Reached(Milestone milestone, Instant at, String by) {}

  public long units() {
    return lines.stream().mapToLong(Line::ordered).sum();
  }
}
