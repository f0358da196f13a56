package dev.aisle.hmi.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed description of the REST interface, from which the screens generate their types, is
 * the one the program gives. After a change: {@code mvn test -Dtest=OpenApiDocumentTest
 * -Daisle.openapi.write=true}.
 */
class OpenApiDocumentTest {

  private static final Path COMMITTED = Path.of("frontend/openapi.json");
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void theCommittedDescriptionIsTheOneTheProgramGives() throws Exception {
    Browser browser = WebServer.running().signedIn(Role.OPERATOR);
    String given = PRETTY.writeValueAsString(browser.get("/v3/api-docs").json()) + "\n";
    if (Boolean.getBoolean("aisle.openapi.write")) {
      Files.writeString(COMMITTED, given);
    }
    assertThat(Files.readString(COMMITTED)).isEqualTo(given);
  }

  @Test
  void everyAnswerAndEveryRequestHasAShape() {
    Browser browser = WebServer.running().signedIn(Role.OPERATOR);
    var description = browser.get("/v3/api-docs").json();
    assertThat(description.path("paths").size()).isGreaterThan(40);
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          var answers = operation.getValue().path("responses");
                          assertThat(answers.has("default")).as(path.getKey()).isTrue();
                          assertThat(answers.toString())
                              .as(path.getKey())
                              .doesNotContain("\"schema\":{}");
                        }));
  }

  @Test
  void everyWordOfTheDescriptionIsTakenAsAFilter() {
    Browser browser = WebServer.running().signedIn(Role.ADMINISTRATOR);
    var description = browser.get("/v3/api-docs").json();
    List<String> tried = new ArrayList<>();
    for (var path : description.path("paths").properties()) {
      for (var parameter : path.getValue().path("get").path("parameters")) {
        String schema = parameter.path("schema").path("$ref").asString("");
        var words =
            description
                .path("components")
                .path("schemas")
                .path(schema.substring(schema.lastIndexOf('/') + 1))
                .path("enum");
        for (var word : words) {
          String filtered =
              path.getKey() + "?" + parameter.path("name").asString() + "=" + word.asString();
          assertThat(browser.get(filtered).status()).as(filtered).isEqualTo(200);
          tried.add(filtered);
        }
      }
    }
    assertThat(tried).contains("/api/v1/alarms?state=active", "/api/v1/orders?milestone=inTransit");
  }
}
