package dev.aisle.hmi.story;

import static org.awaitility.Awaitility.await;

import dev.aisle.hmi.testing.PreparedDatabase;
import dev.aisle.hmi.testing.ProgramCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own, as a user starts it, so that it can be killed. */
final class DemoProcess implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofSeconds(240);
  private static final Pattern COUNT = Pattern.compile("(?m)^ {2}([a-z ]+?) {2,}(\\d+)$");

  private static final Pattern GREETED = Pattern.compile("Ctrl-C ends it|It ends by itself");
  private static final Pattern READY = Pattern.compile("Aisle is ready: http://\\S+:(\\d+)");

  private final Process process;
  private final Path log;

  private DemoProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static DemoProcess start(Path data, String... options) {
    return launch(data, List.of("demo"), options);
  }

  /** A site of its own folder, worked by people. */
  static DemoProcess ofSite(Path site, Path data) {
    return launch(data, List.of("run", "--site", site.toString()));
  }

  private static DemoProcess launch(Path data, List<String> what, String... options) {
    try {
      PreparedDatabase.into(data);
      Path log = Files.createTempFile(data.getParent(), "demo", ".log");
      List<String> words = new ArrayList<>(what);
      words.addAll(List.of("--data", data.toString(), "--port", "0"));
      words.addAll(List.of(options));
      Process process =
          new ProcessBuilder(ProgramCommand.of(words))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new DemoProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void awaitReady() {
    await("the demonstration to be ready\n" + log)
        .atMost(READY_WITHIN)
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError("it ended:\n" + output());
              }
              return GREETED.matcher(output()).find();
            });
  }

  /** TCP port of its pages. */
  int port() {
    return Integer.parseInt(found(READY));
  }

  /** The password that it told at its first start. */
  String password(String user) {
    return found(Pattern.compile("(?m)^ {2}%s +(\\S+)$".formatted(user)));
  }

  private String found(Pattern line) {
    Matcher matcher = line.matcher(output());
    if (!matcher.find()) {
      throw new AssertionError("no %s in:%n%s".formatted(line, output()));
    }
    return matcher.group(1);
  }

  /** SIGKILL: no shutdown hook, no goodbye. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /**
   * Tells it to end, as Ctrl-C does.
   *
   * @return its exit code
   */
  int endedWhenTold(Duration within) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("it did not end within " + within + ":\n" + output());
    }
    return process.exitValue();
  }

  /** The counts of the summary, such as {@code orders shipped}. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    Matcher matcher = COUNT.matcher(output());
    while (matcher.find()) {
      counts.put(matcher.group(1), Long.valueOf(matcher.group(2)));
    }
    return counts;
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
