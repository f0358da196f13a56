package dev.aisle.hmi.bridge.passage;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.io.FloorMachines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All machines of the floor that have a say in what vehicles do, as the dispatcher's loop meets
 * them. For its thread alone.
 */
public final class Machinery {
  private final LaneDoors doors;
  private final LaneLifts lifts;
  private final DropGates gates;
  private final HandOverStations stations;

  public Machinery(LaneDoors doors, LaneLifts lifts, DropGates gates, HandOverStations stations) {
    this.doors = doors;
    this.lifts = lifts;
    this.gates = gates;
    this.stations = stations;
  }

  /** What the dispatcher has to know of them from the beginning. */
  public FloorMachines all() {
    return FloorMachines.doors(doors.all()).andGates(gates.all()).andStations(stations.all());
  }

  /** What the dispatcher has to be told now. */
  public List<DispatchInput> look(Instant now) {
    List<DispatchInput> news = new ArrayList<>(doors.look(now));
    news.addAll(lifts.look(now));
    news.addAll(gates.look());
    news.addAll(stations.look(now));
    return news;
  }

  public void carryOut(DispatchOutput.MoveDoor move) {
    doors.move(move.door(), move.move());
  }

  public void carryOut(DispatchOutput.MoveLift move) {
    lifts.move(move.lift(), move.move());
  }

  public void carryOut(DispatchOutput.TellStation tell) {
    stations.tell(tell.node(), tell.signal());
  }
}
