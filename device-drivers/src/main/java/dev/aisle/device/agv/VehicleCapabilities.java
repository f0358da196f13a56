package dev.aisle.device.agv;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a vehicle is and can do, by its factsheet or by the site file (VDA 5050 2.1, 6.15; 3.0,
 * 7.9). Metres, seconds, kilograms, radians and percent. Nothing is assumed: what is not said is
 * empty.
 *
 * @param parameters optional fields of messages that it knows, by their path; when the list is
 *     empty the vehicle has not said
 * @param zones kinds of zone that it obeys (3.0)
 */
public record VehicleCapabilities(
    String series,
    String vehicleClass,
    String kinematics,
    Optional<Double> maxLoadKg,
    Motion motion,
    Size size,
    Limits limits,
    Map<String, Boolean> parameters,
    List<Skill> skills,
    List<Envelope> envelopes,
    List<LoadSet> loads,
    Optional<ChargingLimits> charging,
    Set<String> zones) {

  public static final VehicleCapabilities UNKNOWN =
      new VehicleCapabilities(
          "",
          "",
          "",
          Optional.empty(),
          new Motion(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          new Size(Optional.empty(), Optional.empty(), Optional.empty()),
          Limits.NONE,
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Set.of());

  public VehicleCapabilities {
    parameters = Map.copyOf(parameters);
    skills = List.copyOf(skills);
    envelopes = List.copyOf(envelopes);
    loads = List.copyOf(loads);
    zones = Set.copyOf(zones);
  }

  /** What it can do of one type of action; empty when it does not name it. */
  public Optional<Skill> skill(String actionType) {
    return skills.stream().filter(skill -> skill.actionType().equals(actionType)).findFirst();
  }

  /** True when it can do that at a node, or when it never said what it can do. */
  public boolean canAtNode(String actionType) {
    return can(actionType, Scope.NODE);
  }

  /** True when it can do that at once, or when it never said what it can do. */
  public boolean canAtOnce(String actionType) {
    return can(actionType, Scope.INSTANT);
  }

  private boolean can(String actionType, Scope scope) {
    for (Skill one : skills) {
      if (one.actionType().equals(actionType) && one.may(scope)) {
        return true;
      }
    }
    return skills.isEmpty();
  }

  VehicleCapabilities with(Limits otherLimits, List<Skill> otherSkills) {
    return new VehicleCapabilities(
        series,
        vehicleClass,
        kinematics,
        maxLoadKg,
        motion,
        size,
        otherLimits,
        parameters,
        otherSkills,
        envelopes,
        loads,
        charging,
        zones);
  }

  /** Metres per second, metres per second squared, radians per second. */
  public record Motion(
      Optional<Double> maxSpeed,
      Optional<Double> acceleration,
      Optional<Double> deceleration,
      Optional<Double> maxAngularSpeed) {}

  /** Of the empty vehicle, in metres. */
  public record Size(Optional<Double> length, Optional<Double> width, Optional<Double> height) {}

  /**
   * What its software can hold. A zero in the factsheet means no limit and is empty here.
   *
   * @param lists longest lists by their path in the messages, for example {@code order.nodes}
   * @param idLength longest identifier in characters
   * @param minOrderIntervalS least time between two orders to it
   * @param defaultStateIntervalS time between two states when nothing happens
   */
  public record Limits(
      Map<String, Integer> lists,
      Optional<Integer> messageLength,
      Optional<Integer> idLength,
      boolean idNumericalOnly,
      Optional<Double> minOrderIntervalS,
      Optional<Double> minStateIntervalS,
      Optional<Double> defaultStateIntervalS) {
    public static final Limits NONE =
        new Limits(
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Limits {
      lists = Map.copyOf(lists);
    }

    /** Longest list of that path, for example {@code order.nodes}; empty without a limit. */
    public Optional<Integer> longest(String path) {
      return Optional.ofNullable(lists.get(path));
    }
  }

  /** Where an action may be asked for. */
  public enum Scope {
    INSTANT,
    NODE,
    EDGE,
    ZONE
  }

  /**
   * One type of action.
   *
   * @param blocking kinds it accepts; empty when not said
   * @param parameters by name, true when it may be left out
   */
  public record Skill(
      String actionType,
      Set<Scope> scopes,
      Set<VehicleOrder.Blocking> blocking,
      Map<String, Boolean> parameters,
      boolean pauseAllowed,
      boolean cancelAllowed) {
    public Skill {
      scopes = Set.copyOf(scopes);
      blocking = Set.copyOf(blocking);
      parameters = Map.copyOf(parameters);
    }

    /** A skill without scopes is taken to be of use anywhere. */
    boolean may(Scope scope) {
      return scopes.isEmpty() || scopes.contains(scope);
    }
  }

  /** Outline in the frame of the vehicle, metres; {@code name} says with which load. */
  public record Envelope(String name, List<Point> points) {
    public Envelope {
      points = List.copyOf(points);
    }
  }

  /** Metres. */
  public record Point(double x, double y) {}

  /** A kind of load: metres, kilograms, metres per second, seconds. */
  public record LoadSet(
      String name,
      String loadType,
      Optional<Double> length,
      Optional<Double> width,
      Optional<Double> height,
      Optional<Double> maxWeightKg,
      Optional<Double> maxSpeed,
      Optional<Double> pickTimeS,
      Optional<Double> dropTimeS) {}

  /**
   * Percent of charge and minutes (VDA 5050 3.0, 7.9).
   *
   * @param criticalLow below it the vehicle must charge
   * @param minDesired and {@code maxDesired}: the band to keep it in
   * @param minChargingS shortest useful stay at a charger, in seconds
   */
  public record ChargingLimits(
      Optional<Double> criticalLow,
      Optional<Double> minDesired,
      Optional<Double> maxDesired,
      Optional<Double> minChargingS) {}
}
