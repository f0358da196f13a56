package dev.aisle.sim.vehicle.service;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.MapState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.vda5050.PredefinedAction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Instant actions that have nothing to do with driving (VDA 5050 3.0, 6.2.3): maps, logs,
 * certificates, sleep. What is loaded from an address takes a moment and needs one that could be an
 * address; nothing is really loaded.
 */
public final class Services {
  /** Loading something takes so long. */
  static final double LOADING_S = 3;

  /** Maps beside those of the site. */
  private static final int MOST_MAPS = 20;

  private static final Set<String> TYPES =
      Set.of(
          "logReport",
          "downloadMap",
          "enableMap",
          "deleteMap",
          "updateCertificate",
          "startHibernation",
          "stopHibernation",
          "shutdown");

  private final Map<String, MapState> maps = new LinkedHashMap<>();
  private final List<Loading> loading = new ArrayList<>();
  private int logs;
  private boolean asleep;
  private boolean off;
  private @Nullable ConnectionState toSay;

  /**
   * How an action stands.
   *
   * @param text what came of it, or why not
   */
  public record Outcome(String actionId, ActionStatus status, String text) {}

  private record Loading(InstantAction action, double leftS) {}

  /** Whether this is one of them. */
  public static boolean knows(String type) {
    return TYPES.contains(type);
  }

  /** Types of action, for the factsheet. */
  public static Set<String> types() {
    return TYPES;
  }

  /**
   * An action has come in.
   *
   * @param active whether the vehicle has an order
   */
  public Outcome begin(InstantAction action, boolean active) {
    Optional<String> missing = missing(action);
    if (missing.isPresent()) {
      return failed(action, missing.get());
    }
    return switch (action.type()) {
      case "logReport" -> finished(action, "log-%d.txt".formatted(++logs));
      case "downloadMap" -> known(action) ? failed(action, "the map is there") : load(action);
      case "updateCertificate" -> load(action);
      case "enableMap" -> enableMap(action);
      case "deleteMap" -> deleteMap(action);
      case "startHibernation" -> {
        asleep = true;
        toSay = ConnectionState.HIBERNATING;
        yield finished(action, "");
      }
      case "stopHibernation" -> {
        asleep = false;
        toSay = ConnectionState.ONLINE;
        yield finished(action, "");
      }
      case "shutdown" -> {
        if (active) {
          yield failed(action, "it has an order");
        }
        off = true;
        toSay = ConnectionState.OFFLINE;
        yield finished(action, "");
      }
      default -> failed(action, "cannot do " + action.type());
    };
  }

  private static Optional<String> missing(InstantAction action) {
    for (PredefinedAction.Parameter one :
        PredefinedAction.named(action.type()).map(PredefinedAction::parameters).orElse(List.of())) {
      String value = action.parameters().getOrDefault(one.key(), "");
      if (one.required() && value.isBlank()) {
        return Optional.of("%s is missing".formatted(one.key()));
      }
      if (one.link() && !value.isBlank() && !isAddress(value)) {
        return Optional.of("%s is no address".formatted(one.key()));
      }
    }
    return Optional.empty();
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Outcome load(InstantAction action) {
    if (maps.size() + loading.size() >= MOST_MAPS) {
      return failed(action, "no space left");
    }
    loading.add(new Loading(action, LOADING_S));
    return new Outcome(action.actionId(), ActionStatus.RUNNING, "");
  }

  private boolean known(InstantAction action) {
    return maps.containsKey(key(action));
  }

  private static String key(InstantAction action) {
    return action.parameters().get("mapId") + " " + action.parameters().get("mapVersion");
  }

  private Outcome enableMap(InstantAction action) {
    if (!known(action)) {
      return failed(action, "no such map");
    }
    String id = action.parameters().getOrDefault("mapId", "");
    maps.replaceAll(
        (key, map) ->
            map.mapId().equals(id)
                ? new MapState(id, map.version(), key.equals(key(action)))
                : map);
    return finished(action, "");
  }

  private Outcome deleteMap(InstantAction action) {
    MapState map = maps.get(key(action));
    if (map == null || map.enabled()) {
      return failed(action, map == null ? "no such map" : "the map is in use");
    }
    maps.remove(key(action));
    return finished(action, "");
  }

  /** Time goes on; tells what has come to its end. */
  public List<Outcome> step(double dtS) {
    if (loading.isEmpty()) {
      return List.of();
    }
    List<Outcome> ended = new ArrayList<>();
    loading.replaceAll(one -> new Loading(one.action(), one.leftS() - dtS));
    for (Loading one : List.copyOf(loading)) {
      if (one.leftS() <= 0) {
        loading.remove(one);
        ended.add(loaded(one.action()));
      }
    }
    return ended;
  }

  private Outcome loaded(InstantAction action) {
    Map<String, String> given = action.parameters();
    if (action.type().equals("downloadMap")) {
      maps.put(
          key(action),
          new MapState(
              given.getOrDefault("mapId", ""), given.getOrDefault("mapVersion", ""), false));
      return finished(action, "");
    }
    return finished(action, "certificate for " + given.getOrDefault("service", ""));
  }

  /** Maps that were loaded, beside those of the site. */
  public List<MapState> maps() {
    return List.copyOf(maps.values());
  }

  /** True when it hears nothing but the word to wake up, or nothing at all. */
  public boolean isDeafTo(String type) {
    return off || (asleep && !type.equals("stopHibernation"));
  }

  /** True while it does nothing and, once it has said so, says nothing. */
  public boolean isResting() {
    return off || asleep;
  }

  /** True when it has said all it has to say before it rests. */
  public boolean isSilent() {
    return isResting() && toSay == null;
  }

  /** A person has switched it on and woken it. */
  public void switchOn() {
    if (isResting()) {
      off = false;
      asleep = false;
      toSay = ConnectionState.ONLINE;
    }
  }

  /** What its connection has become, once. */
  public Optional<ConnectionState> takeConnectionDue() {
    Optional<ConnectionState> due = Optional.ofNullable(toSay);
    toSay = null;
    return due;
  }

  private static Outcome finished(InstantAction action, String text) {
    return new Outcome(action.actionId(), ActionStatus.FINISHED, text);
  }

  private static Outcome failed(InstantAction action, String why) {
    return new Outcome(action.actionId(), ActionStatus.FAILED, why);
  }
}
