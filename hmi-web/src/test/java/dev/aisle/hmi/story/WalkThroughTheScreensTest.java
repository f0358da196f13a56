package dev.aisle.hmi.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.hmi.app.AisleServer;
import dev.aisle.hmi.app.standing.StandingChecks;
import dev.aisle.hmi.security.FirstRun;
import dev.aisle.hmi.security.FirstRun.FirstSignIn;
import dev.aisle.hmi.security.Role;
import dev.aisle.hmi.testing.DemoSite;
import dev.aisle.hmi.testing.ProgramHere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People at real screens, in a real browser, work one pallet from the truck to the shipped order,
 * with scales, scanners and printers at hand, while a technician adds and tries devices and writes
 * tags. Every page of devices is held to WCAG 2.2 AA as far as axe can tell, and shows everything
 * at 1280 × 800. The pictures of every step stay in {@code target/screenshots}.
 *
 * <p>A browser, a program and its world keep the processors busy; so one language after the other,
 * and by its name before all other tests, of which most wait.
 */
class WalkThroughTheScreensTest {
  private static final double SPEED = 8;
  private static final Path FRONTEND = Path.of("frontend").toAbsolutePath();
  private static final Path PICTURES = Path.of("target", "screenshots").toAbsolutePath();
  private static final Duration STORY = Duration.ofMinutes(12);
  private static final int LEAST_PICTURES = 45;

  @TempDir Path folder;

  @BeforeAll
  static void screensAreBuilt() {
    assertThat(WalkThroughTheScreensTest.class.getResource("/static/index.html"))
        .as("the screens are built before the tests by Maven: run ./aisle test")
        .isNotNull();
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"en", "zh"})
  @Timeout(value = 13, unit = TimeUnit.MINUTES)
  void aPalletIsReceivedStoredOrderedPickedAndShippedAtTheScreens(String language)
      throws Exception {
    Path pictures = PICTURES.resolve(language);
    forget(pictures);
    try (AisleServer server = ProgramHere.of(DemoSite.text()).speed(SPEED).start(folder);
        BorrowedHands hands = BorrowedHands.of(server)) {
      tell(server, hands, language, pictures);
      try (Stream<Path> taken = Files.list(pictures)) {
        assertThat(taken).hasSizeGreaterThanOrEqualTo(LEAST_PICTURES);
      }
      assertThat(server.context().getBean(StandingChecks.class).checkAll())
          .allMatch(StandingChecks.Result::held);
    }
  }

  private void tell(AisleServer server, BorrowedHands hands, String language, Path pictures)
      throws Exception {
    Path told = folder.resolve("story.txt");
    Process story = story(server, hands, language, pictures, told);
    try {
      boolean ended = story.waitFor(STORY.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(ended).as("within %s%n%s", STORY, Files.readString(told)).isTrue();
      assertThat(story.exitValue()).as(Files.readString(told)).isZero();
    } finally {
      story.descendants().forEach(ProcessHandle::destroyForcibly);
      story.destroyForcibly();
    }
  }

  private static Process story(
      AisleServer server, BorrowedHands hands, String language, Path pictures, Path told)
      throws IOException {
    Map<Role, String> passwords = passwords(server.context().getBean(FirstRun.class).takeOnce());
    ProcessBuilder builder =
        new ProcessBuilder("node", FRONTEND.resolve("e2e").resolve("story.mjs").toString())
            .directory(FRONTEND.toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "AISLE_URL", "http://127.0.0.1:" + server.port(),
                "AISLE_LANGUAGE", language,
                "AISLE_SHOTS", pictures.toString(),
                "AISLE_HANDS", hands.address(),
                "AISLE_OPERATOR", passwords.get(Role.OPERATOR),
                "AISLE_SUPERVISOR", passwords.get(Role.SUPERVISOR),
                "AISLE_ADMINISTRATOR", passwords.get(Role.ADMINISTRATOR)));
    return builder.start();
  }

  private static Map<Role, String> passwords(Collection<FirstSignIn> people) {
    return people.stream().collect(Collectors.toMap(FirstSignIn::role, FirstSignIn::password));
  }

  /** Pictures of a former run would look like those of this one. */
  private static void forget(Path pictures) throws IOException {
    Files.createDirectories(pictures);
    List<Path> former;
    try (Stream<Path> files = Files.list(pictures)) {
      former = files.toList();
    }
    for (Path picture : former) {
      Files.delete(picture);
    }
  }
}
