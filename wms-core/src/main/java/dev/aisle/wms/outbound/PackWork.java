package dev.aisle.wms.outbound;

import dev.aisle.wms.shared.ItemId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import dev.aisle.wms.task.TaskId;
import java.util.List;

/** What a packer needs to see. */
public record PackWork(
    TaskId task, OrderId order, Sscc parcel, LocationId putTo, List<Line> lines, long weightG) {
  public PackWork {
    lines = List.copyOf(lines);
  }

  /** What is in the parcel. */
  public record Line(ItemId item, long quantity) {}
}
