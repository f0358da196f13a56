package dev.aisle.agv.zone;

import dev.aisle.device.agv.VehicleId;
import java.time.Instant;

/**
 * A vehicle was told to stand because of a paused zone, and later to go on.
 *
 * @param over true once it is to go on
 * @param toldAt when it was last told so; {@link Instant#EPOCH} before
 */
public record Halt(VehicleId vehicle, boolean over, Instant toldAt) {}
