package dev.aisle.sim;

import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.reader.tag.LaidTags;
import dev.aisle.sim.scenario.Faults;
import dev.aisle.sim.world.TaggedUnit;
import java.io.IOException;
import java.util.List;

/**
 * A running simulated site. The calls here are what people do with their hands; everything else
 * goes over the devices' own protocols. Thread-safe. What a call has changed outlives the process
 * when the call returns.
 */
public interface Simulator extends AutoCloseable {

  /**
   * Starts all devices and vehicles, with the floor as it was left if the snapshot file exists.
   *
   * @throws IOException if a port or the snapshot cannot be had
   */
  static Simulator open(SimConfig config) throws IOException {
    return PlayedSite.open(config);
  }

  /** A truck comes to a dock with pallets. The same advice again changes nothing. */
  void truckArrives(String dock, String adviceId, List<TaggedUnit> pallets);

  /** A unit is packed, labelled and ready at a node. The same SSCC again changes nothing. */
  void unitPacked(TaggedUnit unit, String node);

  /** People take a unit away. */
  void unitRemoved(String sscc);

  /**
   * People carry a unit to a node, from wherever it is or was taken to, also off a vehicle. False
   * if something else stands there, or nobody ever saw such a unit.
   */
  boolean unitPut(String sscc, String node);

  /**
   * People carry a unit through its dock portal once more, for a read that was lost: from the dock
   * node back to the truck and in again, or from the truck back and out again. False if it is
   * neither on the dock node nor gone through a dock.
   */
  boolean carriedAgain(String sscc);

  /** How many times faster than the wall clock physical things go. */
  void setSpeed(double factor);

  double speed();

  WorldView view();

  /** Tags that lie before readers because somebody has laid them there. */
  LaidTags laidTags();

  /**
   * Begins to play a reader, in place of one of that name that is played already.
   *
   * @throws IOException if its line cannot be had
   */
  void play(ReaderSpec reader) throws IOException;

  /**
   * Begins to play one more controller, in place of one of that name that began after the start. It
   * senses what its points are named for.
   *
   * @throws IOException if its port cannot be had
   */
  void play(PlcSpec plc) throws IOException;

  /**
   * Begins to play one more gateway with one tag head or several.
   *
   * @param name by which it is replaced when it is played again
   * @throws IOException if its port cannot be had
   */
  void play(String name, SimConfig.HeadGateway gateway) throws IOException;

  Faults faults();

  /** Stops everything; vehicles say goodbye. */
  @Override
  void close();
}
