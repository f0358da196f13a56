package dev.aisle.hmi.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.WebServer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the OpenAPI description is sent by everybody. An operation that is not in this
 * table fails the test, so that nobody opens one without saying to whom.
 */
class AccessMatrixTest {

  private static final Set<String> SUPERVISORS =
      Set.of(
          "get /api/v1/devices/{name}/telegrams",
          "post /api/v1/advices",
          "post /api/v1/devices/{name}/test",
          "post /api/v1/loads/{id}/close-by-hand",
          "post /api/v1/read-cycles/{id}/begin",
          "post /api/v1/read-cycles/{id}/end",
          "post /api/v1/orders",
          "post /api/v1/orders/{id}/cancel",
          "post /api/v1/orders/{id}/confirm",
          "post /api/v1/orders/{id}/milestones",
          "post /api/v1/sim/faults",
          "post /api/v1/transports/{id}/accept",
          "post /api/v1/transports/{id}/cancel",
          "post /api/v1/transports/{id}/close",
          "post /api/v1/transports/{id}/hold",
          "post /api/v1/transports/{id}/let-go",
          "post /api/v1/transports/{id}/reroute",
          "put /api/v1/transports/{id}/priority",
          "put /api/v1/transports/{id}/terms",
          "post /api/v1/vehicles/{id}/pause",
          "post /api/v1/vehicles/{id}/resume",
          "post /api/v1/vehicles/{id}/send",
          "post /api/v1/vehicles/{id}/charge",
          "post /api/v1/vehicles/{id}/park",
          "post /api/v1/vehicles/{id}/work",
          "get /api/v1/vehicles/{id}/services",
          "post /api/v1/vehicles/{id}/services",
          "get /api/v1/vehicles/{id}/recovery",
          "post /api/v1/vehicles/{id}/recovery",
          "post /api/v1/fleet/pause",
          "post /api/v1/fleet/resume",
          "post /api/v1/floor/closures",
          "post /api/v1/floor/openings",
          "post /api/v1/floor/zones/{id}/pause",
          "post /api/v1/floor/zones/{id}/resume",
          "get /api/v1/vehicles/{id}/messages",
          "delete /api/v1/sim/readers/{reader}/tags",
          "get /api/v1/sim/tags",
          "post /api/v1/sim/tags",
          "put /api/v1/sim/tags/{tid}",
          "get /api/v1/sim",
          "put /api/v1/sim/speed");

  private static final Set<String> ADMINISTRATORS =
      Set.of(
          "delete /api/v1/devices/{name}",
          "get /api/v1/devices/{name}/settings",
          "get /api/v1/drivers",
          "get /api/v1/users",
          "get /api/v1/users.csv",
          "post /api/v1/devices",
          "post /api/v1/imports/{kind}",
          "post /api/v1/users",
          "put /api/v1/devices/{name}/settings",
          "put /api/v1/devices/{name}/simulated",
          "put /api/v1/users/{name}");

  private static final Set<String> OPERATORS_COMMANDS =
      Set.of(
          "delete /api/v1/encoding/readers/{reader}/run",
          "put /api/v1/encoding/readers/{reader}/run",
          "put /api/v1/encoding/readers/{reader}/run/overwrite",
          "post /api/v1/advices/{id}/arrive",
          "post /api/v1/alarms/{id}/ack",
          "post /api/v1/loads/{id}/go-on",
          "post /api/v1/loads/{id}/leave",
          "post /api/v1/loads/{id}/no-more",
          "post /api/v1/loads/{id}/scan",
          "post /api/v1/loads/{id}/taken-off",
          "post /api/v1/printers/{name}/jobs",
          "post /api/v1/printers/{name}/jobs/{job}/again",
          "post /api/v1/printers/{name}/jobs/{job}/cancel",
          "post /api/v1/session/password",
          "post /api/v1/stations/{id}/sign-off",
          "post /api/v1/stations/{id}/sign-on",
          "post /api/v1/tasks/{id}/confirm",
          "post /api/v1/tasks/{id}/exception",
          "post /api/v1/tasks/{id}/short",
          "post /api/v1/tasks/{id}/start",
          "put /api/v1/session/language");

  /** These end or begin a session; they are tried elsewhere. */
  private static final Set<String> SESSIONS =
      Set.of("post /api/v1/session", "delete /api/v1/session");

  @Test
  void everyOperationIsAnsweredOnlyToThoseWhoMaySendIt() {
    WebServer server = WebServer.running();
    Browser stranger = server.stranger();
    stranger.get("/api/v1/session");
    Map<Role, Browser> people = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      people.put(role, server.signedIn(role));
    }
    Map<String, String> wrong = new TreeMap<>();
    List<String> tried = new ArrayList<>();
    for (String operation : operations(people.get(Role.OPERATOR))) {
      if (SESSIONS.contains(operation)) {
        continue;
      }
      tried.add(operation);
      Role lowest = lowest(operation);
      int anonymous = send(stranger, operation);
      if (anonymous != 401) {
        wrong.put(operation + " by a stranger", "" + anonymous);
      }
      for (Role role : Role.values()) {
        int status = send(people.get(role), operation);
        boolean refused = status == 403 || status == 401;
        if (refused != (role.compareTo(lowest) < 0)) {
          wrong.put(operation + " by " + role, "" + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).hasSizeGreaterThan(50).containsAll(SUPERVISORS).containsAll(ADMINISTRATORS);
  }

  private static Role lowest(String operation) {
    if (ADMINISTRATORS.contains(operation)) {
      return Role.ADMINISTRATOR;
    }
    if (SUPERVISORS.contains(operation)) {
      return Role.SUPERVISOR;
    }
    assertThat(operation.startsWith("get ") || OPERATORS_COMMANDS.contains(operation))
        .as("%s must be in one of the lists of this test", operation)
        .isTrue();
    return Role.OPERATOR;
  }

  @Test
  void whatIsNotInTheTableIsRefusedToEverybody() {
    Browser admin = WebServer.running().signedIn(Role.ADMINISTRATOR);
    for (String path :
        List.of(
            "/api/v1/secret", "/api/v2/orders", "/actuator/env", "/actuator/heapdump", "/v3/x")) {
      assertThat(admin.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(admin.send("DELETE", "/api/v1/orders/SO-000001", null, Map.of()).status())
        .isEqualTo(403);
    assertThat(WebServer.running().stranger().get("/actuator/health").status()).isEqualTo(200);
    assertThat(WebServer.running().stranger().get("/actuator/prometheus").status()).isEqualTo(401);
  }

  @Test
  void aForgedOriginOrForwardedAddressChangesNothing() {
    Browser stranger = WebServer.running().stranger();
    for (String header : List.of("Referer", "Origin", "X-Forwarded-Host", "X-Original-URL")) {
      var answer =
          stranger.send(
              "GET",
              "/api/v1/users",
              null,
              Map.of(header, "http://127.0.0.1:" + WebServer.running().port() + "/"));
      assertThat(answer.status()).as(header).isEqualTo(401);
    }
  }

  private static List<String> operations(Browser browser) {
    List<String> operations = new ArrayList<>();
    browser
        .get("/v3/api-docs")
        .json()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> operations.add(operation.getKey() + " " + path.getKey())));
    return operations;
  }

  /** Bodies are empty on purpose: who may send it gets as far as being told what is missing. */
  private static int send(Browser browser, String operation) {
    String method = operation.substring(0, operation.indexOf(' ')).toUpperCase(Locale.ROOT);
    String path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[a-z]+}", "999");
    return browser
        .send(
            method,
            path,
            method.equals("GET") ? null : "{}",
            Map.of("Idempotency-Key", java.util.UUID.randomUUID().toString()))
        .status();
  }
}
