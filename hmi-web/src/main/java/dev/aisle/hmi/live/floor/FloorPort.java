package dev.aisle.hmi.live.floor;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The floor that does not change while the program runs. */
public interface FloorPort {

  FloorView floor();

  /** Lengths in metres, site coordinates. */
  @Schema(name = "Floor")
  record FloorView(
      String site,
      List<FloorNode> nodes,
      List<FloorLane> lanes,
      List<FloorStation> stations,
      List<FloorReadPoint> readPoints,
      Bounds bounds) {
    public FloorView {
      nodes = List.copyOf(nodes);
      lanes = List.copyOf(lanes);
      stations = List.copyOf(stations);
      readPoints = List.copyOf(readPoints);
    }
  }

  /**
   * @param kind what is there: {@code lane}, {@code dock}, {@code ship-dock}, {@code slot}, {@code
   *     pick}, {@code pack}, {@code charger}, {@code parking}, {@code lift} for the cab of one
   * @param zone storage zone of a slot
   * @param map level that it is on; null where the floor has only one
   */
  record FloorNode(
      String id, double x, double y, String kind, @Nullable String zone, @Nullable String map) {}

  record FloorLane(String from, String to, boolean twoWay) {}

  /**
   * @param positions node ids that belong to the station
   * @param does what people do there: {@code receive}, {@code pick}, {@code pack}, {@code load}
   */
  record FloorStation(String id, List<String> positions, List<String> does) {
    public FloorStation {
      positions = List.copyOf(positions);
      does = List.copyOf(does);
    }
  }

  record FloorReadPoint(String id, String location, String reader) {}

  record Bounds(double minX, double minY, double maxX, double maxY) {}
}
