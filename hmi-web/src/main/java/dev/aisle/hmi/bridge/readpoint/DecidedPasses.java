package dev.aisle.hmi.bridge.readpoint;

import dev.aisle.device.rfid.pass.record.Direction;
import dev.aisle.device.rfid.pass.record.TagPass;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The passes that were told while reads were recorded, one a line: time, read point, EPC, direction
 * and the instant of the first read, with tabs between. Bounded: the file before the last is
 * dropped when a file has a million lines.
 */
public final class DecidedPasses implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DecidedPasses.class);
  private static final String NAME = "passes.tsv";
  private static final String BEFORE = "passes-before.tsv";
  private static final int MOST_LINES = 1_000_000;

  private final Path folder;
  private @Nullable BufferedWriter out;
  private int lines;

  /**
   * What counts when two decisions are compared.
   *
   * @param epcHex upper-case hex
   * @param first its first read
   */
  public record Decided(String readPoint, String epcHex, Direction direction, Instant first) {
    public static Decided of(TagPass pass) {
      return new Decided(pass.readPoint(), pass.epcHex(), pass.direction(), pass.first());
    }
  }

  DecidedPasses(Path folder) throws IOException {
    this.folder = folder;
    this.out = Files.newBufferedWriter(folder.resolve(NAME));
  }

  void add(TagPass pass) {
    BufferedWriter to = out;
    if (to == null) {
      return;
    }
    try {
      if (lines == MOST_LINES) {
        to.close();
        Files.move(
            folder.resolve(NAME), folder.resolve(BEFORE), StandardCopyOption.REPLACE_EXISTING);
        to = Files.newBufferedWriter(folder.resolve(NAME));
        out = to;
        lines = 0;
      }
      to.write(
          "%s\t%s\t%s\t%s%n"
              .formatted(pass.readPoint(), pass.epcHex(), pass.direction(), pass.first()));
      lines++;
    } catch (IOException e) {
      failed(e);
    }
  }

  void flush() {
    BufferedWriter to = out;
    try {
      if (to != null) {
        to.flush();
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  private void failed(IOException e) {
    LOG.warn("decided passes cannot be written in {}: {}", folder, e.getMessage());
    out = null;
  }

  @Override
  public void close() {
    BufferedWriter to = out;
    out = null;
    try {
      if (to != null) {
        to.close();
      }
    } catch (IOException e) {
      LOG.warn("decided passes in {} are not complete: {}", folder, e.getMessage());
    }
  }

  /** Reads them again, oldest first; a line cut off by a crash is left out. */
  public static List<Decided> read(Path folder) throws IOException {
    List<Decided> all = new ArrayList<>();
    for (String name : List.of(BEFORE, NAME)) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        try (Stream<String> lines = Files.lines(file)) {
          lines.forEach(line -> parse(line).ifPresent(all::add));
        }
      }
    }
    return all;
  }

  private static Optional<Decided> parse(String line) {
    String[] fields = line.split("\t", -1);
    try {
      return fields.length == 4
          ? Optional.of(
              new Decided(
                  fields[0], fields[1], Direction.valueOf(fields[2]), Instant.parse(fields[3])))
          : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
