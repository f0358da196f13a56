package dev.aisle.hmi.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.testing.Browser;
import dev.aisle.hmi.testing.WebServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest {

  private final WebServer server = WebServer.running();

  @Test
  void whoHasThePasswordComesInAndSeesWhoTheyAre() {
    Browser browser = server.stranger();
    assertThat(browser.get("/api/v1/session").code()).isEqualTo("not-signed-in");
    var first = server.person(Role.SUPERVISOR);

    var answer = browser.signIn(first.username(), first.password());

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    var session = browser.get("/api/v1/session").json();
    assertThat(session.path("username").asString()).isEqualTo("supervisor");
    assertThat(session.path("roles").toString()).isEqualTo("[\"operator\",\"supervisor\"]");
    assertThat(session.path("site").asString()).isEqualTo("small");
    assertThat(session.path("simulated").asBoolean()).isTrue();
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    var wrong = server.stranger().signIn("manager", "not the password");
    var unknown = server.stranger().signIn("nobody.here", "not the password");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.text()).isEqualTo(wrong.text());
    assertThat(wrong.code()).isEqualTo("wrong-credentials");
  }

  @Test
  void theSessionGetsANewIdAtSignInAndIsGoneAfterSignOut() {
    Browser browser = server.signedIn(Role.OPERATOR);
    String id = browser.cookie("JSESSIONID");
    browser.signIn(
        server.person(Role.OPERATOR).username(), server.person(Role.OPERATOR).password());
    assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(id).hasSizeGreaterThanOrEqualTo(32);

    assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
    assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  void aRequestWithoutTheTokenIsRefused() {
    Browser browser = server.signedIn(Role.SUPERVISOR);
    var answer = browser.sendForged("POST", "/api/v1/vehicles/AGV-01/pause", null);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("csrf-token-missing");
  }

  @Test
  void whoGuessesHasToWait() {
    Browser admin = server.signedIn(Role.ADMINISTRATOR);
    String password = addUser(admin, "guessed");
    Browser browser = server.stranger();
    for (int i = 0; i < SignInAttempts.PER_NAME; i++) {
      assertThat(browser.signIn("guessed", "wrong " + i).status()).isEqualTo(401);
    }
    var answer = browser.signIn("guessed", password);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("too-many-attempts");
    assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, 300L);
  }

  @Test
  void aNewPersonMustChooseAnOwnPasswordBeforeAnythingElse() {
    Browser admin = server.signedIn(Role.ADMINISTRATOR);
    String first = addUser(admin, "newcomer");
    Browser browser = server.stranger();
    assertThat(browser.signIn("newcomer", first).json().path("mustChangePassword").asBoolean())
        .isTrue();
    assertThat(browser.get("/api/v1/floor").code()).isEqualTo("password-change-required");

    assertThat(
            browser
                .post("/api/v1/session/password", Map.of("old", first, "new", "short"))
                .json()
                .path("errors")
                .path(0)
                .path("code")
                .asString())
        .isEqualTo("too-short");
    assertThat(
            browser
                .post(
                    "/api/v1/session/password",
                    Map.of("old", first, "new", "three quiet forklifts"))
                .status())
        .isEqualTo(200);
    assertThat(browser.get("/api/v1/floor").status()).isEqualTo(200);
  }

  @Test
  void whoLosesARoleLosesTheSessionAtOnce() {
    Browser admin = server.signedIn(Role.ADMINISTRATOR);
    String first = addUser(admin, "demoted");
    Browser browser = server.stranger();
    browser.signIn("demoted", first);
    assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);

    assertThat(admin.put("/api/v1/users/demoted", Map.of("role", "supervisor")).status())
        .isEqualTo(200);

    assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  void theLastAdministratorStaysOne() {
    Browser admin = server.signedIn(Role.ADMINISTRATOR);
    var answer = admin.put("/api/v1/users/admin", Map.of("role", "operator"));
    assertThat(answer.code()).isEqualTo("last-administrator");
  }

  @Test
  void theFirstPasswordsAreHandedOutOnce() {
    assertThat(server.bean(FirstRun.class).takeOnce()).isEmpty();
  }

  @Test
  void everyAnswerCarriesTheHeadersThatProtectTheBrowser() {
    for (String path : new String[] {"/", "/api/v1/session", "/api/v1/nothing", "/nothing.js"}) {
      var answer = server.stranger().get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("script-src 'self';")
          .contains("frame-ancestors 'none'")
          .doesNotContain("script-src 'self' 'unsafe-inline'");
      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
      assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
    }
  }

  private static String addUser(Browser admin, String name) {
    var answer =
        admin.post(
            "/api/v1/users", Map.of("username", name, "displayName", name, "role", "operator"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("firstPassword").asString();
  }
}
