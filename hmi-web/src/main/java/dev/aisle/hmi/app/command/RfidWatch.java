package dev.aisle.hmi.app.command;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.uhf.Telegram;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.hmi.app.command.Words.Misused;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code rfid watch}: live reads of one reader, one JSON object a line, with a line whenever its
 * health changes. Goes on over outages. What the output cannot take in time is left out and
 * counted.
 */
final class RfidWatch {
  private static final int WAITING_AT_MOST = 10_000;
  private static final long LOOK_EVERY_MS = 100;
  private static final double LONGEST_SECONDS = 31_536_000;

  private final PrintStream out;
  private final JsonMapper json = JsonMapper.builder().build();
  private final BlockingQueue<Map<String, Object>> lines =
      new ArrayBlockingQueue<>(WAITING_AT_MOST);
  private final AtomicLong leftOut = new AtomicLong();

  RfidWatch(PrintStream out) {
    this.out = out;
  }

  int run(List<String> words) {
    Set<String> withValue = new HashSet<>(BenchReader.OPTIONS);
    withValue.add("--seconds");
    Words options = new Words(words, withValue, Set.of("--telegrams"));
    if (!options.rest().isEmpty()) {
      throw new Misused("rfid watch takes options only.");
    }
    double seconds = options.number("--seconds", 0, LONGEST_SECONDS).orElse(LONGEST_SECONDS);
    try (UhfReader reader = BenchReader.from(options)) {
      reader.onRead(read -> give(lineOf(read)));
      if (options.has("--telegrams")) {
        reader.onTelegram(telegram -> give(lineOf(telegram)));
      }
      return watch(reader, seconds);
    }
  }

  /** Failed when the reader never came up. */
  private int watch(UhfReader reader, double seconds) {
    reader.open();
    long start = System.nanoTime();
    boolean wasUp = false;
    @Nullable DeviceHealth told = null;
    try {
      while (System.nanoTime() - start < seconds * TimeUnit.SECONDS.toNanos(1)) {
        DeviceHealth health = reader.health();
        wasUp |= health.link() == LinkState.UP;
        if (told == null
            || told.signal() != health.signal()
            || !told.trouble().equals(health.trouble())) {
          told = health;
          print(lineOf(health));
        }
        Map<String, Object> line = lines.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        if (line != null) {
          print(line);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Map<String, Object> line = lines.poll(); line != null; line = lines.poll()) {
      print(line);
    }
    print(summary(reader));
    return wasUp ? CommandLine.OK : CommandLine.FAILED;
  }

  private void give(Map<String, Object> line) {
    if (!lines.offer(line)) {
      leftOut.incrementAndGet();
    }
  }

  private Map<String, Object> summary(UhfReader reader) {
    DeviceHealth health = reader.health();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "end");
    line.put("exchanges", health.exchanges());
    line.put("errors", health.errors());
    line.put("noise_bytes", health.noiseBytes());
    line.put("left_out", leftOut.get());
    return line;
  }

  private static Map<String, Object> lineOf(TagRead read) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "tag");
    line.put("at", read.at().toString());
    line.put("reader", read.reader());
    line.put("antenna", read.antenna());
    line.put("epc", read.epcHex());
    read.rssiDbm().ifPresent(dbm -> line.put("rssi", dbm));
    read.rssiRaw().ifPresent(raw -> line.put("rssi_raw", raw));
    read.frequencyKhz().ifPresent(khz -> line.put("frequency_khz", khz));
    read.phaseDeg().ifPresent(degrees -> line.put("phase_deg", degrees));
    return line;
  }

  private static Map<String, Object> lineOf(Telegram telegram) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "telegram");
    line.put("at", telegram.at().toString());
    line.put("sent", telegram.sent());
    line.put("hex", telegram.hex());
    line.put("meaning", telegram.meaning());
    return line;
  }

  private static Map<String, Object> lineOf(DeviceHealth health) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "health");
    line.put("reader", health.device());
    line.put("signal", health.signal().name().toLowerCase(Locale.ROOT));
    line.put("link", health.link().name().toLowerCase(Locale.ROOT));
    health.trouble().ifPresent(trouble -> line.put("error", trouble));
    return line;
  }

  private void print(Map<String, Object> line) {
    out.println(json.writeValueAsString(line));
    out.flush();
  }
}
