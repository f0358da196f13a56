package dev.aisle.hmi.live.fleet;

import dev.aisle.hmi.live.simulator.Command;
import java.util.List;
import java.util.Optional;

/** What people tell the fleet, beside pausing one vehicle. Every method returns at once. */
public interface FleetCommands {

  /** Sends a vehicle to a node, to stand there until it is told to work again. */
  Command send(String vehicle, String node, String by);

  /** Sends a vehicle to charge as far as the site's rule says. */
  Command charge(String vehicle, String by);

  /** Sends a vehicle home, to stay there until it is told to work again. */
  Command park(String vehicle, String by);

  /** Ends a vehicle's errand: it may take transports again. */
  Command work(String vehicle, String by);

  /**
   * Pauses or resumes many vehicles. This is no emergency stop.
   *
   * @param within only those that stand there now; all when empty
   * @return the vehicles told
   */
  List<String> pauseAll(boolean pause, Optional<Area> within, String by);

  /** What is closed now. */
  List<ClosedPlace> closed();

  /** Closes a node, or both directions of what joins two nodes. */
  Command close(Place place, String why, String by);

  /** Opens it again; what is open stays open. */
  Command open(Place place, String by);

  /** A part of the floor, in metres, site coordinates. */
  record Area(double minX, double minY, double maxX, double maxY) {
    public boolean holds(double x, double y) {
      return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }
  }

  /**
   * @param to the other end of a lane; empty for a node
   */
  record Place(String from, Optional<String> to) {}
}
