package dev.aisle.hmi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.testing.SmallSite;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
  @TempDir Path data;

  @Test
  void aSiteStartsWithItsOwnDatabaseAndBrokerAndSaysThatItIsWell() throws Exception {
    RunOptions options =
        new RunOptions(
            data, 0, "127.0.0.1", false, 1, RunOptions.Operators.PEOPLE, true, Optional.empty());
    try (AisleServer server = AisleServer.start(SmallSite.site(), options);
        HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> health =
          http.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:%d/actuator/health".formatted(server.port())))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).contains("\"status\":\"UP\"");
    }
  }
}
