package dev.aisle.hmi.live.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle can and cannot do, and how it is spoken to.
 *
 * @param version of VDA 5050 it is spoken to in
 * @param versionFrom who says so: {@code site-file}, {@code vehicle} or {@code assumed}
 * @param saidVersion the version in its own messages; null before the first
 * @param contradicts true when it says another version than the site file wants
 * @param factsheetAt when its factsheet came; null when none ever did
 * @param dialect how its software is taken to read the standard
 * @param abilities what the dispatcher would use it for
 * @param actions all types of action it says it can do; empty when it does not say
 * @param limits what its orders keep to
 */
public record VehicleAbilities(
    String id,
    String version,
    String versionFrom,
    @Nullable String saidVersion,
    boolean contradicts,
    @Nullable Instant factsheetAt,
    @Nullable String series,
    @Nullable String vehicleClass,
    @Nullable String kinematics,
    List<DialectWord> dialect,
    List<Ability> abilities,
    List<Action> actions,
    List<Limit> limits) {

  public VehicleAbilities {
    dialect = List.copyOf(dialect);
    abilities = List.copyOf(abilities);
    actions = List.copyOf(actions);
    limits = List.copyOf(limits);
  }

  /**
   * @param key such as {@code stitching-actions}
   * @param from who says so: {@code site-file}, {@code vehicle} where its own messages told, or
   *     {@code version}
   */
  public record DialectWord(String key, String value, String from) {}

  /**
   * @param key {@code carry}, {@code charge}, {@code pause}, {@code cancel} or {@code report}
   * @param missing types of action that it would have to know
   */
  public record Ability(String key, boolean able, List<String> missing) {
    public Ability {
      missing = List.copyOf(missing);
    }
  }

  /**
   * @param scopes where it may be asked for, such as {@code node}; empty when not said
   * @param blocking kinds it accepts, such as {@code hard}; empty when not said
   */
  public record Action(String type, List<String> scopes, List<String> blocking) {
    public Action {
      scopes = List.copyOf(scopes);
      blocking = List.copyOf(blocking);
    }
  }

  /**
   * @param key such as {@code nodes-per-order} or {@code max-speed}
   * @param unit such as {@code m/s}; empty for a count
   */
  public record Limit(String key, double value, String unit, boolean fromSite) {}
}
