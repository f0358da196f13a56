package dev.aisle.hmi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the server as the screens do: cookies, the token against forged requests, JSON. */
public final class Browser {

  public static final JsonMapper JSON = JsonMapper.builder().build();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final int port;

  Browser(int port) {
    this.port = port;
  }

  /** A browser of somebody who is not signed in, at a server of the test's own. */
  public static Browser at(int port) {
    return new Browser(port);
  }

  /** Status, headers and text of an answer. */
  public record Answer(int status, HttpResponse<String> response) {
    public String text() {
      return response.body();
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** The code of the problem that the answer is. */
    public String code() {
      return json().path("code").asString();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public HttpClient http() {
    return http;
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  /** A command with a key of its own. */
  public Answer post(String path, Object body) {
    return post(path, body, UUID.randomUUID());
  }

  public Answer post(String path, Object body, UUID key) {
    return send("POST", path, body, Map.of("Idempotency-Key", key.toString()));
  }

  /** Sends a file as a form does. */
  public Answer upload(String path, String file, String content) {
    String boundary = "----" + UUID.randomUUID();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.ofString(
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                            .formatted(boundary, file)
                        + "Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
                            .formatted(content, boundary)));
    return exchange(request);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body, Map.of());
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  public Answer signIn(String username, String password) {
    get("/api/v1/session");
    return send(
        "POST", "/api/v1/session", Map.of("username", username, "password", password), Map.of());
  }

  /** The value of a cookie, empty when there is none. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** With the token, as the screens do it. */
  public Answer send(String method, String path, Object body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    String token = cookie("XSRF-TOKEN");
    if (!token.isEmpty()) {
      request.header("X-XSRF-TOKEN", token);
    }
    return send(request, method, body, headers);
  }

  /** Without the token, as another site would make the browser do it. */
  public Answer sendForged(String method, String path, Object body) {
    return send(
        HttpRequest.newBuilder(uri(path)),
        method,
        body,
        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
  }

  private Answer send(
      HttpRequest.Builder request, String method, Object body, Map<String, String> headers) {
    headers.forEach(request::header);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      String text = body instanceof String given ? given : JSON.writeValueAsString(body);
      request.method(method, BodyPublishers.ofString(text));
    }
    return exchange(request);
  }

  private Answer exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
