package dev.aisle.agv.zone;

import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.VehicleId;
import java.util.List;
import java.util.Set;

/**
 * What one vehicle has to do with the zones at a moment, and in the same way with the corridors of
 * lanes (VDA 5050 3.0, 6.4), which have names, too.
 *
 * @param inside zones that it is in, by its last node or by where it says it is
 * @param held those, and all that it is released into: nobody can take that back
 * @param requests in its last state; empty while it is silent
 * @param reports true while it is heard of
 * @param commanded true while it may be told what to do
 * @param halted true if it says that it is paused
 */
public record Presence(
    VehicleId vehicle,
    Set<String> inside,
    Set<String> held,
    List<AccessRequest> requests,
    boolean reports,
    boolean commanded,
    boolean halted) {
  public Presence {
    inside = Set.copyOf(inside);
    held = Set.copyOf(held);
    requests = List.copyOf(requests);
  }
}
