package dev.aisle.agv.control.command;

import dev.aisle.agv.control.io.Errand;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.planning.Goal;
import dev.aisle.agv.planning.Stop;
import dev.aisle.device.agv.VehicleId;
import java.util.Optional;

/** Takes in where people send vehicles, and how far that has come. */
public final class Errands {
  private Errands() {}

  /** Without effect for a node that is not there is another vehicle's home or in a lift. */
  public static void begin(Draft draft, VehicleId vehicle, Errand errand) {
    VehicleTrack track = draft.tracks.get(vehicle);
    if (track == null || errand.node().filter(node -> !mayStand(draft, track, node)).isPresent()) {
      return;
    }
    end(track);
    track.errand = Optional.of(errand);
  }

  /** Back to work. */
  public static void end(Draft draft, VehicleId vehicle) {
    VehicleTrack track = draft.tracks.get(vehicle);
    if (track != null) {
      end(track);
    }
  }

  private static void end(VehicleTrack track) {
    track.errand = Optional.empty();
    track.stopsDone(Stop.Kind.STAND);
  }

  /** A charge is over as soon as the vehicle need not charge any more. */
  public static void charged(VehicleTrack track) {
    if (track.isSentToCharge() && !track.mustCharge) {
      track.errand = Optional.empty();
    }
  }

  /** Where it has still to be sent, once it has no transport. */
  public static Optional<Goal> goal(VehicleTrack track) {
    return track
        .errand
        .flatMap(Errand::node)
        .filter(node -> track.transport.isEmpty())
        .map(node -> new Goal(node, Stop.stand()));
  }

  public static boolean needsWay(VehicleTrack track) {
    return goal(track).isPresent()
        && track.visits.stream().noneMatch(v -> v.stop().equals(Optional.of(Stop.stand())));
  }

  private static boolean mayStand(Draft draft, VehicleTrack track, String node) {
    return draft.map.has(node)
        && draft.map.liftAt(node).isEmpty()
        && draft.tracks.values().stream()
            .noneMatch(other -> other != track && other.spec.parksAt().equals(node));
  }
}
