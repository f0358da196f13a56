package dev.aisle.hmi.live.floor;

import dev.aisle.hmi.live.fleet.VehicleLive;
import dev.aisle.hmi.live.floor.FloorFrame.UnitPlace;
import dev.aisle.hmi.live.floor.LiveFloor.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client that saw one picture must be told to see the next. */
final class FrameDiff {

  private FrameDiff() {}

  /**
   * @param before what the client saw last; null when it saw nothing yet
   * @return empty when the client would see no difference
   */
  public static Optional<FloorFrame> between(@Nullable Picture before, Picture now) {
    if (before == null) {
      List<UnitPlace> all = new ArrayList<>();
      now.places().forEach((sscc, place) -> all.add(new UnitPlace(sscc, place)));
      return Optional.of(
          new FloorFrame(now.at(), true, List.copyOf(now.vehicles().values()), all, now.speed()));
    }
    if (!before.vehicles().keySet().equals(now.vehicles().keySet())) {
      return between(null, now);
    }
    List<VehicleLive> vehicles =
        now.vehicles().values().stream()
            .filter(vehicle -> differs(before.vehicles().get(vehicle.id()), vehicle))
            .toList();
    List<UnitPlace> units = new ArrayList<>();
    now.places()
        .forEach(
            (sscc, place) -> {
              if (!place.equals(before.places().get(sscc))) {
                units.add(new UnitPlace(sscc, place));
              }
            });
    before
        .places()
        .keySet()
        .forEach(
            sscc -> {
              if (!now.places().containsKey(sscc)) {
                units.add(new UnitPlace(sscc, null));
              }
            });
    if (vehicles.isEmpty() && units.isEmpty() && before.speed() == now.speed()) {
      return Optional.empty();
    }
    return Optional.of(new FloorFrame(now.at(), false, vehicles, units, now.speed()));
  }

  /** The age alone is told once a second, so that a silent vehicle is seen to be silent. */
  private static boolean differs(@Nullable VehicleLive before, VehicleLive now) {
    return before == null || !inSeconds(before).equals(inSeconds(now));
  }

  private static VehicleLive inSeconds(VehicleLive vehicle) {
    Long age = vehicle.ageMs();
    return with(
        vehicle, vehicle.x(), vehicle.y(), vehicle.theta(), age == null ? null : age / 1_000);
  }

  /**
   * To the centimetre, the hundredth of a radian and the percent: nobody sees more, and less
   * changes.
   */
  public static VehicleLive rounded(VehicleLive vehicle) {
    return with(
        vehicle,
        hundredths(vehicle.x()),
        hundredths(vehicle.y()),
        hundredths(vehicle.theta()),
        vehicle.ageMs());
  }

  private static @Nullable Double hundredths(@Nullable Double value) {
    return value == null ? null : Math.round(value * 100) / 100.0;
  }

  private static VehicleLive with(
      VehicleLive vehicle,
      @Nullable Double x,
      @Nullable Double y,
      @Nullable Double theta,
      @Nullable Long ageMs) {
    Double battery = vehicle.battery();
    return new VehicleLive(
        vehicle.id(),
        x,
        y,
        theta,
        vehicle.state(),
        battery == null ? null : (double) Math.round(battery),
        vehicle.loadId(),
        ageMs,
        vehicle.base(),
        vehicle.horizon(),
        vehicle.further(),
        vehicle.waitsFor(),
        vehicle.transport(),
        vehicle.at(),
        vehicle.sent());
  }
}
