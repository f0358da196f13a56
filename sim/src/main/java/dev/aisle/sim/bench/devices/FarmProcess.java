package dev.aisle.sim.bench.devices;

import com.sun.jna.Native;
import dev.aisle.device.rfid.uhf.UhfReader;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;

/** A {@link DeviceFarm} in a process of its own. */
final class FarmProcess implements AutoCloseable {
  private static final long END_S = 5;

  private final Path dir;
  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;
  private final Map<String, String> addresses = new HashMap<>();

  /** Returns when all devices are there. */
  FarmProcess(int readers, int modbus, double tagsPerSecond) throws IOException {
    dir = Files.createTempDirectory("aisle-devices");
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-Dslf4j.internal.verbosity=ERROR",
                    "-cp",
                    classPath(),
                    DeviceFarm.class.getName(),
                    dir.toString(),
                    Integer.toString(readers),
                    Integer.toString(modbus),
                    Double.toString(tagsPerSecond)))
            .redirectError(Redirect.INHERIT)
            .start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    orders = process.outputWriter(StandardCharsets.UTF_8);
    for (String line = answer(); !line.equals("ready"); line = answer()) {
      String[] told = line.split(" ", 2);
      addresses.put(told[0], told[1]);
    }
  }

  /** Just what the emulators need, wherever this program was loaded from; no logging. */
  private static String classPath() throws IOException {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> needed : List.of(DeviceFarm.class, UhfReader.class, Logger.class, Native.class)) {
      CodeSource source = needed.getProtectionDomain().getCodeSource();
      if (source == null || !source.getLocation().getProtocol().equals("file")) {
        throw new IOException("no file holds " + needed.getName());
      }
      places.add(Path.of(URI.create(source.getLocation().toString())).toString());
    }
    return String.join(File.pathSeparator, places);
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the emulators ended by themselves");
    }
    return line;
  }

  private String order(String word) throws IOException {
    orders.write(word + "\n");
    orders.flush();
    return answer();
  }

  String addressOfReader(int number) {
    return dir.resolve("reader-" + number).toString();
  }

  String addressOf(String device) {
    String address = addresses.get(device);
    if (address == null) {
      throw new IllegalArgumentException("the emulators have no " + device);
    }
    return address;
  }

  /**
   * On Linux the clock behind {@link System#nanoTime()} (CLOCK_MONOTONIC) is one for all processes.
   *
   * @throws IOException where it is not, for then no time from there to here can be measured
   */
  void requireSameClock() throws IOException {
    long before = System.nanoTime();
    long there = Long.parseLong(order("clock").split(" ")[1]);
    long after = System.nanoTime();
    if (there - before < 0 || after - there < 0) {
      throw new IOException("this system has no clock that two processes share");
    }
  }

  void start() throws IOException {
    order("start");
  }

  /** Stops the tags and tells of every one when its last byte left. */
  void stop(ObjLongConsumer<BeatAir.Numbered> told) throws IOException {
    Path file = dir.resolve("left");
    order("stop " + file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int left = in.readInt(); left > 0; left--) {
        long tag = in.readLong();
        told.accept(new BeatAir.Numbered((int) (tag >> 32), (int) tag), in.readLong());
      }
    }
    Files.delete(file);
  }

  /** Processor time it has used. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() throws IOException {
    orders.close();
    try {
      if (!process.waitFor(END_S, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(END_S, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    answers.close();
    try (var files = Files.list(dir)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(dir);
  }
}
