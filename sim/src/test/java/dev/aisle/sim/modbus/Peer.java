package dev.aisle.sim.modbus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Programs of others that speak Modbus: mbpoll, modbus-serial on Node, and socat for the wire. */
final class Peer implements AutoCloseable {
  /** Programs remove their device files as they end; those may not be looked for meanwhile. */
  private static final int ENDS_WITHIN_S = 10;

  private static final Path NODE_PEER = Path.of("target", "modbus-peer").toAbsolutePath();
  private static final List<String> NODE_FILES =
      List.of("package.json", "package-lock.json", "peer.js");
  private static final long INSTALL_S = 180;
  private static final long RUN_S = 20;

  private final Process process;

  private Peer(Process process) {
    this.process = process;
  }

  /** What a program said, which must end well when it is expected to. */
  record Said(int exit, String text) {}

  static Said mbpoll(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mbpoll"));
    command.addAll(List.of(words));
    return run(null, RUN_S, command);
  }

  /** A slave of modbus-serial: {@code tcp PORT} or {@code rtu PATH BAUD}. */
  static Peer slave(String... words) throws IOException, InterruptedException {
    install();
    List<String> command = new ArrayList<>(List.of("node", "peer.js"));
    command.addAll(List.of(words));
    Process process = start(NODE_PEER, command);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (!"ready".equals(line)) {
      process.destroy();
      throw new IOException("the slave did not start: " + line);
    }
    return new Peer(process);
  }

  /** Two serial ports joined by a cable. */
  static Peer cable(Path one, Path other) throws IOException {
    Process process =
        start(null, List.of("socat", "pty,raw,echo=0,link=" + one, "pty,raw,echo=0,link=" + other));
    Awaitility.await().until(() -> Files.exists(one) && Files.exists(other));
    return new Peer(process);
  }

  private static synchronized void install() throws IOException, InterruptedException {
    Files.createDirectories(NODE_PEER);
    boolean same = Files.isDirectory(NODE_PEER.resolve("node_modules"));
    for (String name : NODE_FILES) {
      Path there = NODE_PEER.resolve(name);
      try (var in = Peer.class.getResourceAsStream(name)) {
        byte[] wanted = in.readAllBytes();
        same &= Files.exists(there) && java.util.Arrays.equals(Files.readAllBytes(there), wanted);
        Files.copy(
            new java.io.ByteArrayInputStream(wanted), there, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (same) {
      return;
    }
    // No scripts: serialport brings its library ready-made in the package.
    Said said =
        run(
            NODE_PEER,
            INSTALL_S,
            List.of(
                "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"));
    if (said.exit() != 0) {
      throw new IOException("npm ci failed: " + said.text());
    }
  }

  private static Said run(Path folder, long seconds, List<String> command)
      throws IOException, InterruptedException {
    Process process = start(folder, command);
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("%s did not end: %s".formatted(command.getFirst(), text));
    }
    return new Said(process.exitValue(), text);
  }

  private static Process start(Path folder, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException(
          "this test needs %s; './aisle test' installs it (on Debian: apt install mbpoll socat)"
              .formatted(command.getFirst()),
          e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(ENDS_WITHIN_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
