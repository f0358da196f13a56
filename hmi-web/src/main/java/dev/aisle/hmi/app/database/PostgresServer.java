package dev.aisle.hmi.app.database;

import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.DataFolder;
import dev.aisle.hmi.app.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own with its data in the site's data folder. It outlives a killed program;
 * the next start stops such an orphan first and lets PostgreSQL recover from its log. Every commit
 * is on disk before it is reported (fsync and synchronous_commit stay on).
 */
public final class PostgresServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
  private static final String USER = "aisle";
  private static final long COMMAND_SECONDS = 90;
  private static final long STOP_SECONDS = 30;

  private final Path home;
  private final Path data;
  private final Path logFile;
  private final UnprivilegedUser user;
  private final String password;
  private final int port;

  private PostgresServer(
      Path home, Path data, Path logFile, UnprivilegedUser user, String password, int port) {
    this.home = home;
    this.data = data;
    this.logFile = logFile;
    this.user = user;
    this.password = password;
    this.port = port;
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @param dataDir the data folder, locked by this process
   * @param secrets where the password is kept
   */
  public static PostgresServer start(Path dataDir, Secrets secrets) {
    try {
      UnprivilegedUser user = UnprivilegedUser.find();
      Path home = PostgresBinaries.in(dataDir.resolve("postgres-programs"));
      Path folder = dataDir.resolve("postgres");
      Files.createDirectories(folder);
      PostgresServer server =
          new PostgresServer(
              home,
              folder.resolve("data"),
              folder.resolve("server.log"),
              user,
              secrets.get("postgres"),
              freePort());
      server.start(folder);
      return server;
    } catch (IOException e) {
      throw new CannotStart(
          "The embedded PostgreSQL cannot use the folder %s: %s.".formatted(dataDir, e), e);
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  private void start(Path folder) throws IOException {
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      create(folder);
    }
    stopOrphan(data);
    user.give(folder);
    List<String> settings =
        List.of(
            "-p " + port,
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=",
            "-c shared_buffers=64MB",
            "-c max_connections=60",
            "-c wal_compression=on",
            "-c max_wal_size=256MB",
            "-c timezone=UTC",
            "-c log_min_messages=warning");
    Result started =
        run(
            "pg_ctl",
            "-D",
            data.toString(),
            "-l",
            logFile.toString(),
            "-w",
            "-t",
            "60",
            "-o",
            String.join(" ", settings),
            "start");
    if (started.exitCode != 0) {
      throw new CannotStart(
          "The embedded PostgreSQL does not start: %s (log: %s)"
              .formatted(lastLine(logFile), logFile));
    }
    log.info("PostgreSQL serves {} on port {}", data, port);
  }

  private void create(Path folder) throws IOException {
    if (Files.exists(data)) {
      DataFolder.delete(data);
    }
    Path passwordFile = folder.resolve("initial-password");
    Files.deleteIfExists(passwordFile);
    Files.createFile(
        passwordFile,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(passwordFile, password);
      user.give(folder);
      Result created =
          run(
              "initdb",
              "-D",
              data.toString(),
              "-U",
              USER,
              "--pwfile",
              passwordFile.toString(),
              "-A",
              "scram-sha-256",
              "-E",
              "UTF8",
              "--locale=C");
      if (created.exitCode != 0) {
        DataFolder.delete(data);
        throw new CannotStart("PostgreSQL's data folder cannot be made: " + created.lastLine());
      }
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  /**
   * Stops a server that a killed program left on this data folder, before the folder is emptied.
   */
  public static void stopLeftover(Path dataDir) {
    try {
      stopOrphan(dataDir.resolve("postgres").resolve("data"));
    } catch (IOException e) {
      throw new CannotStart(
          "The PostgreSQL of an earlier run in %s cannot be looked at: %s.".formatted(dataDir, e),
          e);
    }
  }

  /**
   * A server left by a killed program still holds the data. The lock on the data folder proves that
   * no living program uses it. A process id that now belongs to something else is left alone.
   */
  private static void stopOrphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,9}")) {
      return;
    }
    long pid = Long.parseLong(lines.getFirst().strip());
    ProcessHandle server = ProcessHandle.of(pid).orElse(null);
    if (server == null || !server.info().command().orElse("").contains("postgres")) {
      return;
    }
    log.warn("A PostgreSQL left over from a killed run (process {}) is stopped first", pid);
    signalFastShutdown(pid);
    try {
      server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new CannotStart(
          "A PostgreSQL of an earlier run (process %d) still holds %s; stop it and start again."
              .formatted(pid, data),
          e);
    }
  }

  /** SIGINT makes PostgreSQL roll back what is open and leave at once. */
  private static void signalFastShutdown(long pid) throws IOException {
    Process kill =
        new ProcessBuilder("kill", "-INT", Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    kill.onExit().join();
  }

  /** Stops the server after its open transactions were rolled back. */
  @Override
  public void close() {
    try {
      Result stopped = run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
      if (stopped.exitCode != 0) {
        log.warn("PostgreSQL did not stop: {}", stopped.lastLine());
      }
    } catch (IOException e) {
      log.warn("PostgreSQL could not be stopped", e);
    }
  }

  private record Result(int exitCode, String output) {
    String lastLine() {
      return output.lines().filter(line -> !line.isBlank()).reduce("", (first, last) -> last);
    }
  }

  /** The output goes through a file, because a started server would hold a pipe open for ever. */
  private Result run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(user.prefix());
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("aisle-" + program, ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .directory(home.toFile())
              .start();
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Result(-1, program + " took longer than " + COMMAND_SECONDS + " s");
      }
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(-1, program + " was interrupted");
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static String lastLine(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "no log was written";
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      List<String> all = lines.filter(line -> !line.isBlank()).collect(Collectors.toList());
      return all.isEmpty() ? "the log is empty" : all.getLast();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
