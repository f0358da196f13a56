package dev.aisle.hmi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

  @ParameterizedTest
  @CsvSource({
    "elevenchars,too-short",
    "aaaaaaaaaaaaaaaa,too-simple",
    "123456789012,too-simple",
    "abcdefghijklmn,too-simple",
    "Password1234567,too-simple",
    "li.wei.li.wei,too-simple"
  })
  void whatEverybodyTriesIsNoPassword(String password, String fault) {
    assertThat(Passwords.fault(password, "liweiliwei")).contains(fault);
  }

  @Test
  void aLongSentenceInAnyScriptIsAPassword() {
    assertThat(Passwords.fault("three quiet forklifts", "li.wei")).isEmpty();
    assertThat(Passwords.fault("三辆安静的叉车停在月台边上", "li.wei")).isEmpty();
    assertThat(Passwords.fault("叉".repeat(30) + "abcd", "li.wei")).contains("too-long");
  }

  @Test
  void madePasswordsAreGoodAndDiffer() {
    String one = Passwords.random();
    assertThat(Passwords.fault(one, "admin")).isEmpty();
    assertThat(one).hasSize(19).isNotEqualTo(Passwords.random());
  }

  @Test
  void whoWaitsMayTryAgain() {
    Instant[] now = {Instant.parse("2026-11-21T08:00:00Z")};
    SignInAttempts attempts =
        new SignInAttempts(
            new Clock() {
              @Override
              public ZoneId getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(ZoneId zone) {
                return this;
              }

              @Override
              public Instant instant() {
                return now[0];
              }
            });
    for (int i = 0; i < SignInAttempts.PER_NAME; i++) {
      assertThat(attempts.mustWait("li", "10.0.0.1")).isEmpty();
      attempts.failed("li", "10.0.0.1");
      now[0] = now[0].plusSeconds(10);
    }
    assertThat(attempts.mustWait("li", "10.0.0.1")).contains(Duration.ofSeconds(250));
    assertThat(attempts.mustWait("li", "10.0.0.2")).isEmpty();
    now[0] = now[0].plusSeconds(250);
    assertThat(attempts.mustWait("li", "10.0.0.1")).isEmpty();
  }
}
