package dev.aisle.hmi.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.live.event.LiveTopic;
import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.QuietFloor;
import dev.aisle.hmi.testing.WebServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LiveTest {

  private final WebServer server = WebServer.running();
  private final QuietFloor floor = server.bean(QuietFloor.class);

  /** Keeps all frames. */
  private static final class Frames implements WebSocket.Listener {
    final List<JsonNode> seen = new CopyOnWriteArrayList<>();
    final AtomicInteger closed = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        seen.add(Browser.JSON.readTree(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.set(status);
      return null;
    }
  }

  private WebSocket open(Browser browser, String origin, Frames frames) {
    return browser
        .http()
        .newWebSocketBuilder()
        .header("Origin", origin)
        .buildAsync(
            URI.create("ws://127.0.0.1:%d/api/v1/live/floor".formatted(server.port())), frames)
        .join();
  }

  private String ownOrigin() {
    return "http://127.0.0.1:" + server.port();
  }

  @Test
  void whoLooksSeesEverythingFirstAndThenOnlyWhatChanges() {
    floor.show(QuietFloor.vehicle("AGV-01", 1), QuietFloor.vehicle("AGV-02", 5));
    Frames frames = new Frames();
    WebSocket socket = open(server.signedIn(Role.OPERATOR), ownOrigin(), frames);
    await().atMost(Duration.ofSeconds(10)).until(() -> !frames.seen.isEmpty());
    assertThat(frames.seen.getFirst().path("full").asBoolean()).isTrue();
    assertThat(frames.seen.getFirst().path("vehicles").size()).isEqualTo(2);

    floor.show(QuietFloor.vehicle("AGV-01", 1.004), QuietFloor.vehicle("AGV-02", 6));
    await().atMost(Duration.ofSeconds(10)).until(() -> frames.seen.size() > 1);

    JsonNode change = frames.seen.get(1);
    assertThat(change.path("full").asBoolean()).isFalse();
    assertThat(change.path("vehicles").size()).isEqualTo(1);
    assertThat(change.path("vehicles").path(0).path("id").asString()).isEqualTo("AGV-02");
    socket.abort();
  }

  @Test
  void aPageOfAnotherSiteCannotOpenTheSocket() {
    Browser browser = server.signedIn(Role.OPERATOR);
    assertThatThrownBy(() -> open(browser, "http://evil.example", new Frames()))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
  }

  @Test
  void aStrangerCannotOpenTheSocket() {
    Browser stranger = server.stranger();
    assertThatThrownBy(() -> open(stranger, ownOrigin(), new Frames()))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  @Test
  void theSocketEndsWithTheSession() {
    Browser browser = server.signedIn(Role.OPERATOR);
    Frames frames = new Frames();
    open(browser, ownOrigin(), frames);
    await().atMost(Duration.ofSeconds(10)).until(() -> !frames.seen.isEmpty());
    browser.delete("/api/v1/session");
    await().atMost(Duration.ofSeconds(15)).until(() -> frames.closed.get() != 0);
  }

  @Test
  void manyChangesWithinAMomentReachAScreenAsOne() throws Exception {
    Browser browser = server.signedIn(Role.OPERATOR);
    HttpResponse<java.util.stream.Stream<String>> stream =
        browser
            .http()
            .send(
                HttpRequest.newBuilder(browser.uri("/api/v1/live/events")).build(),
                HttpResponse.BodyHandlers.ofLines());
    assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    List<String> lines = new CopyOnWriteArrayList<>();
    Thread reader = Thread.ofVirtual().start(() -> stream.body().forEach(lines::add));
    await().atMost(Duration.ofSeconds(10)).until(() -> lines.contains(":here"));

    LiveChanges changes = server.bean(LiveChanges.class);
    for (int i = 0; i < 1_000; i++) {
      changes.changed(LiveTopic.ORDERS, LiveTopic.STOCK);
    }

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> lines.stream().anyMatch(line -> line.contains("orders")));
    assertThat(lines.stream().filter(line -> line.contains("orders")))
        .hasSizeLessThan(5)
        .allMatch(line -> line.contains("{\"topics\":["));
    browser.delete("/api/v1/session");
    await().atMost(Duration.ofSeconds(15)).until(() -> !reader.isAlive());
  }
}
