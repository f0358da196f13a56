package dev.aisle.hmi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.testing.ProgramCommand;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a process of its own, as a newcomer starts, kills and ends it. */
class DemoProcessTest {
  private static final Duration READY_WITHIN = Duration.ofMinutes(4);
  private static final Duration ENDED_WITHIN = Duration.ofMinutes(1);
  private static final Pattern READY = Pattern.compile("Aisle is ready: (http://\\S+)");

  @TempDir Path temp;
  private final List<Process> started = new ArrayList<>();
  private int runs;

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void theDemonstrationStartsSurvivesAKillAndEndsWhenToldTo() throws Exception {
    Run first = start("demo", "--data", data(), "--port", "0");
    assertThat(health(first.address())).contains("\"status\":\"UP\"");
    assertThat(first.output()).contains("the passwords are shown only now").contains("admin ");
    first.process.destroyForcibly().waitFor();

    Run second = start("demo", "--data", data(), "--port", "0");
    assertThat(health(second.address())).contains("\"status\":\"UP\"");
    assertThat(second.output()).doesNotContain("passwords").contains("stopped first");

    Run third = run("demo", "--data", data(), "--port", "0");
    assertThat(third.exitCode()).isEqualTo(1);
    assertThat(third.output())
        .contains("Another Aisle is running on the data folder " + data())
        .doesNotContain("Exception", "\tat ");

    second.process.destroy();
    assertThat(second.exitCode()).isZero();
    assertThat(second.output())
        .contains("Ending …", "I1   held", "I2   held")
        .endsWith("Ended.\n")
        .doesNotContain("BROKEN", "Exception");
    assertThat(Path.of(data(), "postgres", "data", "postmaster.pid")).doesNotExist();
    assertThat(Path.of(data(), "logs", "aisle.json")).isNotEmptyFile();
  }

  @Test
  void aPortInUseIsSaidInOneSentenceBeforeAnythingIsStarted() throws Exception {
    try (ServerSocket other = new ServerSocket(0)) {
      Run run = run("demo", "--data", data(), "--port", Integer.toString(other.getLocalPort()));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output())
          .endsWith(
              "Port %d is in use by another program; choose another with --port.\n"
                  .formatted(other.getLocalPort()))
          .doesNotContain("Exception");
    }
    assertThat(Path.of(data())).doesNotExist();
  }

  private String data() {
    return temp.resolve("data").toString();
  }

  private Run start(String... words) throws IOException {
    Run run = run(words);
    await()
        .atMost(READY_WITHIN)
        .until(() -> !run.process.isAlive() || run.output().contains("Ctrl-C ends it"));
    assertThat(run.process.isAlive()).as(run.output()).isTrue();
    return run;
  }

  private Run run(String... words) throws IOException {
    runs++;
    Path output = temp.resolve("output-" + runs);
    Process process =
        new ProcessBuilder(ProgramCommand.of(List.of(words)))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    started.add(process);
    return new Run(process, output);
  }

  private record Run(Process process, Path file) {
    String output() throws IOException {
      return Files.readString(file, StandardCharsets.UTF_8);
    }

    String address() throws IOException {
      Matcher matcher = READY.matcher(output());
      assertThat(matcher.find()).isTrue();
      return matcher.group(1);
    }

    int exitCode() throws InterruptedException {
      assertThat(process.waitFor(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    }
  }

  private static String health(String address) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(address + "/actuator/health")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
