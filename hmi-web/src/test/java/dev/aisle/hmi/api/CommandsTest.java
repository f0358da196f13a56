package dev.aisle.hmi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.QuietFloor;
import dev.aisle.hmi.testing.WebServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private final WebServer server = WebServer.running();
  private final Browser supervisor = server.signedIn(Role.SUPERVISOR);

  @Test
  void theSameCommandSentAgainGetsTheSameAnswerAndIsDoneOnce() {
    UUID key = UUID.randomUUID();
    long before = told("resume AGV-07");

    var first = supervisor.post("/api/v1/vehicles/AGV-07/resume", null, key);
    var second = supervisor.post("/api/v1/vehicles/AGV-07/resume", null, key);

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(told("resume AGV-07") - before).isEqualTo(1);
  }

  @Test
  void theSameKeyForAnotherCommandIsRefused() {
    UUID key = UUID.randomUUID();
    supervisor.post("/api/v1/sim/faults", fault("reader-D1", 10), key);

    var other = supervisor.post("/api/v1/sim/faults", fault("reader-D1", 11), key);

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void aRefusalIsRememberedToo() {
    UUID key = UUID.randomUUID();
    var first = supervisor.post("/api/v1/vehicles/AGV-99/pause", null, key);
    var second = supervisor.post("/api/v1/vehicles/AGV-99/pause", null, key);
    assertThat(first.code()).isEqualTo("not-found");
    assertThat(second.text()).isEqualTo(first.text());
  }

  @Test
  void oneKeyOfTwoPeopleIsTwoCommands() {
    UUID key = UUID.randomUUID();
    long before = told("resume AGV-08");
    supervisor.post("/api/v1/vehicles/AGV-08/resume", null, key);
    server.signedIn(Role.MANAGER).post("/api/v1/vehicles/AGV-08/resume", null, key);
    assertThat(told("resume AGV-08") - before).isEqualTo(2);
  }

  @Test
  void tenAtOnceAreDoneOnce() throws Exception {
    UUID key = UUID.randomUUID();
    long before = told("resume AGV-09");
    try (var threads = Executors.newFixedThreadPool(10)) {
      Callable<Integer> send =
          () -> supervisor.post("/api/v1/vehicles/AGV-09/resume", null, key).status();
      for (var status : threads.invokeAll(IntStream.range(0, 10).mapToObj(i -> send).toList())) {
        assertThat(status.get()).isEqualTo(200);
      }
    }
    assertThat(told("resume AGV-09") - before).isEqualTo(1);
  }

  @Test
  void aCommandWithoutAKeyIsRefused() {
    var answer = supervisor.send("POST", "/api/v1/vehicles/AGV-01/resume", null, Map.of());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("field").asString()).isEqualTo("Idempotency-Key");
  }

  @Test
  void everyWrongFieldIsNamed() {
    var answer =
        supervisor.post(
            "/api/v1/orders",
            Map.of("customer", "", "lines", List.of(Map.of("item", "", "quantity", 0))));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("errors").toString())
        .contains("\"customer\"")
        .contains("\"lines[0].item\"")
        .contains("\"lines[0].quantity\"");
  }

  @Test
  void unreadableJsonAndUnknownWordsAreInputProblems() {
    assertThat(supervisor.post("/api/v1/orders", "{").code()).isEqualTo("invalid-input");
    assertThat(supervisor.post("/api/v1/sim/faults", Map.of("kind", "fire")).json().path("field"))
        .hasToString("\"kind\"");
    assertThat(supervisor.get("/api/v1/orders?size=501").json().path("field"))
        .hasToString("\"size\"");
    assertThat(supervisor.get("/api/v1/orders?sort=id;drop").status()).isEqualTo(400);
    assertThat(supervisor.get("/api/v1/orders/../../etc").status()).isBetween(400, 404);
  }

  private long told(String what) {
    return server.bean(QuietFloor.class).commands().stream()
        .filter(command -> command.endsWith(what))
        .count();
  }

  private static Map<String, Object> fault(String target, int seconds) {
    return Map.of("kind", "readerCable", "target", target, "seconds", seconds);
  }
}
