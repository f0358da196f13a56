package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.app.AisleServer;
import dev.aisle.hmi.bridge.Bridge;
import dev.aisle.hmi.security.FirstRun;
import dev.aisle.hmi.security.FirstRun.FirstSignIn;
import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.ProgramHere;
import dev.aisle.sim.station.StationGear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The whole program on a small site: a reader on a table, one at a gate without photo-eyes, a
 * station with its scale and printers, three tag heads behind a gateway that is really there, and a
 * lift to an upper level. One for all tests of a run; it stops with the JVM.
 */
final class TableSite {
  static final Duration SOON = Duration.ofSeconds(60);

  private static final String FILE =
      """
      site: table
      timezone: Asia/Shanghai
      gs1: {company_prefix: "9521141"}
      simulation: {seed: 7}
      floor:
        map: ground
        nodes:
          D1: {at_m: [0.0, 0.0], is: dock}
          S-1: {at_m: [4.0, 0.0], is: slot}
          C1: {at_m: [8.0, 0.0], is: charger}
          L-1: {at_m: [0.0, 2.0]}
          L-2: {at_m: [4.0, 2.0]}
          L-3: {at_m: [8.0, 2.0]}
          CAB-0: {at_m: [12.0, 2.0]}
          CAB-1: {at_m: [12.0, 2.0], map: upper}
          U-1: {at_m: [16.0, 2.0], map: upper}
          U-2: {at_m: [20.0, 2.0], map: upper}
          C2: {at_m: [20.0, 0.0], is: charger, map: upper}
        lanes:
          - {between: [L-3, CAB-0]}
          - {between: [CAB-1, U-1]}
          - {between: [U-1, U-2]}
          - {between: [C2, U-2], speed_mps: 0.5}
          - {between: [L-1, L-2], speed_mps: 1.0}
          - {between: [L-2, L-3], speed_mps: 1.0}
          - {between: [D1, L-1], speed_mps: 0.5}
          - {between: [S-1, L-2], speed_mps: 0.5}
          - {between: [C1, L-3], speed_mps: 0.5}
        lifts:
          lift-1: {stops: [CAB-0, CAB-1], ride: 5 s}
      vehicles:
        AGV-01:
          {driver: vda5050, version: 2.1.0, manufacturer: acme, serial: "0001", length_mm: 1200,
           width_mm: 800, max_speed_mps: 1.0, parks_at: C1, simulated: true}
        AGV-02:
          {driver: vda5050, version: 3.0.0, manufacturer: acme, serial: "0002", length_mm: 1200,
           width_mm: 800, max_speed_mps: 1.5, parks_at: C2, simulated: true}
      devices:
        io-1:
          driver: modbus-tcp
          simulated: true
          points: {call-0: coil 0, call-1: coil 1, at-0: input 0, at-1: input 1, open: input 2}
          machines:
            lift-1: {is: lift, call.ground: call-0, at.ground: at-0, call.upper: call-1,
                     at.upper: at-1, is_open: open, travel: 20 s}
        table: {driver: rfid-bb, antennas: {1: {}}, simulated: true}
        gate: {driver: rfid-bb, antennas: {1: D1-gate}, simulated: true}
        scale-1: {driver: scale-serial, format: sics, station: DOCK-1, simulated: true}
        printer-1: {driver: printer-zpl, station: DOCK-1, simulated: true}
        printer-2: {driver: printer-zpl, simulated: true}
        head-1: {driver: rfid-modbus, address: "$GATEWAY", unit: 1, read_point: S-1-head}
        head-2: {driver: rfid-modbus, address: "$GATEWAY", unit: 2, read_point: S-1-head}
        head-3: {driver: rfid-modbus, address: "$GATEWAY", unit: 3, read_point: S-1-head}
      read_points:
        D1-gate: {location: D1, step: passing, same_tag_again_after: 1 s}
        S-1-head: {location: S-1, step: passing, same_tag_again_after: 1 s}
      recording: {file_mb: 1, keep_mb: 4, runs: 50}
      stations:
        DOCK-1: {at: D1, does: receive}
      policies:
        put_away: [nearest-free]
        charging: {go_at_percent: 25, leave_at_percent: 80}
      """;

  private static final TableSite ONE = new TableSite();

  private final Path folder;
  private final Gateway gateway;
  private final AisleServer server;
  private final Map<Role, FirstSignIn> people = new EnumMap<>(Role.class);
  private final Browser admin;

  private TableSite() {
    try {
      folder = Files.createTempDirectory("aisle-table");
      gateway = new Gateway(List.of("head-1", "head-2", "head-3"));
      server = ProgramHere.of(FILE.replace("$GATEWAY", gateway.address())).start(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    server.context().getBean(FirstRun.class).takeOnce().forEach(one -> people.put(one.role(), one));
    this.admin = signedIn(Role.ADMINISTRATOR);
  }

  static TableSite running() {
    return ONE;
  }

  Path data() {
    return ProgramHere.data(folder);
  }

  Gateway gateway() {
    return gateway;
  }

  /** What people use at the station. */
  StationGear gear() {
    return bean(Bridge.class).gear().orElseThrow();
  }

  Browser.Answer upload(String what, String file) {
    return admin.upload("/api/v1/imports/" + what, what + ".csv", file);
  }

  Browser signedIn(Role role) {
    Browser browser = Browser.at(server.port());
    FirstSignIn person = people.get(role);
    assertThat(browser.signIn(person.username(), person.password()).status()).isEqualTo(200);
    return browser;
  }

  <T> T bean(Class<T> type) {
    return server.context().getBean(type);
  }

  JsonNode get(String path) {
    Browser.Answer answer = admin.get(path);
    assertThat(answer.status()).as("%s: %s", path, answer.text()).isEqualTo(200);
    return answer.json();
  }

  Browser.Answer ask(String method, String path, Object body) {
    return admin.send(
        method, path, body, Map.of("Idempotency-Key", java.util.UUID.randomUUID().toString()));
  }

  JsonNode done(String method, String path, Object body) {
    Browser.Answer answer = ask(method, path, body);
    assertThat(answer.status()).as("%s: %s", path, answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** Asks again until it is so. */
  JsonNode until(String path, java.util.function.Predicate<JsonNode> so) {
    JsonNode[] last = new JsonNode[1];
    await(path)
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(100))
        .conditionEvaluationListener(
            seen -> {
              if (seen.getRemainingTimeInMS() <= 0 && last[0] != null) {
                throw new AssertionError("last: " + last[0]);
              }
            })
        .until(
            () -> {
              last[0] = get(path);
              return so.test(last[0]);
            });
    return last[0];
  }
}
