package dev.aisle.hmi.bridge.readpoint;

import dev.aisle.device.rfid.pass.InputTap;
import dev.aisle.device.rfid.pass.record.TagPass;
import dev.aisle.device.rfid.recording.ReadRecorder;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.file.SiteBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the readers heard, when the site file says so: a folder for each run of the read
 * points, with the site as it was then, what they were told and what they decided. A disk that
 * fails ends the recording, never the reading. For the thread that steps the read points.
 */
public final class Recordings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
  private static final long MB = 1_000_000;
  private static final Duration FLUSH_EVERY = Duration.ofSeconds(1);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Optional<Site.Recording> wanted;
  private final Path folder;
  private final @Nullable SiteBook book;
  private @Nullable ReadRecorder recorder;
  private @Nullable DecidedPasses decided;
  private Instant flushed = Instant.MIN;

  /**
   * @param folder below the data folder
   * @param book whose files are kept with the recording
   */
  public Recordings(Optional<Site.Recording> wanted, Path folder, @Nullable SiteBook book) {
    this.wanted = wanted;
    this.folder = folder;
    this.book = book;
  }

  static Recordings none() {
    return new Recordings(Optional.empty(), Path.of("."), null);
  }

  /** The read points begin anew, and so does the recording. */
  InputTap begin(Instant now) {
    end();
    if (wanted.isEmpty()) {
      return InputTap.NONE;
    }
    Site.Recording how = wanted.get();
    try {
      keepNewest(how.runs() - 1);
      Path run = Files.createDirectories(folder.resolve(NAME.format(now)));
      if (book != null) {
        book.copyTo(run);
      }
      ReadRecorder begun = new ReadRecorder(run, how.fileMb() * MB, how.keepMb() / how.fileMb());
      recorder = begun;
      decided = new DecidedPasses(run);
      LOG.info("What the readers hear is recorded in {}", run);
      return begun;
    } catch (IOException e) {
      LOG.warn("nothing is recorded in {}: {}", folder, e.getMessage());
      return InputTap.NONE;
    }
  }

  private void keepNewest(int runs) throws IOException {
    Files.createDirectories(folder);
    List<Path> before;
    try (Stream<Path> all = Files.list(folder)) {
      before =
          all.filter(path -> path.getFileName().toString().matches("[0-9]{8}-[0-9]{6}-[0-9]{3}"))
              .sorted()
              .toList();
    }
    for (Path old : before.subList(0, Math.max(0, before.size() - runs))) {
      try (Stream<Path> inside = Files.walk(old)) {
        for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  /** What was decided in this step. */
  void told(List<TagPass> passes, Instant now) {
    ReadRecorder to = recorder;
    DecidedPasses log = decided;
    if (to == null || log == null) {
      return;
    }
    passes.forEach(log::add);
    if (flushed.plus(FLUSH_EVERY).isBefore(now)) {
      flushed = now;
      to.flush();
      log.flush();
    }
  }

  private void end() {
    ReadRecorder ending = recorder;
    DecidedPasses log = decided;
    recorder = null;
    decided = null;
    if (ending != null) {
      ending.close();
    }
    if (log != null) {
      log.close();
    }
  }

  @Override
  public void close() {
    end();
  }
}
