package dev.aisle.hmi.live.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the map draws of one vehicle.
 *
 * @param x metres, site coordinates; null before the first report
 * @param y metres, site coordinates; null before the first report
 * @param theta radians, counter-clockwise from the x axis
 * @param battery charge in percent; null before the first report
 * @param loadId SSCC of what it carries
 * @param ageMs milliseconds since its last report; null if it never reported
 * @param base nodes it may drive to, next first
 * @param horizon nodes planned after the base, as the vehicle has been told
 * @param further nodes planned after those
 * @param at node it stands on or passed last
 * @param sent what a person has sent it to do
 */
public record VehicleLive(
    String id,
    @Nullable Double x,
    @Nullable Double y,
    @Nullable Double theta,
    VehicleState state,
    @Nullable Double battery,
    @Nullable String loadId,
    @Nullable Long ageMs,
    List<String> base,
    List<String> horizon,
    List<String> further,
    @Nullable WaitsFor waitsFor,
    @Nullable String transport,
    @Nullable String at,
    @Nullable Sent sent) {

  public VehicleLive {
    base = List.copyOf(base);
    horizon = List.copyOf(horizon);
    further = List.copyOf(further);
  }

  /**
   * @param vehicle who holds the place
   * @param place the node or lane waited for
   * @param reason text key
   * @param since when it began to wait for this
   */
  public record WaitsFor(
      @Nullable String vehicle, @Nullable String place, String reason, Instant since) {}

  /**
   * @param errand {@code go}, {@code park} or {@code charge}
   * @param node where to, for {@code go}
   */
  public record Sent(String errand, @Nullable String node) {}
}
