package dev.aisle.hmi.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aisle.hmi.app.AisleServer;
import dev.aisle.hmi.bridge.Bridge;
import dev.aisle.sim.station.StationGear;
import dev.aisle.wms.capture.Direction;
import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.capture.TagSighting;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.LocationId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What people do besides touching screens, for a story that is told from another process: scan with
 * the simulated scanners, lay goods on the simulated scales, carry a tag past a portal. Each act is
 * a GET with its words in the query; the answer says what came of it.
 */
final class BorrowedHands implements AutoCloseable {
  private static final String GS1_128 = "]C1";
  private static final int DONE = 200;
  private static final int NOT_POSSIBLE = 409;

  private final HttpServer http;
  private final AisleServer server;

  private BorrowedHands(HttpServer http, AisleServer server) {
    this.http = http;
    this.server = server;
  }

  static BorrowedHands of(AisleServer server) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    BorrowedHands hands = new BorrowedHands(http, server);
    http.createContext("/", hands::answer);
    http.start();
    return hands;
  }

  String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    int status = DONE;
    String text;
    try {
      text =
          act(
              exchange.getRequestURI().getPath().substring(1),
              words(exchange.getRequestURI().getRawQuery()));
    } catch (IllegalStateException | IllegalArgumentException e) {
      status = NOT_POSSIBLE;
      text = String.valueOf(e.getMessage());
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> words(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private String act(String act, Map<String, String> words) {
    StationGear gear =
        server.context().getBean(Bridge.class).gear().orElseThrow(IllegalStateException::new);
    switch (act) {
      case "scan" -> {
        if (!gear.scan(words.get("scanner"), GS1_128, words.get("text"))) {
          throw new IllegalStateException("nobody listens to " + words.get("scanner"));
        }
      }
      case "lay" -> gear.lay(words.get("scale"), Long.parseLong(words.get("grams")));
      case "labels" -> {
        return Integer.toString(gear.labels(words.get("printer")).size());
      }
      case "carry-out" -> carryOut(words.get("dock"), words.get("epc"));
      default -> throw new IllegalArgumentException("no hand does " + act);
    }
    return "done";
  }

  private void carryOut(String dock, String epc) {
    Instant now = Instant.now();
    server
        .context()
        .getBean(Sightings.class)
        .record(
            new TagSighting(
                dock + "-portal",
                new LocationId(dock),
                "shipping",
                new Epc(epc),
                now,
                now,
                9,
                OptionalDouble.empty(),
                Direction.OUT));
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
