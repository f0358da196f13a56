package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.Dialect;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.agv.vda5050.Version;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a simulated vehicle is.
 *
 * @param startNode where it stands when nothing was saved
 * @param startXM position of that node, in metres
 * @param maxSpeedMps metres per second
 * @param kinematics how it speeds up, brakes, turns and lifts
 * @param dialect what its software understands
 * @param mostNodes longest order that it can hold, in nodes; 0 without a limit
 * @param maps all that it knows, the one on which it begins first
 */
public record VehicleSpec(
    VehicleId id,
    String manufacturer,
    String serial,
    String startNode,
    double startXM,
    double startYM,
    String mapId,
    double lengthM,
    double widthM,
    double maxSpeedMps,
    Kinematics kinematics,
    Version version,
    Dialect dialect,
    int mostNodes,
    List<String> maps) {

  /** A vehicle that speaks VDA 5050 2.1 as the text has it. */
  public VehicleSpec(
      VehicleId id,
      String manufacturer,
      String serial,
      String startNode,
      double startXM,
      double startYM,
      String mapId,
      double lengthM,
      double widthM,
      double maxSpeedMps,
      double accelerationMps2) {
    this(
        id,
        manufacturer,
        serial,
        startNode,
        startXM,
        startYM,
        mapId,
        lengthM,
        widthM,
        maxSpeedMps,
        Kinematics.steering(accelerationMps2),
        Version.V2_1,
        Dialect.standard(Version.V2_1),
        0,
        List.of(mapId));
  }

  /** Where it is on the broker. */
  public Vda5050Vehicle address() {
    return new Vda5050Vehicle(id, version.interfaceName(), manufacturer, serial, version, dialect);
  }

  /** The same vehicle with the software of another version, as the text has it. */
  public VehicleSpec speaking(Version other) {
    return speaking(other, Dialect.standard(other), mostNodes);
  }

  /** The same vehicle with another software. */
  public VehicleSpec speaking(Version other, Dialect words, int longestOrder) {
    return with(kinematics, other, words, longestOrder);
  }

  /** The same vehicle with another chassis. */
  public VehicleSpec moving(Kinematics otherwise) {
    return with(otherwise, version, dialect, mostNodes);
  }

  private VehicleSpec with(Kinematics chassis, Version speaks, Dialect words, int longestOrder) {
    return new VehicleSpec(
        id,
        manufacturer,
        serial,
        startNode,
        startXM,
        startYM,
        mapId,
        lengthM,
        widthM,
        maxSpeedMps,
        chassis,
        speaks,
        words,
        longestOrder,
        maps);
  }

  /** The same vehicle on a floor with more maps. */
  public VehicleSpec knowing(Collection<String> more) {
    List<String> all = Stream.concat(maps.stream(), more.stream()).distinct().toList();
    return new VehicleSpec(
        id,
        manufacturer,
        serial,
        startNode,
        startXM,
        startYM,
        mapId,
        lengthM,
        widthM,
        maxSpeedMps,
        kinematics,
        version,
        dialect,
        mostNodes,
        all);
  }

  boolean knows(String map) {
    return maps.contains(map);
  }

  public VehicleSpec {
    maps = List.copyOf(maps);
    if (!(maxSpeedMps > 0) || !(lengthM > 0) || !(widthM > 0)) {
      throw new IllegalArgumentException("%s needs size and speed".formatted(id));
    }
  }
}
