package dev.aisle.hmi.security;

import static dev.aisle.hmi.security.Role.ADMINISTRATOR;
import static dev.aisle.hmi.security.Role.OPERATOR;
import static dev.aisle.hmi.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * The lowest role that may send a request, first match first. What is not named here is refused to
 * everybody.
 */
final class AccessRules {

  /**
   * @param role empty when anybody may, signed in or not
   */
  record Rule(HttpMethod method, String path, Optional<Role> role) {}

  static final List<Rule> RULES =
      List.of(
          anybody(POST, "/api/v1/session"),
          rule(GET, "/api/v1/session", OPERATOR),
          rule(DELETE, "/api/v1/session", OPERATOR),
          rule(PUT, "/api/v1/session/language", OPERATOR),
          rule(POST, "/api/v1/session/password", OPERATOR),
          rule(GET, "/api/v1/users", ADMINISTRATOR),
          rule(GET, "/api/v1/users.csv", ADMINISTRATOR),
          rule(POST, "/api/v1/users", ADMINISTRATOR),
          rule(PUT, "/api/v1/users/*", ADMINISTRATOR),
          rule(POST, "/api/v1/imports/*", ADMINISTRATOR),
          rule(GET, "/api/v1/sim", SUPERVISOR),
          rule(POST, "/api/v1/sim/faults", SUPERVISOR),
          rule(PUT, "/api/v1/sim/speed", SUPERVISOR),
          rule(GET, "/api/v1/sim/tags", SUPERVISOR),
          rule(POST, "/api/v1/sim/tags", SUPERVISOR),
          rule(PUT, "/api/v1/sim/tags/*", SUPERVISOR),
          rule(DELETE, "/api/v1/sim/readers/*/tags", SUPERVISOR),
          rule(POST, "/api/v1/vehicles/*/pause", SUPERVISOR),
          rule(POST, "/api/v1/vehicles/*/resume", SUPERVISOR),
          rule(POST, "/api/v1/vehicles/*/send", SUPERVISOR),
          rule(POST, "/api/v1/vehicles/*/charge", SUPERVISOR),
          rule(POST, "/api/v1/vehicles/*/park", SUPERVISOR),
          rule(POST, "/api/v1/vehicles/*/work", SUPERVISOR),
          rule(GET, "/api/v1/vehicles/*/services", SUPERVISOR),
          rule(POST, "/api/v1/vehicles/*/services", SUPERVISOR),
          rule(GET, "/api/v1/vehicles/*/recovery", SUPERVISOR),
          rule(POST, "/api/v1/vehicles/*/recovery", SUPERVISOR),
          rule(POST, "/api/v1/fleet/pause", SUPERVISOR),
          rule(POST, "/api/v1/fleet/resume", SUPERVISOR),
          rule(POST, "/api/v1/floor/closures", SUPERVISOR),
          rule(POST, "/api/v1/floor/openings", SUPERVISOR),
          rule(POST, "/api/v1/floor/zones/*/pause", SUPERVISOR),
          rule(POST, "/api/v1/floor/zones/*/resume", SUPERVISOR),
          rule(POST, "/api/v1/transports/*/cancel", SUPERVISOR),
          rule(POST, "/api/v1/transports/*/close", SUPERVISOR),
          rule(POST, "/api/v1/transports/*/hold", SUPERVISOR),
          rule(POST, "/api/v1/transports/*/accept", SUPERVISOR),
          rule(POST, "/api/v1/transports/*/let-go", SUPERVISOR),
          rule(POST, "/api/v1/transports/*/reroute", SUPERVISOR),
          rule(PUT, "/api/v1/transports/*/priority", SUPERVISOR),
          rule(PUT, "/api/v1/transports/*/terms", SUPERVISOR),
          rule(POST, "/api/v1/advices", SUPERVISOR),
          rule(POST, "/api/v1/advices/*/arrive", OPERATOR),
          rule(POST, "/api/v1/orders", SUPERVISOR),
          rule(POST, "/api/v1/orders/*/confirm", SUPERVISOR),
          rule(POST, "/api/v1/orders/*/cancel", SUPERVISOR),
          rule(POST, "/api/v1/orders/*/milestones", SUPERVISOR),
          rule(POST, "/api/v1/alarms/*/ack", OPERATOR),
          rule(POST, "/api/v1/stations/*/sign-on", OPERATOR),
          rule(POST, "/api/v1/stations/*/sign-off", OPERATOR),
          rule(POST, "/api/v1/tasks/*/start", OPERATOR),
          rule(POST, "/api/v1/tasks/*/confirm", OPERATOR),
          rule(POST, "/api/v1/tasks/*/short", OPERATOR),
          rule(POST, "/api/v1/tasks/*/exception", OPERATOR),
          rule(GET, "/api/v1/loads", OPERATOR),
          rule(GET, "/api/v1/loads/*", OPERATOR),
          rule(POST, "/api/v1/loads/*/leave", OPERATOR),
          rule(POST, "/api/v1/loads/*/no-more", OPERATOR),
          rule(POST, "/api/v1/loads/*/go-on", OPERATOR),
          rule(POST, "/api/v1/loads/*/scan", OPERATOR),
          rule(POST, "/api/v1/loads/*/taken-off", OPERATOR),
          rule(POST, "/api/v1/loads/*/close-by-hand", SUPERVISOR),
          rule(GET, "/api/v1/read-cycles", OPERATOR),
          rule(GET, "/api/v1/read-cycles/*/reports", OPERATOR),
          rule(POST, "/api/v1/read-cycles/*/begin", SUPERVISOR),
          rule(POST, "/api/v1/read-cycles/*/end", SUPERVISOR),
          rule(GET, "/api/v1/encoding/readers", OPERATOR),
          rule(GET, "/api/v1/encoding/readers/*", OPERATOR),
          rule(PUT, "/api/v1/encoding/readers/*/run", OPERATOR),
          rule(DELETE, "/api/v1/encoding/readers/*/run", OPERATOR),
          rule(PUT, "/api/v1/encoding/readers/*/run/overwrite", OPERATOR),
          rule(GET, "/api/v1/encodings", OPERATOR),
          rule(GET, "/api/v1/encodings.csv", OPERATOR),
          rule(GET, "/api/v1/floor", OPERATOR),
          rule(GET, "/api/v1/live/floor", OPERATOR),
          rule(GET, "/api/v1/live/events", OPERATOR),
          rule(GET, "/api/v1/vehicles", OPERATOR),
          rule(GET, "/api/v1/floor/closures", OPERATOR),
          rule(GET, "/api/v1/floor/zones", OPERATOR),
          rule(GET, "/api/v1/vehicles/*/abilities", OPERATOR),
          rule(GET, "/api/v1/vehicles/*/order", OPERATOR),
          rule(GET, "/api/v1/vehicles/*/history", OPERATOR),
          rule(GET, "/api/v1/vehicles/*/messages", SUPERVISOR),
          rule(GET, "/api/v1/devices", OPERATOR),
          rule(GET, "/api/v1/devices.csv", OPERATOR),
          rule(GET, "/api/v1/devices/*", OPERATOR),
          rule(GET, "/api/v1/devices/*/telegrams", SUPERVISOR),
          rule(GET, "/api/v1/devices/*/telegrams/live", SUPERVISOR),
          rule(POST, "/api/v1/devices/*/test", SUPERVISOR),
          rule(GET, "/api/v1/drivers", ADMINISTRATOR),
          rule(GET, "/api/v1/devices/*/settings", ADMINISTRATOR),
          rule(PUT, "/api/v1/devices/*/settings", ADMINISTRATOR),
          rule(PUT, "/api/v1/devices/*/simulated", ADMINISTRATOR),
          rule(POST, "/api/v1/devices", ADMINISTRATOR),
          rule(DELETE, "/api/v1/devices/*", ADMINISTRATOR),
          rule(GET, "/api/v1/read-points", OPERATOR),
          rule(GET, "/api/v1/read-points/*/passes", OPERATOR),
          rule(GET, "/api/v1/read-points/*/passes.csv", OPERATOR),
          rule(GET, "/api/v1/read-points/*/why", OPERATOR),
          rule(GET, "/api/v1/passes/*", OPERATOR),
          rule(GET, "/api/v1/transports", OPERATOR),
          rule(GET, "/api/v1/transports.csv", OPERATOR),
          rule(GET, "/api/v1/alarms", OPERATOR),
          rule(GET, "/api/v1/alarms.csv", OPERATOR),
          rule(GET, "/api/v1/items", OPERATOR),
          rule(GET, "/api/v1/items.csv", OPERATOR),
          rule(GET, "/api/v1/parties", OPERATOR),
          rule(GET, "/api/v1/parties.csv", OPERATOR),
          rule(GET, "/api/v1/locations", OPERATOR),
          rule(GET, "/api/v1/locations.csv", OPERATOR),
          rule(GET, "/api/v1/stock/by-item", OPERATOR),
          rule(GET, "/api/v1/stock/by-item.csv", OPERATOR),
          rule(GET, "/api/v1/stock/by-location", OPERATOR),
          rule(GET, "/api/v1/stock/by-location.csv", OPERATOR),
          rule(GET, "/api/v1/orders", OPERATOR),
          rule(GET, "/api/v1/orders.csv", OPERATOR),
          rule(GET, "/api/v1/orders/*", OPERATOR),
          rule(GET, "/api/v1/advices", OPERATOR),
          rule(GET, "/api/v1/advices.csv", OPERATOR),
          rule(GET, "/api/v1/advices/*", OPERATOR),
          rule(GET, "/api/v1/stations", OPERATOR),
          rule(GET, "/api/v1/stations/*/job", OPERATOR),
          rule(GET, "/api/v1/stations/*/queue", OPERATOR),
          rule(GET, "/api/v1/stations/*/equipment", OPERATOR),
          rule(GET, "/api/v1/printers/*/jobs", OPERATOR),
          rule(POST, "/api/v1/printers/*/jobs", OPERATOR),
          rule(POST, "/api/v1/printers/*/jobs/*/again", OPERATOR),
          rule(POST, "/api/v1/printers/*/jobs/*/cancel", OPERATOR),
          rule(GET, "/api/v1/labels/*", OPERATOR),
          rule(GET, "/api/v1/trace/units/*", OPERATOR),
          rule(GET, "/api/v1/trace/orders/*", OPERATOR),
          rule(GET, "/api/v1/exceptions", OPERATOR),
          rule(GET, "/api/v1/exceptions.csv", OPERATOR),
          rule(GET, "/api/v1/system/summary", OPERATOR),
          rule(GET, "/api/v1/system/lead", OPERATOR),
          rule(GET, "/v3/api-docs", OPERATOR),
          rule(GET, "/v3/api-docs.yaml", OPERATOR),
          anybody(GET, "/actuator/health"),
          anybody(GET, "/actuator/health/*"),
          rule(GET, "/actuator/prometheus", ADMINISTRATOR));

  /** Where nothing is open that the rules above do not open; the rest are screens. */
  static final List<String> NOTHING_ELSE_BELOW = List.of("/api/**", "/v3/**", "/actuator/**");

  private AccessRules() {}

  private static Rule rule(HttpMethod method, String path, Role role) {
    return new Rule(method, path, Optional.of(role));
  }

  private static Rule anybody(HttpMethod method, String path) {
    return new Rule(method, path, Optional.empty());
  }
}
