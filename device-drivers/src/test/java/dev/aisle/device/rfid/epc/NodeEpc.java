package dev.aisle.device.rfid.epc;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The npm package node-epc, which decodes EPCs without knowing of ours; installed when needed. */
final class NodeEpc {
  private static final Path HOME = Path.of("target", "node-epc").toAbsolutePath();
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "parse.js");

  private NodeEpc() {}

  /** One answer for each EPC, as {@code name|filter|prefix|reference|serial}. */
  static List<String> parse(List<String> hex) throws IOException, InterruptedException {
    install();
    Process node =
        new ProcessBuilder("node", "parse.js")
            .directory(HOME.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(hex, node));
    List<String> answers = new ArrayList<>();
    try (BufferedReader out = node.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        answers.add(line);
      }
    }
    sent.join();
    if (!node.waitFor(10, TimeUnit.SECONDS) || node.exitValue() != 0) {
      node.destroyForcibly();
      throw new IOException("node-epc did not end well");
    }
    return answers;
  }

  private static void send(List<String> hex, Process node) {
    try (BufferedWriter in = node.outputWriter(StandardCharsets.UTF_8)) {
      for (String each : hex) {
        in.write(each);
        in.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void install() throws IOException, InterruptedException {
    Path lock = HOME.resolve("package-lock.json");
    byte[] before = Files.exists(lock) ? Files.readAllBytes(lock) : new byte[0];
    Files.createDirectories(HOME);
    for (String file : FILES) {
      try (InputStream in = NodeEpc.class.getResourceAsStream("/node-epc/" + file)) {
        Files.copy(in, HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path installed = HOME.resolve("node_modules/.package-lock.json");
    if (Files.exists(installed) && java.util.Arrays.equals(before, Files.readAllBytes(lock))) {
      return;
    }
    String npm = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
    Path log = HOME.resolve("npm.log");
    Process install =
        new ProcessBuilder(npm, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit")
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!install.waitFor(3, TimeUnit.MINUTES) || install.exitValue() != 0) {
      install.destroyForcibly();
      Files.deleteIfExists(installed);
      throw new IOException("npm ci failed: " + Files.readString(log));
    }
  }
}
