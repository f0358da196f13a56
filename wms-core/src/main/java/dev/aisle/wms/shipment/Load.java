package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one truck takes from one shipping dock: the parcels its papers name, and what was seen going
 * onto it. Goods must equal papers before it leaves.
 *
 * @param passes how often somebody wanted it to leave and goods did not equal papers
 * @param reason why it left although they did not; a person said it
 * @param extras what was seen and is on no paper of this load, also when it was taken off again
 * @param leftBehind parcels of its papers that were missing when a person let it go
 */
public record Load(
    LoadId id,
    LocationId dock,
    State state,
    Instant openedAt,
    int passes,
    Optional<Instant> checkedAt,
    Optional<Instant> closedAt,
    Optional<String> closedBy,
    Optional<String> reason,
    List<Parcel> parcels,
    List<Extra> extras,
    List<LeftBehind> leftBehind) {
  public Load {
    parcels = List.copyOf(parcels);
    extras = List.copyOf(extras);
    leftBehind = List.copyOf(leftBehind);
  }

  /** How far it has come. */
  public enum State {
    /** Takes further parcels. */
    LOADING,
    /** Somebody wants it to leave: its papers are fixed, nothing more joins it. */
    CHECKING,
    LEFT
  }

  /**
   * One parcel on the papers.
   *
   * @param loadedAt when it was seen or scanned on its way onto the truck
   * @param loadedBy the read point that saw it, or the person who scanned it
   * @param pass the pass in which it came, from 1
   */
  public record Parcel(
      Sscc sscc,
      OrderId order,
      Shipment.State state,
      Optional<Instant> loadedAt,
      Optional<String> loadedBy,
      int pass) {
    public boolean loaded() {
      return state == Shipment.State.LEFT;
    }
  }

  /**
   * @param tag EPC in hex
   * @param unit the handling unit that carries it, if one does
   * @param settledBy who took it off the truck, or said that it is none of ours
   */
  public record Extra(
      String tag,
      Optional<Sscc> unit,
      String readPoint,
      Instant seenAt,
      int pass,
      Optional<String> settledBy,
      Optional<String> note) {
    public boolean open() {
      return settledBy.isEmpty();
    }
  }

  public record LeftBehind(Sscc sscc, OrderId order) {}

  /** On the papers and not on the truck. */
  public List<Parcel> missing() {
    return parcels.stream().filter(parcel -> !parcel.loaded()).toList();
  }

  /** On the truck and not on the papers. */
  public List<Extra> surplus() {
    return extras.stream().filter(Extra::open).toList();
  }

  /** Goods equal papers. */
  public boolean complete() {
    return !parcels.isEmpty() && missing().isEmpty() && surplus().isEmpty();
  }
}
