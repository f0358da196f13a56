package dev.aisle.hmi.app.kills;

import dev.aisle.hmi.app.AisleMain;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, started as this one was. */
final class KilledProgram implements AutoCloseable {
  private final List<String> command = new ArrayList<>();
  private final Path log;
  private Process process;

  /**
   * Starts it and does not wait.
   *
   * @param words what would be typed behind {@code aisle}
   */
  KilledProgram(List<String> words, Path log) throws IOException {
    this.log = log;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), AisleMain.class.getName()));
    command.addAll(words);
    this.process = launch();
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** SIGKILL: no shutdown hook, no goodbye. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void startAgain() throws IOException {
    process = launch();
  }

  boolean runs() {
    return process.isAlive();
  }

  /** Asks it to end; true when everything that must hold does. */
  boolean endsWell(long withinSeconds) throws InterruptedException {
    process.destroy();
    return process.waitFor(withinSeconds, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
